import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import type { ElevatorAudit } from '../../../domain/audit/verdict';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { Period } from '../../../domain/calendar/period';
import { ageOf, type Age } from '../../../domain/elevator/age';
import { coverGaps } from '../../../domain/insurance/cover-gaps';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { visitRulesFor } from '../../../domain/pack/rule-pack';
import { standing, type Dossier, type Recorded } from '../../../domain/record/dossier';
import { historyOf } from '../../../domain/headline/history';
import { composeStrip, type StripModel } from '../../../domain/report/strip';
import { assessmentsOf, type AssessmentState } from '../../../domain/risk/assessment-due';
import type { HazardDays } from '../../../domain/risk/hazard-days';
import { judgeHazards, type JudgedHazard } from '../../../domain/risk/judge-hazards';
import { oldAgeOf, type ReachedAge } from '../../../domain/risk/old-age';
import { priorityOf, type Priority } from '../../../domain/risk/priority';
import { compileRules } from '../../../domain/service-clock/compiled-rule';

/** Everything that the passport of one elevator shows, as of a day. */
export interface Passport {
  readonly dossier: Dossier;
  readonly age: Age | null;
  readonly old: ReachedAge | null;
  readonly audit: ElevatorAudit;
  readonly strip: StripModel;
  readonly hazards: readonly JudgedHazard[];
  readonly assessments: AssessmentState | null;
  readonly priority: Priority;
  /** Days of the period without cover, since the first policy; null where no policy is on record. */
  readonly coverGaps: readonly Period[] | null;
}

interface Question {
  readonly asOf: CivilDate;
  readonly period: Period;
  readonly pack: RulePack;
  readonly days: HazardDays;
}

export function passportOf(dossier: Dossier, { asOf, period, pack, days }: Question): Passport {
  const { value: elevator } = dossier.elevator;
  const { registrationNo } = dossier;
  const history = historyOf(dossier);
  const window = auditWindow(asOf, period);
  const { kind, place } = elevator;
  const audit = auditElevator({ registrationNo, kind, place, history }, compileRules(pack), window);
  const criteria = pack.hazards;
  const old = criteria === undefined ? null : oldAgeOf(elevator, criteria, asOf);
  const hazards = criteria === undefined ? [] : judgeHazards(dossier.hazards, criteria, asOf, days);
  return {
    dossier,
    age: ageOf(elevator, asOf),
    old,
    audit,
    strip: composeStrip(history, compileRules({ rules: visitRulesFor(pack, elevator) }), window),
    hazards,
    assessments: criteria === undefined ? null : assessmentsOf(elevator, standing(dossier.assessments), criteria, asOf),
    priority: priorityOf({
      asOf,
      elevator: dossier.elevator,
      oldAge: old,
      hazards,
      audit,
      visits: stillStanding(dossier.visits),
      inspections: stillStanding(dossier.inspections),
      callouts: stillStanding(dossier.callouts),
    }),
    coverGaps: gapsOf(dossier, asOf, period),
  };
}

export function stillStanding<T>(records: readonly Recorded<T>[]): Recorded<T>[] {
  return records.filter(({ withdrawn }) => withdrawn !== true);
}

function gapsOf(dossier: Dossier, asOf: CivilDate, period: Period): readonly Period[] | null {
  const begun = standing(dossier.policies).filter(({ from }) => from <= asOf);
  if (begun.length === 0) return null;
  const first = begun.reduce((earliest, { from }) => (from < earliest ? from : earliest), asOf);
  return coverGaps(begun, first > period.from ? first : period.from, period.to);
}
