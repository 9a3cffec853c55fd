import type { RuleVersion } from '../../../domain/pack/rule-pack';
import { actsOf, type Deed } from './acts';
import { dayOf, lastOf, monthOf, plus, type Day } from './days';
import { limitFrom } from './limit';
import type { Question } from './question';
import type { Stretch } from './stretch';
import { versionOn } from './versions';

/** Modes in which each act, or the start of the clock, starts the next interval. */
export function fromActToAct(question: Question, start: Day | null, events: readonly Day[]): Stretch[] {
  const anchors = start === null || start === events[0] ? events : [start, ...events];
  const stretches: Stretch[] = [];
  let expiry: Day | null = null;
  for (const [i, from] of anchors.entries()) {
    const to = anchors[i + 1] ?? null;
    const version = versionOn(question.rule, from);
    if (version?.counting.mode === 'certificate-expiry') {
      const term = certificateTerm(question, version, from, expiry);
      expiry = term(1);
      stretches.push({
        from,
        to,
        deadline: (k) => question.service.orReturn(term(k)),
        version,
        weight: version.confidence,
      });
    } else stretches.push(stretchOf(question, version, from, to));
  }
  return stretches;
}

function stretchOf(question: Question, version: RuleVersion | null, from: Day, to: Day | null): Stretch {
  const { service, history } = question;
  if (version === null) return { from, to, version, weight: 'unverified', deadline: () => null };
  const limit = limitFrom(from, version, history);
  const weight = version.confidence;
  const byText = limit.byText === undefined ? null : (service.orReturn(limit.byText) ?? Infinity);
  const at = (deadline: (k: number) => Day | null): Stretch => ({
    from,
    to,
    version,
    deadline,
    // Our reading until the text's own limit has passed too.
    weight: byText !== null && (to ?? question.asOf) <= byText ? 'reading' : weight,
  });
  switch (version.counting.mode) {
    case 'service-clock':
      return at((k) => service.nth(from, limit.end(k) - from));
    case 'rolling':
      return at((k) => service.orReturn(limit.end(k)));
    case 'anniversary-month':
      return at((k) => service.orReturn(lastOf(monthOf(limit.end(k)))));
    default:
      throw new Error(`${version.counting.mode} does not count from act to act`);
  }
}

/** Until when the certificate of an act runs: as printed; else a term more than the old one, or from the act's own day. */
function certificateTerm(
  question: Question,
  version: RuleVersion,
  act: Day,
  oldExpiry: Day | null,
): (k: number) => Day {
  if (version.counting.mode !== 'certificate-expiry') throw new Error('no certificate');
  const { earlyWindow } = version.counting;
  const limit = limitFrom(act, version, question.history);
  const printed = printedExpiry(question, act);
  const length = lengthOf(question, version, act);
  if (printed !== null) return (k) => (k === 1 ? printed : plus(printed, length, k - 1));
  if (earlyWindow !== null && oldExpiry !== null && act <= oldExpiry && act >= plus(oldExpiry, earlyWindow, -1))
    return (k) => plus(oldExpiry, length, k);
  return limit.end;
}

function lengthOf({ history }: Question, { interval, counting: { ageSwitch } }: RuleVersion, act: Day) {
  if (ageSwitch === undefined || history.acceptedOn === undefined) return interval;
  return act >= plus(dayOf(history.acceptedOn), { count: ageSwitch.atYears, unit: 'year' })
    ? ageSwitch.interval
    : interval;
}

/** The latest expiry that acts of the rule carry on that day. */
function printedExpiry({ rule, deeds }: Question, day: Day): Day | null {
  const acts = actsOf(rule);
  const carried = (deed: Deed): boolean => deed.day === day && deed.result === 'pass' && acts.has(deed.act);
  const expiries = deeds.filter(carried).flatMap(({ validUntil }) => (validUntil === null ? [] : [validUntil]));
  return expiries.length === 0 ? null : Math.max(...expiries);
}
