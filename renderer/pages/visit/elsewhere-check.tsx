import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCivilDate } from '../../../domain/calendar/civil-date';
import { elsewhere, type Elsewhere } from '../../../domain/doubts/elsewhere';
import { doubtQuestion, doubtSentence, innocentLooks } from '../../../domain/explain/doubt-sentences';
import type { Dossier } from '../../../domain/record/dossier';
import { StatusMark } from '../../components/status-mark';
import { useDoubtContext } from '../../features/doubts/use-doubts';
import { parseClockTime } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { draftDoubts, type DayOfVisit } from './draft-doubts';
import type { VisitDraft } from './visit-draft';

interface CheckProps {
  readonly draft: VisitDraft;
  /** Of the elevator that is visited. */
  readonly dossier: Dossier;
}

/** Compares the team and its times with every other visit of that day on record here. */
export function ElsewhereCheck({ draft, dossier }: CheckProps) {
  const day = useDay(draft.date);
  const found = day === null ? null : foundElsewhere(draft, dossier.elevator.value.address, day);
  return (
    <>
      {found === null ? null : <Found found={found} />}
      {day === null ? null : <Asked draft={draft} dossier={dossier} day={day} />}
    </>
  );
}

/** What the visit would ask as it is typed; nothing of it keeps it from being saved. */
function Asked({ draft, dossier, day }: CheckProps & { readonly day: DayOfVisit }) {
  const { t } = useTranslation();
  const { pack, locale } = useAppState();
  const doubts = draftDoubts(draft, day, dossier, pack);
  const addresses = useMemo(
    () => [...day.addresses, [dossier.registrationNo, dossier.elevator.value.address] as const],
    [day, dossier],
  );
  const context = useDoubtContext(addresses);
  if (doubts.length === 0) return null;
  return (
    <div className="elsewhere">
      <span className="muted small">{t('doubts.formTitle')}</span>
      <span role="status" className="asked">
        {doubts.map((doubt) => (
          <span key={doubt.kind + doubt.visits.map(({ registrationNo }) => registrationNo).join(' ')}>
            <StatusMark shape="no-data" word={doubtQuestion(doubt, context)} />
            <span className="small muted">
              {doubtSentence(doubt, context)}
              {t('doubts.listEnd')} {t('doubts.innocent')}
              {t('doubts.colon')}
              {innocentLooks(doubt.kind, locale)}
              {t('doubts.listEnd')}
            </span>
          </span>
        ))}
        <span className="small muted">{t('doubts.formHint')}</span>
      </span>
    </div>
  );
}

function Found({ found }: { readonly found: readonly Elsewhere[] }) {
  const { t } = useTranslation();
  return (
    <div className="elsewhere">
      <span className="muted small">{t('visit.elsewhere.label')}</span>
      <span role="status">
        {found.length === 0 ? (
          <StatusMark shape="met" word={t('visit.elsewhere.clear')} />
        ) : (
          found.map(({ name, registrationNo, startedAt, endedAt }) => (
            <StatusMark
              key={`${name} ${registrationNo}`}
              shape="lapsed"
              word={t('visit.elsewhere.found', { name, place: registrationNo, times: `${startedAt}–${endedAt}` })}
            />
          ))
        )}
      </span>
    </div>
  );
}

function foundElsewhere(draft: VisitDraft, address: string | undefined, day: DayOfVisit): readonly Elsewhere[] | null {
  const { registrationNo, date, task, technicians } = draft;
  const [startedAt, endedAt] = [parseClockTime(draft.startedAt), parseClockTime(draft.endedAt)];
  if (startedAt === null || endedAt === null || !isCivilDate(date)) return null;
  const visit = { registrationNo, date, task, technicians, startedAt, endedAt };
  return elsewhere(visit, day.visits, (no) => (no === registrationNo ? address : day.addresses.get(no)));
}

/** Null while it is read, and when it cannot be: then nothing is said. */
function useDay(date: string): DayOfVisit | null {
  const { fleet, revision } = useAppState();
  const [found, setFound] = useState<(DayOfVisit & { readonly date: string }) | null>(null);
  useEffect(() => {
    let wanted = true;
    if (!isCivilDate(date) || revision === 0) return;
    fleet.ask('visits-on', date).then(
      ({ rows: visits, rest }) => {
        if (wanted) setFound({ date, visits, addresses: new Map(rest) });
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [fleet, date, revision]);
  return found?.date === date ? found : null;
}
