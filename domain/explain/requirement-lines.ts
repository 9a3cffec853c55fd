import type { JudgedRequirement } from '../audit/judge-requirements';
import type { CivilDate } from '../calendar/civil-date';
import type { Locale } from '../pack/legal-basis';
import { explainWordsOf, nameOf, type ActNames } from './act-names';
import { fill } from './words/explain-words';
import { REQUIREMENT_WORDS } from './words/requirement-words';

/** What the records say of one demand, in one language. */
export interface RequirementLines {
  readonly kept: boolean;
  /** `kept` in a word. */
  readonly mark: string;
  readonly finding: string;
  /** What would have kept it; null where it is kept, or where only older records could. */
  readonly remedy: string | null;
  readonly basis: string;
}

/** Days that a sentence lists before it only says that there are more. */
const LISTED = 8;

export function requirementLines(judged: JudgedRequirement, names: ActNames, locale: Locale): RequirementLines {
  const words = REQUIREMENT_WORDS[locale];
  const { legalBasis, confidence } = judged.requirement;
  const basis = fill(words.basis, {
    document: legalBasis.document[locale],
    clause: legalBasis.clause[locale],
    says: legalBasis.says[locale],
    confidence: explainWordsOf(locale).confidence[confidence],
  });
  const said = sentencesOn(judged, names, locale);
  return { ...said, mark: said.kept ? words.kept : words.notShown, basis };
}

function sentencesOn(
  judged: JudgedRequirement,
  names: ActNames,
  locale: Locale,
): Pick<RequirementLines, 'kept' | 'finding' | 'remedy'> {
  const words = REQUIREMENT_WORDS[locale];
  const { date, limit } = explainWordsOf(locale);
  switch (judged.kind) {
    case 'staffing': {
      const { visits, unnamed, short, requirement } = judged;
      const values = { visits, unnamed, least: requirement.minTechnicians, short: short.length };
      if (short.length === 0) return { kept: true, finding: fill(words.staffing.kept, values), remedy: null };
      const days = listed(
        short.map((visit) => visit.date),
        locale,
      );
      return {
        kept: false,
        finding: fill(words.staffing.short, { ...values, days }),
        remedy: fill(words.staffing.remedy, values),
      };
    }
    case 'retention': {
      const { oldest, askedFrom, reachesBack, requirement } = judged;
      const acts = requirement.acts?.map((act) => nameOf(act, names, locale)).join(words.comma);
      const records = acts === undefined ? words.retention.visits : fill(words.retention.acts, { acts });
      const values = { from: date(askedFrom), oldest: oldest === null ? '' : date(oldest), records };
      const finding = fill(oldest === null ? words.retention.none : words.retention.reach, values);
      return { kept: reachesBack, finding, remedy: null };
    }
    case 'order': {
      const { asked, without, requirement } = judged;
      const values = {
        asked,
        missing: without.length,
        act: nameOf(requirement.act, names, locale),
        before: nameOf(requirement.before, names, locale),
        limit: limit(requirement.within),
      };
      const first = without[0];
      if (first === undefined) return { kept: true, finding: fill(words.order.kept, values), remedy: null };
      return {
        kept: false,
        finding: fill(words.order.missing, { ...values, days: listed(without, locale) }),
        remedy: fill(words.order.remedy, { ...values, first: date(first) }),
      };
    }
  }
}

function listed(days: readonly CivilDate[], locale: Locale): string {
  const words = REQUIREMENT_WORDS[locale];
  const { date } = explainWordsOf(locale);
  const list = days.slice(0, LISTED).map(date).join(words.comma);
  return days.length > LISTED ? fill(words.more, { list }) : list;
}
