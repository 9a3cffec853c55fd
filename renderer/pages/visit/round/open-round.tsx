import { useEffect, useMemo, useState } from 'react';
import { toEpochDay } from '../../../../domain/calendar/civil-date';
import { MOST_IN_ROUND } from '../../../../domain/visit/most-in-round';
import { tidyDate } from '../../../i18n/dates';
import { useAppState } from '../../../session/app-state';
import { useDossiers } from '../../../session/use-elevators';
import { useKeptDraft } from '../../../features/drafts/use-kept-draft';
import { readLastTeam } from '../last-team';
import type { RoundClock } from './fill-times';
import { readLastClock } from './last-clock';
import { LogRound } from './log-round';
import { isRoundUntouched, newRound, parseRound, ROUND_PREFIX, type RoundDraft } from './round-draft';
import type { Site } from './sites';

type Remembered = Pick<RoundClock, 'minutes' | 'between'> & { readonly team: readonly string[] };

/** The draft of a site's round with the dossiers of its elevators, once all is read. */
export function OpenRound({ site }: { readonly site: Site }) {
  const [remembered, setRemembered] = useState<Remembered | null>(null);
  useEffect(() => {
    void Promise.all([readLastClock(), readLastTeam().catch(() => [])]).then(([clock, team]) =>
      setRemembered({ ...clock, team }),
    );
  }, []);
  return remembered === null ? null : <WithDraft site={site} remembered={remembered} />;
}

function WithDraft({ site, remembered }: { readonly site: Site; readonly remembered: Remembered }) {
  const { info, asOf, revision } = useAppState();
  const date = asOf <= info.today ? asOf : info.today;
  const { team, ...clock } = remembered;
  const kept = useKeptDraft<RoundDraft>({
    key: `${ROUND_PREFIX}${site.key}`,
    parse: (value) => parseRound(value, site.key),
    isUntouched: isRoundUntouched,
    fresh: () => newRound({ site: site.key, date, clock, rows: proposedRows(site, toEpochDay(date)) }),
  });
  const numbers = useMemo(() => site.rows.map(({ registrationNo }) => registrationNo), [site]);
  const dossiers = useDossiers(numbers, revision);
  const draft = useMemo(() => kept.draft && ofSite(kept.draft, site), [kept.draft, site]);
  if (draft === null || dossiers === null) return null;
  const round = { ...draft, date: tidyDate(draft.date) };
  return <LogRound {...{ site, kept, dossiers, round }} typedDate={draft.date} lastTeam={team} />;
}

/** All that are in use and were not visited that day, as many as one round takes; the others can be brought in. */
function proposedRows(
  { rows }: Site,
  day: number,
): readonly Pick<RoundDraft['rows'][number], 'registrationNo' | 'isIn'>[] {
  let taken = 0;
  return rows.map(({ registrationNo, use, lastVisit }) => {
    const isIn = use.state !== 'out-of-use' && lastVisit !== day && taken < MOST_IN_ROUND;
    if (isIn) taken += 1;
    return { registrationNo, isIn };
  });
}

/** A draft of before knows neither an elevator registered since nor that one has left. */
function ofSite(draft: RoundDraft, site: Site): RoundDraft {
  const there = new Set(site.rows.map(({ registrationNo }) => registrationNo));
  const known = new Set(draft.rows.map(({ registrationNo }) => registrationNo));
  const added = site.rows.filter(({ registrationNo }) => !known.has(registrationNo));
  if (added.length === 0 && draft.rows.every(({ registrationNo }) => there.has(registrationNo))) return draft;
  const fresh = newRound({
    site: site.key,
    date: '1970-01-01' as never, // of the rows alone
    clock: draft,
    rows: added.map(({ registrationNo }) => ({ registrationNo, isIn: false })),
  });
  return { ...draft, rows: [...draft.rows.filter(({ registrationNo }) => there.has(registrationNo)), ...fresh.rows] };
}
