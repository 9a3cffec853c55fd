import { auditWindow, withinLife } from '../../../domain/audit/audit-elevator';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { Period } from '../../../domain/calendar/period';
import { ageOf, type Age } from '../../../domain/elevator/age';
import { coverGaps } from '../../../domain/insurance/cover-gaps';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { visitRulesFor } from '../../../domain/pack/rule-pack';
import { standing, type Dossier, type Recorded } from '../../../domain/record/dossier';
import { lateVisitDays } from '../../../domain/headline/late-days';
import { historyOf } from '../../../domain/headline/history';
import { judgeHeadline, type Headline, type HeadlineQuestion } from '../../../domain/headline/judge-headline';
import { priorityOf, type Priority } from '../../../domain/headline/priority';
import { composeStrip, type StripModel } from '../../../domain/report/strip';
import { assessmentsOf, type AssessmentState } from '../../../domain/risk/assessment-due';
import { judgeHazards, type JudgedHazard } from '../../../domain/risk/judge-hazards';
import { oldAgeOf, type ReachedAge } from '../../../domain/risk/old-age';
import { compileRules } from '../../../domain/service-clock/compiled-rule';

/** Everything that the passport of one elevator shows, as of a day. */
export interface Passport {
  readonly dossier: Dossier;
  readonly age: Age | null;
  readonly old: ReachedAge | null;
  readonly headline: Headline;
  readonly strip: StripModel;
  readonly hazards: readonly JudgedHazard[];
  readonly assessments: AssessmentState | null;
  readonly priority: Priority;
  /** Days of the period without cover, since the first policy; null where no policy is on record. */
  readonly coverGaps: readonly Period[] | null;
}

/** The same headline as on the elevator's own page, with what an old elevator is looked at for. */
export function passportOf(dossier: Dossier, pack: RulePack, question: HeadlineQuestion): Passport {
  const { value: elevator } = dossier.elevator;
  const { asOf, period, hazardDays } = question;
  const history = historyOf(dossier);
  const headline = judgeHeadline(dossier, question);
  const { audit, use, scope } = headline;
  const window = withinLife(auditWindow(asOf, period, scope), history);
  const criteria = pack.hazards;
  const old = criteria === undefined ? null : oldAgeOf(elevator, criteria, asOf);
  const hazards = criteria === undefined ? [] : judgeHazards(dossier.hazards, criteria, asOf, hazardDays);
  return {
    dossier,
    age: ageOf(elevator, asOf),
    old,
    headline,
    strip: composeStrip(
      history,
      compileRules({ rules: visitRulesFor(pack, elevator) }),
      window,
      lateVisitDays(dossier, question.entry),
    ),
    hazards,
    assessments: criteria === undefined ? null : assessmentsOf(elevator, standing(dossier.assessments), criteria, asOf),
    priority: priorityOf({
      asOf,
      elevator: dossier.elevator,
      oldAge: old,
      hazards,
      use,
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
