import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Side, Sides } from '../../../domain/audit/compare-audits';
import type { Measure } from '../../../domain/audit/judge-by';
import type { Verdict } from '../../../domain/audit/verdict';
import { isCivilDate } from '../../../domain/calendar/civil-date';
import { Button, SelectField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { StatusShape, toneOf } from '../../components/status-mark';
import { longDate, tidyDate } from '../../i18n/dates';
import { verdictWord } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import type { ChosenSide } from './chosen-sides';
import type { ChosenMeasures } from './use-measures';

/** By what each side judges, with its verdict where one elevator is compared. */
export function SidesPanel({
  chosen: { measures, choose, swap },
  verdict,
}: {
  readonly chosen: ChosenMeasures;
  readonly verdict?: Sides<Verdict>;
}) {
  const { t } = useTranslation();
  return (
    <section className="panel compare-sides" aria-label={t('compare.sides')}>
      <SideForm side="left" measure={measures.left} verdict={verdict?.left} onChoose={choose} />
      <Button look="small" keys="X" onClick={swap}>
        {t('compare.swap')}
      </Button>
      <SideForm side="right" measure={measures.right} verdict={verdict?.right} onChoose={choose} />
    </section>
  );
}

function SideForm({
  side,
  measure,
  verdict,
  onChoose,
}: {
  readonly side: Side;
  readonly measure: Measure;
  readonly verdict: Verdict | undefined;
  readonly onChoose: (side: Side, change: Partial<ChosenSide>) => void;
}) {
  const { t } = useTranslation();
  const { packs, say, locale } = useAppState();
  const { pack, asOf, period } = measure;
  return (
    <fieldset className="compare-side">
      <legend>
        <span className="compare-letter">{t(`compare.side.${side}`)}</span>
        {verdict === undefined ? null : (
          <span className={`status strong ${toneOf(verdict)}`}>
            <StatusShape shape={verdict} />
            {verdictWord(verdict, locale)}
          </span>
        )}
      </legend>
      <SelectField
        label={t('compare.pack')}
        value={pack.id}
        options={packs.packs.map(({ id, version, title }) => ({ value: id, text: `${id} ${version}  ${say(title)}` }))}
        onChange={(event) => onChoose(side, { packId: event.target.value })}
      />
      <AsOfField asOf={asOf} onChoose={(day) => onChoose(side, { asOf: day })} />
      <div className="small muted">
        {t('compare.period', { from: longDate(period.from, locale), to: longDate(period.to, locale) })}
      </div>
    </fieldset>
  );
}

/** A day of judgement; taken when the field is left or Enter pressed, so that a half-typed day judges nobody. */
function AsOfField({
  asOf,
  onChoose,
}: {
  readonly asOf: Measure['asOf'];
  readonly onChoose: (asOf: Measure['asOf']) => void;
}) {
  const { t } = useTranslation();
  const { info } = useAppState();
  const [text, setText] = useState<string>(asOf);
  useEffect(() => setText(asOf), [asOf]); // swapped, or tidied by being taken
  const typed = tidyDate(text);
  const day = isCivilDate(typed) && typed <= info.today ? typed : null;
  const commit = (): void => {
    if (day !== null && day !== asOf) onChoose(day);
  };
  return (
    <DateField
      label={t('compare.asOf')}
      value={text}
      problem={day === null ? t(isCivilDate(typed) ? 'compare.notYet' : 'common.badDate') : undefined}
      onValue={setText}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
