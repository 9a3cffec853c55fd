import type { CivilDate } from '../../../domain/calendar/civil-date';
import {
  judgeHeadline,
  subjectOf,
  type Headline,
  type HeadlineQuestion,
} from '../../../domain/headline/judge-headline';
import { forbidsUse, type Use, type UseReason, type UseState } from '../../../domain/headline/use';
import { isTask, type InspectionKind } from '../../../domain/inspection/inspection';
import type { RulePack } from '../../../domain/pack/rule-pack';
import type { Dossier, Recorded } from '../../../domain/record/dossier';
import type { RecordId } from '../../../domain/record/record-id';
import { judgeHazards } from '../../../domain/risk/judge-hazards';
import { circumstancesOf, type FailedInspection } from './failed-inspection';
import { visitAdvice, type VisitAdvice } from './visit-advice';

/** A step that changes the answer of the head. */
export type NextStep =
  | { readonly kind: 'take-out'; readonly on: CivilDate; readonly because: UseReason['kind'] }
  | { readonly kind: 'record-hazard'; readonly inspection: FailedInspection }
  | { readonly kind: 'stop-hazard'; readonly hazard: RecordId; readonly no: string }
  | { readonly kind: 'pass'; readonly acts: readonly InspectionKind[]; readonly after: 'failed' | 'overdue' }
  | { readonly kind: 'visit'; readonly advice: Extract<VisitAdvice, { kind: 'mend' }> };

export interface ProposedStep {
  readonly step: NextStep;
  /** May it be used, once this and the steps before it are done. */
  readonly useAfter: UseState;
}

export interface NextSteps {
  /** In the order in which they are to be done; each changes use, verdict or a broken interval. */
  readonly steps: readonly ProposedStep[];
  /** What a visit would do besides; null where it is among the steps. */
  readonly visit: VisitAdvice | null;
  /** Use is forbidden, and no visit lifts that. */
  readonly forbidden: boolean;
}

/** Every candidate is carried out in a copy of the dossier, one upon the other, and kept only where the answer changes. */
export function nextSteps(dossier: Dossier, pack: RulePack, question: HeadlineQuestion, headline: Headline): NextSteps {
  const { use, audit, scope } = headline;
  const forbidden = use.reasons.some(({ kind }) => forbidsUse(kind));
  if (use.state === 'retired') return { steps: [], visit: null, forbidden };
  const { asOf, period } = question;
  const { history } = subjectOf(dossier);
  const { kind, place } = dossier.elevator.value;
  const advice = visitAdvice({ kind, place, history, pack, asOf, period, scope, audit });
  const visits: NextStep[] = advice.kind === 'mend' && !forbidden ? [{ kind: 'visit', advice }] : [];
  const steps: ProposedStep[] = [];
  let [records, before] = [dossier, headline];
  for (const candidate of [...candidates(dossier, pack, question, headline), ...visits]) {
    const step = withoutIdleActs(candidate, (one) =>
      changes(before, judgeHeadline(carriedOut(records, one, pack, asOf), question)),
    );
    const next = carriedOut(records, step, pack, asOf);
    const after = judgeHeadline(next, question);
    if (!changes(before, after)) continue;
    steps.push({ step, useAfter: after.use.state });
    [records, before] = [next, after];
  }
  return { steps, visit: steps.some(({ step }) => step.kind === 'visit') ? null : advice, forbidden };
}

/** Of several acts to be passed, those that change the answer each by itself. */
function withoutIdleActs(step: NextStep, helps: (step: NextStep) => boolean): NextStep {
  if (step.kind !== 'pass' || step.acts.length < 2) return step;
  return { ...step, acts: step.acts.filter((act) => helps({ ...step, acts: [act] })) };
}

/** Whether the second answer differs from the first: use and its reasons, the verdict, or what breaks it. */
export function changes(before: Headline, after: Headline): boolean {
  return answerOf(before) !== answerOf(after);
}

function answerOf({ use, audit }: Headline): string {
  const broken = audit.rules.filter(({ status }) => status === 'overdue' || status === 'failed');
  return JSON.stringify([use, audit.verdict, audit.verdictByLaw, broken.map(({ ruleId }) => ruleId)]);
}

function candidates(
  dossier: Dossier,
  pack: RulePack,
  { asOf, criteria, hazardDays }: HeadlineQuestion,
  { use, audit }: Headline,
): NextStep[] {
  const failed = use.reasons.filter(({ kind }) => kind === 'failed-inspection' || kind === 'pack');
  const inspections = failed.flatMap((reason) => failedOf(dossier, reason));
  const hazards = criteria === null ? [] : judgeHazards(dossier.hazards, criteria, asOf, hazardDays);
  const stops = use.reasons.flatMap(({ kind, record }): NextStep[] => {
    const hazard = kind === 'hazard-must-stop' ? hazards.find(({ no }) => no === record) : undefined;
    return hazard === undefined ? [] : [{ kind: 'stop-hazard', hazard: hazard.id, no: hazard.no }];
  });
  const unrecorded = inspections.filter(({ id }) => dossier.hazards.every((one) => !isAbout(one, id)));
  return [
    ...takingOut(use, asOf),
    ...unrecorded.map((inspection): NextStep => ({ kind: 'record-hazard', inspection })),
    ...stops,
    ...passing(
      inspections.map(({ value }) => value.kind),
      'failed',
    ),
    ...passing(actsOwed(audit, pack), 'overdue'),
  ];
}

/** Out of use from the day of the failing act, else from the day of judgement; a hazard is stopped by its own step. */
function takingOut({ state, reasons }: Use, asOf: CivilDate): NextStep[] {
  const reason = reasons.find(({ kind }) => forbidsUse(kind) && kind !== 'hazard-must-stop');
  if (state === 'out-of-use' || reason === undefined) return [];
  const { kind } = reason;
  const on = kind === 'failed-inspection' || kind === 'pack' ? reason.on : asOf;
  return [{ kind: 'take-out', on, because: kind }];
}

function passing(acts: readonly InspectionKind[], after: 'failed' | 'overdue'): NextStep[] {
  return acts.length === 0 ? [] : [{ kind: 'pass', acts: [...new Set(acts)], after }];
}

/** What the rules ask for that no visit answers and that is overdue or failed. */
function actsOwed({ rules }: Headline['audit'], pack: RulePack): readonly InspectionKind[] {
  return rules.flatMap(({ status }, index) => {
    const { task } = pack.rules[index]!;
    return (status === 'overdue' || status === 'failed') && !isTask(task) ? [task] : [];
  });
}

/** The inspection that a reason rests on; the one recorded last where several failed on that day. */
export function failedOf(
  { inspections }: Pick<Dossier, 'inspections'>,
  { on, record }: Pick<UseReason, 'on' | 'record'>,
): readonly FailedInspection[] {
  const found = inspections.findLast(
    ({ value, withdrawn }) =>
      withdrawn !== true && value.result === 'fail' && value.date === on && (value.reportNo ?? null) === record,
  );
  return found === undefined ? [] : [found];
}

function isAbout({ value, withdrawn }: Dossier['hazards'][number], id: RecordId): boolean {
  return withdrawn !== true && value.sourceRecord === id;
}

/** The dossier as it would be once a step is done. */
export function carriedOut(dossier: Dossier, step: NextStep, pack: RulePack, asOf: CivilDate): Dossier {
  const { registrationNo } = dossier;
  switch (step.kind) {
    case 'take-out':
      return { ...dossier, outages: [...dossier.outages, proposed({ from: step.on })] };
    case 'record-hazard': {
      const { date } = step.inspection.value;
      const named = circumstancesOf(step.inspection.value, dossier.elevator.value, pack);
      const value = {
        registrationNo,
        foundOn: date,
        foundBy: [],
        source: 'inspection' as const,
        sourceRecord: step.inspection.id,
        component: 'other',
        what: '',
        ...(named.severe === '' ? {} : { severe: named.severe }),
        ...(named.major === '' ? {} : { major: named.major }),
        responsible: { party: 'maintainer' as const },
      };
      return { ...dossier, hazards: [...dossier.hazards, { ...proposed(value), steps: [] }] };
    }
    case 'stop-hazard':
      return {
        ...dossier,
        hazards: dossier.hazards.map((hazard) =>
          hazard.id === step.hazard
            ? { ...hazard, steps: [...hazard.steps, proposedStep({ act: 'stop-use', on: asOf, by: [] })] }
            : hazard,
        ),
      };
    case 'pass': {
      const result = step.after === 'failed' ? ('recheck' as const) : ('pass' as const);
      const passed = step.acts.map((kind) => proposed({ registrationNo, date: asOf, kind, result }));
      return { ...dossier, inspections: [...dossier.inspections, ...passed] };
    }
    case 'visit': {
      const visit = { registrationNo, date: asOf, task: step.advice.task, technicians: [] };
      return { ...dossier, visits: [...dossier.visits, proposed(visit)] };
    }
  }
}

/** Not on record: it stands in a copy only, as if entered in time. */
const NOT_YET = { id: 'ffffffff/0' as RecordId, at: '1900-01-01T00:00:00Z', author: '' };

function proposed<T>(value: T): Recorded<T> {
  return { ...NOT_YET, value };
}

function proposedStep(step: Dossier['hazards'][number]['steps'][number]['step']) {
  return { ...NOT_YET, step };
}
