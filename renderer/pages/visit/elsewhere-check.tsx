import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCivilDate } from '../../../domain/calendar/civil-date';
import type { Visit } from '../../../domain/visit/visit';
import { StatusMark } from '../../components/status-mark';
import { useAppState } from '../../state/app-state';
import { elsewhere } from './elsewhere';
import type { VisitDraft } from './visit-draft';

/** Compares the team and its times with every other visit of that day on record here. */
export function ElsewhereCheck({ draft }: { readonly draft: VisitDraft }) {
  const { t } = useTranslation();
  const visits = useVisitsOn(draft.date);
  const found = visits === null ? null : elsewhere(draft, visits);
  if (found === null) return null;
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

/** Null while they are read, and when they cannot be: then nothing is said. */
function useVisitsOn(date: string): readonly Visit[] | null {
  const { fleet, revision } = useAppState();
  const [found, setFound] = useState<{ readonly date: string; readonly visits: readonly Visit[] } | null>(null);
  useEffect(() => {
    let wanted = true;
    if (!isCivilDate(date) || revision === 0) return;
    fleet.visitsOn(date).then(
      (visits) => {
        if (wanted) setFound({ date, visits });
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [fleet, date, revision]);
  return found?.date === date ? found.visits : null;
}
