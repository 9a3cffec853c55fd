import { plural } from '../../terms/plural';
import { civilPartsOf, toEpochDay, type CivilDate } from '../../calendar/civil-date';
import type { FailureFigures, HeadlineTexts } from './headline-texts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const date = (value: CivilDate): string => {
  const { year, month, day } = civilPartsOf(toEpochDay(value));
  return `${day} ${MONTHS[month - 1]!} ${year}`;
};

function failure({ act, on, no, since, to, days }: FailureFigures): string {
  const failed = `${act} of ${date(on)}${no === null ? '' : ` (no. ${no})`}`;
  if (to === null)
    return since === null
      ? `${failed}: **failed, not re-checked**; no service day since, no further use is found. `
      : `${failed}: **failed, not re-checked**; in use again from ${date(since)}, ${plural(days, 'service day')} since. `;
  return since === null || days === 0
    ? `${failed}: failed, passed on ${date(to)}; no service day between, no lateness is found. `
    : `${failed}: failed, passed on ${date(to)}; in use between from ${date(since)}, ${plural(days, 'service day')}. `;
}

export const HEADLINE_EN: HeadlineTexts = {
  use: (state) => `Use: **${state}**.`,
  reason: (kind, on, no) => `${kind} (${date(on)}${no === null ? '' : `, no. ${no}`})`,
  retired: (ended, on, successor) =>
    `${ended} from ${date(on)}${successor === null ? '' : `, goes on under registration no. ${successor}`}`,
  weighed: (verdict, weight) => `${verdict} (${weight})`,
  restored: ', restored by the as-of day',
  scope: (scope) => `**${scope}.** `,
  scopeNote:
    'This report judges maintenance intervals only. Inspections and tests were not judged, which does not mean that none is on record.',
  byReading: (verdict, byLaw) =>
    `On the accepted reading: ${verdict}, a deviation, no breach is found on it; by the text alone: ${byLaw}. `,
  failure,
  notShown: (rules) =>
    `Due but not shown: ${rules.join(', ')}. It says that no record was seen, not that nothing was done. `,
  withoutLate: (late, worst, verdict) =>
    `**${late === 1 ? '1 entry' : `${late} entries`} came late, by up to ${plural(worst, 'day')}; without them: ${verdict}.** `,
  recordsFrom: (from) => `Records begin on ${date(from)}; nothing before that day was audited. `,
  judgedUntil: (until) => `Judged up to ${date(until)}. `,
  entry: 'Entry',
  entryCounts: (direct, late, worst, imported) =>
    `Visits and outages: ${direct} entered in time, ${late} late${worst === null ? '' : ` (by up to ${plural(worst, 'day')})`}, ${imported} imported`,
  lateReasons: 'Why late',
  lateReason: ({ record, on, late, reason, document, photos }) =>
    [
      `Record ${record} (${on}, ${late}): ${reason}`,
      ...(document === null ? [] : [`proof: ${document}`]),
      ...(photos === 0 ? [] : [plural(photos, 'photo')]),
    ].join('; '),
  lateLegend: (lateDays) =>
    `Entered late: written down more than ${plural(lateDays, 'day')} after the visit or the outage, by so many days.`,
  inForceFrom: (from) => (from === null ? 'first wording' : `wording of ${from}`),
};
