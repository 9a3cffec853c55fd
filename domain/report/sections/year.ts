import { limitOfVersion } from '../limit-of-version';
import { toCivilDate } from '../../calendar/civil-date';
import { DEFAULT_LATE_DAYS } from '../../headline/entry';
import { lateVisitDays } from '../../headline/late-days';
import { versionAt } from '../../pack/rule-pack';
import { endedBy } from '../../audit/end-of-life';
import { hasServiceDay } from '../../audit/tally-rule';
import type { Block } from '../model';
import { composeStrip, lateVisitsOf } from '../strip';
import type { Subject } from './subject';

export function yearBlocks(subject: Subject): Block[] {
  const { texts, history, window, rules, say, evidence } = subject;
  const strip = composeStrip(
    history,
    rules.map(({ compiled }) => compiled),
    window,
    lateVisitDays(evidence.dossier, {
      lateDays: evidence.lateDays ?? DEFAULT_LATE_DAYS,
      origin: evidence.chain.origin,
    }),
  );
  const late = lateVisitsOf(strip).length;
  const limits = rules.map(({ rule }) =>
    texts.lane(say(rule.shortTitle), limitOfVersion(versionAt(rule, null), texts.limitShort, subject.locale)),
  );
  const gaps = rules.flatMap(({ rule, audit }) =>
    audit.gaps.map((gap) => texts.stripAltGap(say(rule.shortTitle), gap.deadline, gap.daysLate)),
  );
  const endedOn = endedBy(history, window);
  const outages = strip.outages.map(({ from, to }) =>
    texts.stripAltOutage(toCivilDate(from), to > window.to && endedOn === null ? null : toCivilDate(to)),
  );
  if (rules.length === 0)
    return [
      { kind: 'heading', text: texts.sections.strip },
      { kind: 'paragraph', style: 'body', runs: [{ text: texts.noVisitRules }] },
    ];
  const empty = rules.every(({ intervals }) => intervals.length === 0) ? texts.stripEmpty : null;
  const nothing = hasServiceDay(history, window) ? empty : texts.strip.nothing;
  return [
    { kind: 'heading', text: texts.sections.strip },
    {
      kind: 'strip',
      strip,
      words: { ...texts.strip, lanes: limits, nothing },
      alt:
        nothing ??
        `${texts.stripAlt(strip.lanes[0]?.visits.length ?? 0, gaps, outages)}${late === 0 ? '' : texts.stripAltLate(late)}`,
    },
  ];
}
