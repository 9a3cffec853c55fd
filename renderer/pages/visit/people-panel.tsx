import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { standing, type Dossier } from '../../../domain/record/dossier';
import { Button, TextField } from '../../components/controls';
import type { DraftProblem, VisitDraft } from './visit-draft';

interface PeopleProps {
  readonly dossier: Dossier;
  readonly draft: VisitDraft;
  readonly problems: readonly DraftProblem[];
  readonly onChange: (change: Partial<VisitDraft>) => void;
}

/** Names of earlier visits, the most recent first; the first nine are one key away. */
export function knownNames(
  dossier: Dossier,
  pick: (visit: Dossier['visits'][number]['value']) => readonly string[],
): string[] {
  const visits = [...standing(dossier.visits)].sort((a, b) => (a.date < b.date ? 1 : -1));
  return [...new Set(visits.flatMap(pick))].slice(0, 9);
}

export function PeoplePanel({ dossier, draft, problems, onChange }: PeopleProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const known = knownNames(dossier, ({ technicians }) => technicians).filter(
    (each) => !draft.technicians.includes(each),
  );
  const managers = knownNames(dossier, ({ confirmedBy }) => (confirmedBy === undefined ? [] : [confirmedBy]));
  const add = (technician: string): void => {
    const trimmed = technician.trim();
    if (trimmed !== '' && !draft.technicians.includes(trimmed))
      onChange({ technicians: [...draft.technicians, trimmed] });
    setName('');
  };
  const minutes = minutesBetween(draft.startedAt, draft.endedAt);
  return (
    <section className="panel">
      <header>
        <h2>{t('visit.people')}</h2>
      </header>
      <div className="body">
        <div className="chips">
          {draft.technicians.map((technician) => (
            <span key={technician} className="chip">
              {technician}
              <button
                type="button"
                className="button link"
                aria-label={t('visit.removeTechnician', { name: technician })}
                onClick={() => onChange({ technicians: draft.technicians.filter((each) => each !== technician) })}
              >
                ×
              </button>
            </span>
          ))}
        </div>
        <TextField
          label={t('visitFields.technicians')}
          value={name}
          placeholder={t('visit.addTechnician')}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => add(name)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey) return;
            event.preventDefault();
            add(name);
          }}
          problem={problems.includes('technicians') ? t('visit.problems.technicians') : undefined}
        />
        <div className="chips">
          {known.map((each, index) => (
            <Button key={each} look="small" keys={index < 9 ? `Ctrl ${index + 1}` : ''} onClick={() => add(each)}>
              {each}
            </Button>
          ))}
        </div>
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 }}>
          <TextField
            label={t('visitFields.startedAt')}
            placeholder="09:00"
            value={draft.startedAt}
            onChange={(event) => onChange({ startedAt: event.target.value })}
            onBlur={() => onChange({ startedAt: tidyTime(draft.startedAt) })}
            problem={problems.includes('start') ? t('visit.problems.start') : undefined}
          />
          <TextField
            label={t('visitFields.endedAt')}
            placeholder="09:45"
            value={draft.endedAt}
            onChange={(event) => onChange({ endedAt: event.target.value })}
            onBlur={() => onChange({ endedAt: tidyTime(draft.endedAt) })}
            problem={
              problems.includes('end')
                ? t('visit.problems.end')
                : problems.includes('order')
                  ? t('visit.problems.order')
                  : undefined
            }
          />
        </div>
        {minutes === null ? null : <div className="small muted">{t('visit.minutes', { count: minutes })}</div>}
        <TextField
          label={t('visitFields.note')}
          value={draft.note}
          onChange={(event) => onChange({ note: event.target.value })}
        />
        <TextField
          label={t('visitFields.confirmedBy')}
          list="known-managers"
          value={draft.confirmedBy}
          onChange={(event) => onChange({ confirmedBy: event.target.value })}
          hint={t('visit.confirmHint')}
        />
        <datalist id="known-managers">
          {managers.map((manager) => (
            <option key={manager} value={manager} />
          ))}
        </datalist>
      </div>
    </section>
  );
}

/** `905` and `9：05` become `09:05`; anything else stays as typed. */
export function tidyTime(text: string): string {
  const match = /^(\d{1,2})[:：.]?(\d{2})$/.exec(text.trim());
  return match === null ? text.trim() : `${match[1]!.padStart(2, '0')}:${match[2]!}`;
}

function minutesBetween(start: string, end: string): number | null {
  const minutes = (text: string): number | null => {
    const match = /^(\d{2}):(\d{2})$/.exec(text);
    return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
  };
  const [from, to] = [minutes(start), minutes(end)];
  return from === null || to === null || to < from ? null : to - from;
}
