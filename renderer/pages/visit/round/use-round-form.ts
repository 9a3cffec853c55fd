import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { BridgeError } from '../../../../domain/bridge/errors';
import { recordIdOf } from '../../../../domain/record/entry';
import type { Dossier } from '../../../../domain/record/dossier';
import { changesVerdict } from '../../../../domain/headline/saving-effect';
import { useRecordForm } from '../../../components/use-record-form';
import { saveDraft } from '../../../data/drafts';
import type { KeptDraft } from '../../../features/drafts/use-kept-draft';
import { lateOf, lateProblems } from '../../../features/late/late-form';
import { useAppState } from '../../../session/app-state';
import { useUndo } from '../../../session/undo';
import { visitChecklist, type VisitChecklist } from '../checklist';
import { itemHazardProblems, itemHazardsOf, type HazardGround } from '../item-hazards';
import { keepLastTeam } from '../last-team';
import { problemsOf, teamOf, type VisitProblem } from '../visit-draft';
import { parseMinutes } from './fill-times';
import { keepLastClock } from './last-clock';
import { recordOf, ROUND_PREFIX, visitsOfRound, type RoundDraft, type RowVisit } from './round-draft';
import { useRowOutlooks, type RowOutlook } from './use-row-outlooks';

/** One visit of the round with all that its row shows. */
export interface RoundVisit extends RowVisit {
  readonly dossier: Dossier;
  readonly checklist: VisitChecklist | null;
  readonly ground: HazardGround | null;
  /** Its own; what is wrong with the fields of the round is told there. */
  readonly problems: readonly VisitProblem[];
  readonly outlook: RowOutlook | null;
  /** What the machine answered for it when the round was to be saved; null = nothing yet. */
  readonly refusal: string | null;
}

/** Fields that the round has once for all its visits. */
export type RoundField = 'date' | 'technicians' | 'firstStart' | 'minutes' | 'between' | 'rows' | 'lateReason';

export interface RoundGround {
  readonly kept: KeptDraft<RoundDraft>;
  readonly round: RoundDraft;
  readonly dossiers: ReadonlyMap<string, Dossier>;
  readonly siteName: string;
  /** Opens the row of a visit and takes the focus to what is wrong there. */
  readonly focusRow: (registrationNo: string, problem: VisitProblem) => void;
}

/** The round as a form: its visits, what keeps it from being saved, and the one act that saves all. */
export function useRoundForm({ kept, round, dossiers, siteName, focusRow }: RoundGround) {
  const { t } = useTranslation();
  const { pack, info, mutate, readOnly, say, settings } = useAppState();
  const undo = useUndo();
  const [, navigate] = useLocation();
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});
  const bare = useMemo(
    () => visitsOfRound(round).filter(({ row }) => dossiers.has(row.registrationNo)),
    [round, dossiers],
  );
  const outlooks = useRowOutlooks(bare, dossiers);
  const visits = bare.map((visit, index): RoundVisit => {
    const dossier = dossiers.get(visit.row.registrationNo)!; // filtered by it
    const elevator = dossier.elevator.value;
    const checklist = visitChecklist(pack, elevator.kind, visit.row.task);
    const { hazards: criteria } = pack;
    const ground: HazardGround | null =
      criteria === undefined
        ? null
        : { criteria, elevator, days: settings.hazardDays, titleOf: ({ title }) => say(title) };
    const problems: readonly VisitProblem[] = [
      ...problemsOf(visit.draft, checklist, info.today),
      ...itemHazardProblems(visit.draft, checklist, ground).map((one) => ({ field: 'checklist' as const, ...one })),
    ].filter((problem) => !isOfRound(problem, index === 0 && visit.row.visit.startedAt.trim() === ''));
    const { registrationNo } = visit.row;
    const [outlook, refusal] = [outlooks.get(registrationNo) ?? null, refusals[registrationNo] ?? null];
    return { ...visit, dossier, checklist, ground, problems, outlook, refusal };
  });
  const late = latenessOf(visits);
  const lateWrong = lateProblems(round.late, late);
  const ofRound = roundProblems(round, bare, info.today);
  if (Object.keys(lateWrong).length > 0) ofRound.lateReason = Object.values(lateWrong)[0]!;
  const ofRows = visits.flatMap(({ row, problems }) =>
    problems.map((one) => [`${row.registrationNo} ${one.field === 'checklist' ? one.itemId : one.field}`, one.code]),
  );
  const form = useRecordForm<RoundDraft, Readonly<Partial<Record<string, string>>>>({
    texts: [round, kept.change],
    problems: { ...ofRound, ...(Object.fromEntries(ofRows) as Record<string, string>) },
    words: (code) => code, // each is said where it stands
    locked: readOnly,
    write: async () => {
      setRefusals({});
      const asked = visits.map((visit) => {
        const hazards = itemHazardsOf(visit.draft, visit.checklist, visit.ground);
        return {
          visit: recordOf(visit, visit.checklist, pack),
          ...(hazards.length === 0 ? {} : { hazards }),
          ...lateOf(round.late, visit.outlook?.entry ?? null),
        };
      });
      const { entries } = await mutate('round.log', { visits: asked }).catch((error: unknown) => {
        if (error instanceof BridgeError) setRefusals(refusedRows(error));
        throw error;
      });
      await Promise.allSettled([
        kept.finish(),
        keepLastTeam(teamOf(visits[0]!.draft)), // a round without visits is not saved
        keepLastClock(round),
      ]);
      const hazards = asked.reduce((sum, one) => sum + ('hazards' in one ? one.hazards.length : 0), 0);
      undo.offer({
        done: t('round.saved', { site: siteName, count: entries.length }),
        undo: async () => {
          const named = entries.map((entry, index) => ({
            registrationNo: asked[index]!.visit.registrationNo, // an entry a visit
            recordId: recordIdOf(entry),
          }));
          await mutate('round.withdraw', { visits: named, reason: t('undo.reason') });
          await saveDraft(`${ROUND_PREFIX}${round.site}`, round, Date.now()).catch(() => undefined); // withdrawn all the same
          navigate(`/round/${encodeURIComponent(round.site)}`);
          const withdrawn = t('round.withdrawn', { count: named.length });
          return hazards === 0 ? withdrawn : `${withdrawn}${t('undo.hazardsStay', { count: hazards })}`;
        },
      });
    },
    onSaved: () => navigate('/round'),
    focus: () => {
      if (Object.keys(ofRound).length > 0) return false;
      const wrong = visits.find(({ problems }) => problems.length > 0);
      if (wrong !== undefined) focusRow(wrong.row.registrationNo, wrong.problems[0]!); // it has one
      return wrong !== undefined;
    },
  });
  const told = (field: RoundField): string | undefined => (form.tried ? ofRound[field] : undefined);
  return { ...form, visits, late, lateWrong, ofRound, toldOfRound: told, refusals };
}

/** Fields that stand above the rows; the start of the first visit is that of the round. */
function isOfRound({ field }: VisitProblem, isFirst: boolean): boolean {
  return field === 'date' || field === 'technicians' || (isFirst && field === 'startedAt');
}

function roundProblems(
  round: RoundDraft,
  visits: readonly RowVisit[],
  today: Parameters<typeof problemsOf>[2],
): Partial<Record<RoundField, string>> {
  const problems: Partial<Record<RoundField, string>> = {};
  const [first] = visits;
  if (first === undefined) problems.rows = 'missing';
  else
    for (const { field, code } of problemsOf({ ...first.draft, onPaper: true }, null, today))
      if (field === 'date' || field === 'technicians') problems[field] ??= code;
      else if (field === 'startedAt' && first.row.visit.startedAt.trim() === '') problems.firstStart ??= code;
  for (const field of ['minutes', 'between'] as const)
    if (round[field].trim() !== '' && parseMinutes(round[field]) === null) problems[field] = 'not-minutes';
  return problems;
}

/** The lateness that the round's one reason answers: of a visit that changes a verdict, else of any that comes late. */
function latenessOf(visits: readonly RoundVisit[]) {
  const late = visits.flatMap(({ outlook }) => (outlook?.entry?.isLate === true ? [outlook.entry] : []));
  return late.find(changesVerdict) ?? late[0] ?? null;
}

/** Which rows a refusal names, and by what code. */
function refusedRows({ code, details }: BridgeError): Readonly<Record<string, string>> {
  const { registrationNo } = details;
  if (code !== 'round-refused') return registrationNo === undefined ? {} : { [String(registrationNo)]: code };
  return Object.fromEntries(Object.entries(details).map(([no, why]) => [no, String(why)]));
}
