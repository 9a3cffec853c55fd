import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trianglePath } from '../../components/strip-geometry';

export function Legend({
  shown,
  all,
  selected,
}: {
  readonly shown: number;
  readonly all: number;
  readonly selected: number;
}) {
  const { t } = useTranslation();
  const signs = ['quarter', 'halfYear', 'year', 'window', 'gap', 'outage', 'next', 'longer', 'lateEntry'] as const;
  return (
    <div className="fleet-foot">
      <span className="muted">{t('fleet.legend.title')}</span>
      {signs.map((sign) => (
        <span key={sign} className="status">
          <LegendSign sign={sign} />
          {t(`fleet.legend.${sign}`)}
        </span>
      ))}
      <span className="range">
        {selected > 0 ? `${t('fleet.selected', { count: selected })} • ` : ''}
        {shown} / {all}
      </span>
    </div>
  );
}

function LegendSign({ sign }: { readonly sign: string }) {
  const tick = (head: number) => (
    <>
      <line className="visit" x1="6" x2="6" y1="4" y2="13" />
      <rect className="head" x="4" y={4 - head / 2} width="4" height={head} />
    </>
  );
  const parts: Readonly<Record<string, ReactNode>> = {
    quarter: tick(1.4),
    halfYear: tick(2.6),
    year: tick(4),
    window: <rect className="band" x="0" y="4" width="18" height="8" />,
    gap: <rect className="gap" fill="url(#hatch)" x="1" y="3" width="17" height="10" />,
    outage: <rect className="outage" x="0" y="3" width="18" height="10" />,
    next: <rect className="next" x="1" y="4" width="16" height="8" />,
    lateEntry: <path className="late-mark" d={trianglePath(9, 4)} />,
    longer: <rect className="gap-thin" x="0" y="7" width="18" height="3" />,
  };
  return (
    <svg
      className="strip"
      style={{ width: sign.length < 5 || sign === 'quarter' || sign === 'halfYear' ? 12 : 20, height: 15 }}
      aria-hidden="true"
    >
      {parts[sign]}
    </svg>
  );
}
