import { isCivilDate } from '../../../domain/calendar/civil-date';
import type { Doubt } from '../../../domain/doubts/doubt';
import { lookForDoubts } from '../../../domain/doubts/look';
import { nameKey } from '../../../domain/doubts/names';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { DoubtKind } from '../../../domain/pack/doubt-threshold';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { standing, type Dossier } from '../../../domain/record/dossier';
import type { Visit } from '../../../domain/visit/visit';
import { teamOf, type VisitDraft } from './visit-draft';

/** What can be known while a visit is typed; two places at once are told beside the times already. */
const KNOWN_THEN: readonly DoubtKind[] = [
  'travel',
  'too-short',
  'overload',
  'not-in-use',
  'entrapment',
  'nobody-seen',
  'trips-meanwhile',
  'no-certificate',
];

/** The other visits of its day, and where their elevators stand. */
export interface DayOfVisit {
  readonly visits: readonly Visit[];
  readonly addresses: ReadonlyMap<RegistrationNo, string | undefined>;
}

/** What a visit would ask if it were saved as it is typed; nothing before its times are whole. */
export function draftDoubts(
  draft: VisitDraft,
  { visits, addresses }: DayOfVisit,
  dossier: Pick<Dossier, 'registrationNo' | 'elevator' | 'outages' | 'callouts' | 'deviceEvents'>,
  pack: Pick<RulePack, 'believability'>,
): readonly Doubt[] {
  const { registrationNo, date, task, startedAt, endedAt } = draft;
  const technicians = teamOf(draft);
  if (!isCivilDate(date) || !isWhole(startedAt) || !isWhole(endedAt)) return [];
  const visit: Visit = { registrationNo, date, task, startedAt, endedAt, technicians };
  const people = new Set(technicians.map(nameKey));
  const near = visits.filter(
    (one) => one.registrationNo === registrationNo || one.technicians.some((name) => people.has(nameKey(name))),
  );
  const elsewhere = [...addresses].filter(([no]) => no !== registrationNo);
  const { doubts } = lookForDoubts(
    {
      elevators: [
        dossier.elevator.value,
        ...elsewhere.map(([no, address]) => ({
          registrationNo: no,
          kind: '',
          regime: 'standard' as const,
          ...(address !== undefined && { address }),
        })),
      ],
      visits: [visit, ...near],
      outages: standing(dossier.outages).map((outage) => ({ ...outage, registrationNo })),
      callouts: standing(dossier.callouts),
      certificates: null,
      deviceEvents: standing(dossier.deviceEvents),
      ways: null,
      askedItems: new Set(),
      asOf: date,
    },
    { believability: (pack.believability ?? []).filter(({ id }) => KNOWN_THEN.includes(id)) },
  );
  return doubts.filter((doubt) => doubt.visits.includes(visit));
}

/** As the field leaves it: while it is typed nobody is asked about half a time. */
function isWhole(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}
