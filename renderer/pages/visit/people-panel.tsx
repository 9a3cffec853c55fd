import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCommand } from '../../components/command-key';
import { Button, TextField } from '../../components/controls';
import type { Dossier } from '../../../domain/record/dossier';
import { ElsewhereCheck } from './elsewhere-check';
import { parseClockTime } from '../../i18n/dates';
import { namesIn } from '../../i18n/names';
import { joined } from './suggestions';
import { minutesOf, type VisitDraft, type VisitProblem } from './visit-draft';

interface PeopleProps {
  readonly draft: VisitDraft;
  readonly suggested: readonly string[];
  readonly confirmers: readonly string[];
  readonly problems: readonly VisitProblem[];
  readonly onChange: (change: Partial<VisitDraft>) => void;
}

/** Who came, when, and what was replaced. */
export function PeoplePanel({
  draft,
  dossier,
  suggested,
  problems,
  onChange,
}: PeopleProps & { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const told = (field: VisitProblem['field']): string | undefined => {
    const problem = problems.find((each) => each.field === field);
    return problem === undefined ? undefined : t(`visit.problems.${field}-${problem.code}`);
  };
  return (
    <section className="panel">
      <header>
        <h2>{t('visit.people')}</h2>
      </header>
      <div className="body">
        <Technicians draft={draft} suggested={suggested} problem={told('technicians')} onChange={onChange} />
        <Times draft={draft} told={told} onChange={onChange} />
        <ElsewhereCheck draft={draft} dossier={dossier} />
        <TextField
          label={t('visit.replacedParts')}
          value={draft.replacedParts}
          onChange={(event) => onChange({ replacedParts: event.target.value })}
          problem={told('replacedParts')}
        />
        <TextField
          label={t('visitFields.note')}
          value={draft.note}
          onChange={(event) => onChange({ note: event.target.value })}
          problem={told('note')}
        />
      </div>
    </section>
  );
}

type Team = Pick<VisitDraft, 'technicians' | 'typedTechnicians'>;

/** Who came, of a visit or of a whole round. */
export function Technicians({
  draft,
  suggested,
  problem,
  onChange,
}: {
  readonly draft: Team;
  readonly suggested: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (change: Partial<Team>) => void;
}) {
  const { t } = useTranslation();
  const typed = draft.typedTechnicians;
  const add = (text: string): void =>
    onChange({ technicians: joined(draft.technicians, namesIn(text)), typedTechnicians: '' });
  return (
    <>
      <div className="chips">
        {draft.technicians.map((name) => (
          <span key={name} className="chip">
            {name}
            <button
              type="button"
              aria-label={t('visit.removeTechnician', { name })}
              onClick={() => onChange({ technicians: draft.technicians.filter((each) => each !== name) })}
            >
              ×
            </button>
          </span>
        ))}
        {suggested.map((name, index) =>
          draft.technicians.includes(name) ? null : (
            <Button key={name} look="small" keys={`Ctrl ${index + 1}`} onClick={() => add(name)}>
              {name}
            </Button>
          ),
        )}
      </div>
      <TextField
        label={t('visitFields.technicians')}
        value={typed}
        placeholder={t('visit.addTechnician')}
        data-field="technicians"
        onChange={(event) => {
          const text = event.target.value;
          if (/[、;；，,]$/.test(text)) add(text);
          else onChange({ typedTechnicians: text });
        }}
        onBlur={() => {
          if (typed !== '') add(typed);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !hasCommand(event) && !event.nativeEvent.isComposing) {
            event.preventDefault();
            add(typed);
          } else if (event.key === 'Backspace' && typed === '')
            onChange({ technicians: draft.technicians.slice(0, -1) });
        }}
        problem={problem}
      />
    </>
  );
}

function Times({
  draft,
  told,
  onChange,
}: Pick<PeopleProps, 'draft' | 'onChange'> & {
  readonly told: (field: 'startedAt' | 'endedAt') => string | undefined;
}) {
  const { t } = useTranslation();
  const minutes = minutesOf(draft);
  const field = (name: 'startedAt' | 'endedAt', placeholder: string) => (
    <TextField
      label={t(`visitFields.${name}`)}
      placeholder={placeholder}
      inputMode="numeric"
      maxLength={12}
      data-field={name}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
      onBlur={() => onChange({ [name]: parseClockTime(draft[name]) ?? draft[name] })}
      problem={told(name)}
    />
  );
  return (
    <div className="times" role="group" aria-label={t('visit.times')}>
      <span className="small muted" aria-hidden="true">
        {t('visit.times')}
      </span>
      {field('startedAt', '09:00')}
      <span aria-hidden="true">–</span>
      {field('endedAt', '09:45')}
      <span className="small muted">
        {minutes === null || minutes < 0 ? '' : t('visit.minutes', { count: minutes })}
      </span>
    </div>
  );
}

/** The user unit's safety manager (TSG T5002-2017 art. 7); those who confirmed here before are offered. */
export function ConfirmationPanel({
  draft,
  confirmers,
  problems,
  onChange,
}: Pick<PeopleProps, 'draft' | 'confirmers' | 'problems' | 'onChange'>) {
  const { t } = useTranslation();
  const listId = useId();
  const problem = problems.find(({ field }) => field === 'confirmedBy');
  return (
    <section className="panel">
      <header>
        <h2>{t('visit.confirmation')}</h2>
      </header>
      <div className="body">
        <TextField
          label={t('visitFields.confirmedBy')}
          list={listId}
          data-field="confirmedBy"
          value={draft.confirmedBy}
          onChange={(event) => onChange({ confirmedBy: event.target.value })}
          placeholder={t('visit.confirmHint')}
          problem={problem === undefined ? undefined : t(`visit.problems.confirmedBy-${problem.code}`)}
        />
        <datalist id={listId}>
          {confirmers.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {draft.confirmedBy.trim() === '' && confirmers.length > 0 ? (
          <div className="chips">
            {confirmers.slice(0, 3).map((name) => (
              <Button key={name} look="small" onClick={() => onChange({ confirmedBy: name })}>
                {name}
              </Button>
            ))}
          </div>
        ) : null}
      </div>
    </section>
  );
}
