import { useTranslation } from 'react-i18next';
import type { RowMark } from './rule-facts';

/** Same, different, or only there: a shape and a word beside the colour. */
export function RowMarkTag({ mark }: { readonly mark: RowMark }) {
  const { t } = useTranslation();
  const word = mark.kind === 'only' ? t(`compare.mark.only.${mark.side}`) : t(`compare.mark.${mark.kind}`);
  return (
    <span className={`compare-mark ${mark.kind}`}>
      <MarkShape mark={mark} />
      {word}
    </span>
  );
}

/** Stands before a fact that the other column has otherwise. */
export function DiffersSign() {
  const { t } = useTranslation();
  return (
    <span className="compare-sign">
      <MarkShape mark={{ kind: 'differs' }} />
      <span className="visually-hidden">{t('compare.mark.differs')}</span>
    </span>
  );
}

function MarkShape({ mark }: { readonly mark: RowMark }) {
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 };
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      {mark.kind === 'only' ? (
        <>
          <rect x="1" y="2" width="12" height="10" {...line} strokeWidth={1.2} />
          <rect x={mark.side === 'left' ? 1 : 7} y="2" width="6" height="10" fill="currentColor" />
        </>
      ) : (
        <>
          <path d="M2 5h10M2 9h10" {...line} />
          {mark.kind === 'differs' ? <path d="M10 1.5L4 12.5" {...line} /> : null}
        </>
      )}
    </svg>
  );
}
