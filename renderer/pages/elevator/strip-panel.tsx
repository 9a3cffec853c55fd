import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import { lateVisitDays } from '../../../domain/headline/late-days';
import { visitRulesFor } from '../../../domain/pack/rule-pack';
import { lateVisitsOf } from '../../../domain/report/strip';
import { Button, Segments } from '../../components/controls';
import { LateLegend, StripTable, YearStrip } from '../../components/year-strip';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { stripOf, type Judgement } from './elevator-judgement';
import { useStripTable, useStripWords } from './strip-words';
import { STRIP_SPANS, stripWindow, type StripSpan } from './summary';

interface PanelProps {
  readonly judgement: Judgement;
  readonly asTable: boolean;
  readonly onAsTable: (asTable: boolean) => void;
}

/** The year as it went, lane by lane, or the same as a table. */
export function StripPanel({ judgement, asTable, onAsTable }: PanelProps) {
  const { t } = useTranslation();
  const { pack, asOf, locale, settings } = useAppState();
  const [span, setSpan] = useState<StripSpan>('year');
  const window = useMemo(() => stripWindow(span, asOf), [span, asOf]);
  const { dossier, history } = judgement;
  const { lateDays } = settings;
  const lateOn = useMemo(() => lateVisitDays(dossier, { lateDays, origin: 'journal' }), [dossier, lateDays]);
  const rules = useMemo(() => visitRulesFor(pack, dossier.elevator.value), [pack, dossier]);
  const strip = useMemo(() => stripOf(history, rules, window, lateOn), [history, rules, window, lateOn]);
  const words = useStripWords(strip, rules);
  const table = useStripTable(strip, rules);
  return (
    <section className="panel strip-panel">
      <header>
        <h2>{t('elevator.year')}</h2>
        <span className="muted small">
          {t('elevator.yearNote', {
            from: longDate(toCivilDate(window.from), locale),
            to: longDate(toCivilDate(window.to), locale),
          })}
        </span>
        {lateVisitsOf(strip).length === 0 ? null : <LateLegend word={t('late.legend')} />}
        <span className="right">
          <Segments
            label={t('elevator.year')}
            value={span}
            onChange={setSpan}
            options={STRIP_SPANS.map((value) => ({ value, text: t(`elevator.span.${value}`) }))}
          />
          <Button look="small" keys="T" aria-pressed={asTable} onClick={() => onAsTable(!asTable)}>
            {t('elevator.asTable')}
          </Button>
        </span>
      </header>
      <div className="body">
        {asTable ? (
          <div className="strip-table" tabIndex={0} role="region" aria-label={t('elevator.year')}>
            <StripTable strip={strip} columns={table.columns} cells={table.cells} />
          </div>
        ) : (
          <YearStrip key={span} strip={strip} words={words} />
        )}
      </div>
    </section>
  );
}
