import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../../../domain/record/dossier';
import { hasCommand } from '../../../components/command-key';
import { Button, TextField } from '../../../components/controls';
import { DateField } from '../../../components/date-field';
import { parseClockTime } from '../../../i18n/dates';
import { useAppState } from '../../../session/app-state';
import { Technicians } from '../people-panel';
import { suggestConfirmers } from '../suggestions';
import type { RoundDraft } from './round-draft';
import type { RoundField } from './use-round-form';

interface FieldsProps {
  readonly round: RoundDraft;
  readonly dossiers: ReadonlyMap<string, Dossier>;
  /** For the keys Ctrl 1 to Ctrl 9. */
  readonly suggested: readonly string[];
  readonly lastTeam: readonly string[];
  readonly told: (field: RoundField) => string | undefined;
  readonly onChange: (change: Partial<RoundDraft>) => void;
  readonly onRepeat: (() => void) | null;
  /** Enter in one of the fields: what is said once is said. */
  readonly onDone: () => void;
}

/** What is said once for all visits of the round: day, people, confirmer and how the times follow each other. */
export function RoundFields({ round, dossiers, suggested, lastTeam, told, onChange, onRepeat, onDone }: FieldsProps) {
  const { t } = useTranslation();
  const { info } = useAppState();
  const listId = useId();
  const visits = useMemo(() => [...dossiers.values()].flatMap((dossier) => dossier.visits), [dossiers]);
  const confirmers = useMemo(() => suggestConfirmers({ visits }), [visits]);
  const date = told('date');
  const team = told('technicians');
  const onEnter = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Enter' || hasCommand(event) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onDone();
  };
  const number = (field: 'firstStart' | 'minutes' | 'between') => (
    <TextField
      className={`round-${field}`}
      label={t(`round.fields.${field}`)}
      inputMode="numeric"
      maxLength={12}
      data-field={field}
      value={round[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
      onFocus={(event) => event.target.select()}
      onBlur={() => {
        if (field === 'firstStart') onChange({ firstStart: parseClockTime(round.firstStart) ?? round.firstStart });
      }}
      onKeyDown={onEnter}
      problem={
        told(field) === undefined
          ? undefined
          : t(field === 'firstStart' ? 'visit.problems.startedAt-not-a-time' : 'round.problems.not-minutes')
      }
    />
  );
  return (
    <section className="panel round-fields" aria-label={t('round.once')}>
      <div className="body">
        <DateField
          className="round-date"
          label={round.date === info.today ? t('visit.dateToday') : t('visitFields.date')}
          value={round.date}
          data-field="date"
          onValue={(value) => onChange({ date: value })}
          problem={date === undefined ? undefined : t(`visit.problems.date-${date as 'future' | 'not-a-date'}`)}
        />
        <div className="round-team">
          <Technicians
            draft={round}
            suggested={suggested}
            problem={team === undefined ? undefined : t('visit.problems.technicians-missing')}
            onChange={onChange}
          />
          {onRepeat === null ? null : (
            <Button look="small" keys="R" title={lastTeam.join(t('visit.listComma'))} onClick={onRepeat}>
              {t('visit.repeatCrew')}
            </Button>
          )}
        </div>
        <TextField
          className="round-confirmer"
          label={t('visitFields.confirmedBy')}
          list={listId}
          data-field="confirmedBy"
          value={round.confirmedBy}
          placeholder={t('visit.confirmHint')}
          onChange={(event) => onChange({ confirmedBy: event.target.value })}
          onKeyDown={onEnter}
        />
        <datalist id={listId}>
          {confirmers.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {number('firstStart')}
        {number('minutes')}
        {number('between')}
      </div>
      <p className="hint">{t('round.carried')}</p>
    </section>
  );
}
