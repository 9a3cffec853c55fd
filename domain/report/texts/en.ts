import { plural } from '../../terms/plural';
import { toEpochDay, civilPartsOf, type CivilDate } from '../../calendar/civil-date';
import type { Interval } from '../../calendar/interval';
import { TASKS, type Task } from '../../visit/visit';
import { en as terms } from '../../terms/en';
import { FIELD_NAMES, VALUE_NAMES } from './field-names';
import type { OverdueFigures, ReportTexts, RuleFigures } from './report-texts';

const monthName = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
const MONTHS = Array.from({ length: 12 }, (_, month) => monthName.format(Date.UTC(2000, month)));
const date = (value: CivilDate): string => {
  const { year, month, day } = civilPartsOf(toEpochDay(value));
  return `${day} ${MONTHS[month - 1]!} ${year}`;
};
const shortMonth = (month: number): string => MONTHS[month - 1]!.slice(0, 3);
const limit = ({ count, unit }: Interval): string => plural(count, unit);
const limitWords = ({ limit: of, permitted }: Pick<RuleFigures, 'limit' | 'permitted'>): string =>
  permitted === null ? limit(of) : `${limit(of)}, ${limit(permitted)} while permitted on demand`;
const TASK_WORDS: Readonly<Record<Task, string>> = {
  'half-month': 'half-month',
  quarter: 'quarter',
  'half-year': 'half-year',
  year: 'year',
};

/** A missing record, not a missing visit; of a longer category where a shorter one may well be on record. */
const noVisit = (tasks: readonly Task[]): string =>
  `no ${tasks.length === TASKS.length ? 'visit' : tasks[0]!} on record`; // a rule has a task

const visitWords = (to: CivilDate | null): string => (to === null ? 'no visit on record since' : `visit ${date(to)}`);

const BY_READING = ' (accepted reading: a deviation, no breach is found on it)';

const overdueWords = ({ rule, from, dueOn, days, missed, tasks, reading }: OverdueFigures): string =>
  `${rule.toLowerCase()}, ${noVisit(tasks)} since ${date(from)}, was due by **${date(dueOn)}**, ${plural(days, 'service day')} over, ${missed} missed${reading ? BY_READING : ''}`;

const capitalised = <K extends string>(words: Readonly<Record<K, string>>): Readonly<Record<K, string>> =>
  Object.fromEntries(
    Object.entries<string>(words).map(([key, word]) => [key, word[0]!.toUpperCase() + word.slice(1)]),
  ) as Record<K, string>;

export const en: ReportTexts = {
  title: 'Elevator Maintenance Compliance Report',
  period: (from, to, asOf) => `Audit period ${date(from)} to ${date(to)}, as of ${date(asOf)}`,
  packLine: (id, version) => `Rule pack ${id} ${version}`,
  numberLine: (number) => `No. ${number}`,
  chainFoot: (short) => `Chain head ${short.replace('…', '...')}`, // the face has only the wide ellipsis of Chinese
  page: (page, pages) => `Page ${page} of ${pages}`,
  sampleMark: 'Sample data, not a real elevator',
  missingGlyphs: (codePoints) =>
    `Characters without a glyph are printed as 〓: ${codePoints.join(', ')}. They stand in the embedded evidence.json.`,
  date,
  limit,
  limitShort: limit,
  days: (count) => `${count} d`,
  tasks: TASK_WORDS,
  confidence: terms.weight,
  verdict: capitalised(terms.verdict),
  status: terms.ruleStatus,
  notRecorded: 'not on record',
  rowContinued: ' (cont.)',
  clauseSeparator: '; ',
  facts: {
    registrationNo: 'Registration no.',
    kind: 'Kind',
    address: 'Place',
    place: 'Use',
    deviceCode: 'Device code',
    rescueCode: 'Rescue code 96333',
    userUnit: 'User unit',
    propertyManager: 'Property manager',
    maintainer: 'Maintainer',
    regime: 'Regime',
    maker: 'Maker and model',
    rating: 'Rating',
    accepted: 'Accepted on',
    age: 'Age',
  },
  regime: (regime, limitText, permission) => {
    if (regime === 'standard') return limitText === '' ? 'Standard' : `Standard (${limitText})`;
    const days = regime.slice('on-demand:'.length);
    if (permission === null)
      return `Registered on-demand (${days} days); the pack does not relax it${limitText === '' ? '' : `: ${limitText}`}`;
    const { authority, document, from, to } = permission;
    return `On-demand (${days} days), ${from} to ${to}, ${authority}, ${document}; the text says ${limitText}, see the verdict`;
  },
  serial: (serialNo) => `serial ${serialNo}`,
  accepted: (acceptedOn, inServiceOn) =>
    [
      acceptedOn === undefined ? 'not on record' : date(acceptedOn),
      inServiceOn === undefined ? '' : ` (in service ${date(inServiceOn)})`,
    ].join(''),
  age: (years, months) => `${plural(years, 'year')} ${plural(months, 'month')}`,
  sections: {
    verdict: '1. Verdict',
    strip: '2. The year',
    rules: '3. Rule by rule',
    outages: '4. Outages and the clock',
    intervals: '5. Intervals',
    inspections: '6. Inspections, tests and checks',
    material: '7. Records and corrections',
    basis: '8. Basis and notes',
    signature: '9. Signature',
  },
  sentences: {
    late: ({ rule, closed, late, daysLate, longest, ...limits }) =>
      `${rule}: of ${plural(closed, 'interval')} in the period, ${late} ran past the limit of ${limitWords(limits)}, by ${plural(daysLate, 'service day')} in all${longest === null ? '' : `; the longest by ${plural(longest.daysLate, 'day')} (limit ${date(longest.deadline)}, ${visitWords(longest.to)})`}. `,
    lateReadings: (figures, also) =>
      `On the accepted reading, ${also ? 'also late' : 'late'}: ${figures.map(({ rule, closed, late, daysLate }) => `${rule.toLowerCase()}, ${late} of ${plural(closed, 'interval')} by ${plural(daysLate, 'day')}`).join('; ')}; a deviation, no breach is found on it. `,
    within: (figures) =>
      figures
        .map(
          ({ rule, closed }) =>
            `${rule}: ${closed === 1 ? 'the interval' : `all ${closed} intervals`} within the limit. `,
        )
        .join(''),
    allMet: (figures) =>
      `All intervals that ended in the period stayed within their limits: ${figures.map(({ rule, closed, ...limits }) => `${rule.toLowerCase()} ${closed} (${limitWords(limits)})`).join(', ')}. `,
    noneClosed: 'No interval ended with a visit in the period. ',
    overdue: (asOf, figures) => `On ${date(asOf)}: ${figures.map((figure) => overdueWords(figure)).join('; ')}. `,
    noneOverdue: (asOf) => `On ${date(asOf)} no rule is overdue. `,
    nextDue: (rule, dueOn) => `The next visit (${rule.toLowerCase()}) is due by **${date(dueOn)}**. `,
    noDeadline: 'The clock stands still out of service and no day of return is known: there is no deadline. ',
    notApplicable: (outages, inServiceOn) =>
      `The period has no service day${outages.length === 0 ? (inServiceOn === null ? '' : ` (in service from ${date(inServiceOn)})`) : ` (out of service ${outages.map(({ from, to }) => `from ${date(from)}, ${to === undefined ? 'not back yet' : `back on ${date(to)}`}`).join('; ')})`}; maintenance intervals do not apply and nothing is judged. `,
    noData: 'Neither a start of service or of records nor any visit is on record: nothing can be judged. ',
  },
  ruleTable: {
    rule: 'Rule',
    basis: 'Legal basis, confidence',
    limit: 'Limit',
    met: 'Met',
    late: 'Late',
    daysOut: 'Days',
    lastDone: 'Last done',
    dueOn: 'Due on',
    status: 'As of',
  },
  ruleTableNote:
    'Law: the clause states the number. Accepted reading: the clause gives no number of days, it is inferred from the name of the category, and no breach is found on it. Days late count service days of the period only. A longer category satisfies the shorter ones. An interval still open and overdue is not counted under Late; see the last column. Names and addresses stand as registered.',
  strip: {
    month: (year, month, first) => (first || month === 1 ? `${shortMonth(month)} ${year}` : shortMonth(month)),
    late: (days) => `+${days} d`,
    out: (days) => `out ${days} d`,
    asOf: 'as of',
    due: (_month, day) => `due ${day}`,
    legend: {
      visit: 'visit, day below',
      quarter: 'quarter',
      halfYear: 'half-year',
      year: 'year',
      window: 'within the limit',
      gap: 'past the limit (service days)',
      outage: 'out of service',
      lateEntry: 'entered late',
    },
    nothing: 'The period has no service day; there is nothing to draw.',
  },
  stripEmpty: 'Neither a starting day nor a visit is on record; there is nothing to draw.',
  stripAlt: (visits, gaps, outages) =>
    `${plural(visits, 'visit')} in the period; ${gaps.length === 0 ? 'none late' : `late ${plural(gaps.length, 'time')}: ${gaps.join('; ')}`}; ${outages.length === 0 ? 'no outage' : `out of service ${outages.join(', ')}`}`,
  stripAltLate: (visits) => `; ${visits} of them entered late`,
  stripAltGap: (rule, deadline, days) => `${rule}, limit ${deadline}, ${plural(days, 'day')} late`,
  stripAltOutage: (from, to) => `${from} to ${to ?? 'now'}`,
  lane: (_rule, limitText) => limitText,
  rulesIntro: (zone) =>
    `Each finding names its clause, the dates it used and what would have been lawful. Days are civil days in ${zone === 'Asia/Shanghai' ? 'Beijing time' : `the time of ${zone}`}; the day of a visit does not count, a visit on the last day is in time, and the clock stands still while the elevator is out of service.`,
  noVisitRules: 'This rule pack asks for no maintenance visits at fixed intervals. ',
  labels: { basis: 'Basis', finding: 'Finding', dates: 'Dates used', remedy: 'Lawful if' },
  dateColumns: {
    from: 'Previous visit',
    to: 'This visit',
    deadline: 'Limit',
    late: 'Late',
    remedy: 'Lawful with',
  },
  ruleFinding: (late, met, reading) =>
    late === 0
      ? met === 0
        ? ''
        : `${met === 1 ? 'The one interval' : `All ${met} intervals`} of the period in time. `
      : reading
        ? `${plural(late, 'interval')} past the limit: a deviation, no breach is found on it${met === 0 ? '' : `; ${met} in time`}. `
        : `${plural(late, 'interval')} late${met === 0 ? '' : `, ${met} in time`}. `,
  overdueFinding: ({ from, dueOn, days, missed, tasks, reading }) =>
    `The last interval starts on ${date(from)}; its limit ${date(dueOn)} has passed with ${noVisit(tasks)}, ${plural(days, 'service day')} ago, ${missed} missed${reading ? '; a deviation, no breach is found on it' : ''}.`,
  pendingFinding: (from, deadline, left) =>
    `The last interval starts on ${date(from)}, limit ${date(deadline)}, ${plural(left, 'day')} left.`,
  pausedFinding: (from) =>
    `The last interval starts on ${date(from)}; the clock stands still out of service, no day of return is known, so there is no deadline.`,
  endedFinding: (from, endedOn) =>
    `The last interval starts on ${date(from)}; its limit had not come when the registration ended on ${date(endedOn)}.`,
  noDataFinding: 'No starting day and no visit that satisfies this rule are on record: nothing can be judged.',
  unverifiedFinding: 'The number is not verified: it serves to sort, nothing is judged on it.',
  notApplicableFinding: 'No service day in the period, or the rule is not for this kind.',
  explain: {
    overdue: (from, atStart, deadline, outDays, days, missed) =>
      `${atStart ? `Counted from ${from}` : `Last done ${from}`}, limit ${deadline}. Nothing on record since; ${outDays > 0 ? `without ${plural(outDays, 'day')} out of service, ` : ''}${plural(days, 'day')} over, ${missed} missed.`,
    pending: (from, atStart, deadline, left) =>
      `${atStart ? `Counted from ${from}` : `Last done ${from}`}, limit ${deadline}, ${plural(left, 'day')} left.`,
    lateBefore: (late, days) => ` Late ${plural(late, 'time')} in the period, ${plural(days, 'day')} in all.`,
  },
  dueBy: (deadline) => {
    const { month, day } = civilPartsOf(toEpochDay(deadline));
    return `by ${day} ${shortMonth(month)}`;
  },
  remedyNone: 'In time; nothing to mend.',
  clockStart: 'start',
  outageColumns: {
    from: 'Out from',
    to: 'Back on',
    days: 'Days',
    reason: 'Reason',
    effect: 'Effect on the half-month limit',
    record: 'Record',
  },
  outageEffect: {
    none: 'none',
    moved: (rule, deadline, movedTo, visit, daysLate) =>
      `${rule} limit moved from ${deadline} to ${movedTo}; ${visit === null ? 'no visit on record since' : `visit ${visit}, ${daysLate > 0 ? `${daysLate} d late` : 'in time'}`}`,
    paused: (rule, anchors) =>
      anchors.length === 1
        ? `${rule} limit counted from ${anchors[0]} stands still until back in service`
        : `${anchors.length} ${rule} limits counted from ${anchors[0]} to ${anchors.at(-1)} stand still until back in service`,
  },
  outageOpen: 'not yet',
  outagePlanned: (from) => `${from} (planned)`,
  outageNote:
    'The first day out does not count, the day back does. Outages are as registered by the user unit; whether the elevator really stood still was not checked for this report.',
  outageNone: 'No outage is on record in the period, and none is planned.',
  intervalColumns: {
    no: 'No.',
    rule: 'Rule',
    from: 'From (category, record)',
    to: 'To (category, record)',
    calendar: 'Days',
    service: 'In use',
    deadline: 'Limit',
    status: 'Finding',
    remedy: 'Lawful if',
  },
  intervalTable: (number, rule, limitText) => `Table ${number} ${rule}: intervals (limit ${limitText})`,
  intervalTableLonger: (number) => `Table ${number} Quarterly, half-yearly and yearly intervals`,
  intervalNone: 'Neither a starting day nor a visit is on record: there is no interval to list.',
  datesUsed: {
    none: 'None.',
    one: (from, to, deadline, outDays) =>
      `${from} to ${to}; limit ${deadline ?? '—'}${outDays > 0 ? ` (without ${plural(outDays, 'day')} out of service)` : ''}.`,
    many: (from, to, count, longest, table) =>
      `${from} to ${to}, ${plural(count, 'interval')}, the longest ${plural(longest, 'service day')}; each in table ${table}.`,
    running: (from) => `Counted from ${from}.`,
  },
  continued: (label) => `${label} (continued)`,
  tableContinued: 'Table continued',
  rowCount: (rows) => plural(rows, 'row'),
  rowsFromTo: (from, to) => `rows ${from} to ${to}`,
  intervalStatus: {
    met: 'in time',
    late: (days) => `${days} d late`,
    left: (days) => `${days} d left`,
    overdue: (days) => `${days} d over`,
    noDeadline: 'on return',
    ended: 'ended',
  },
  notYet: (asOf) => `open, as of ${asOf}`,
  noVisit,
  outageExcluded: (days) => `${days} d out`,
  intervalNote:
    'Days: difference of the two dates. In use: without days out of service. Rows in bold on grey are late. Record: number in the embedded records.',
  material: {
    columns: { matter: 'Matter', count: 'Count', remark: 'Remark' },
    visits: 'Visits',
    visitsRemark: (unconfirmed, withoutTechnician, earlier) => {
      const lacks = [
        unconfirmed > 0
          ? `${unconfirmed} without a safety manager's confirmation on record`
          : earlier > 0
            ? ''
            : "all confirmed by the user unit's safety manager",
        earlier > 0 ? `${earlier} confirmed before ${earlier === 1 ? 'it was' : 'they were'} corrected` : '',
        withoutTechnician > 0 ? `${withoutTechnician} without a technician on record` : '',
      ].filter((text) => text !== '');
      return `Visits of the period that were used; ${lacks.join('; ')}`;
    },
    confirmations: 'User unit',
    confirmationsRemark: (states) =>
      `Visits by state: ${states.join('; ')}. Counted are confirmations of the records as they stand; each states the hash of the record it confirms, in the embedded records.`,
    refusedConfirmation: (record, on, by, reason) =>
      `Record ${record}: ${by} refused to confirm it on ${on}, because: ${reason}`,
    responsible: 'Responsible',
    contract: ({ from, to }, { firm, contractNo, record }) =>
      `${from} to ${to}: ${firm} (contract${contractNo === null ? '' : ` ${contractNo}`}, record ${record})`,
    noContract: ({ from, to }) => `${from} to ${to}: no contract on record`,
    noContracts: (maintainer) =>
      `No contract on record: who was to maintain it on which day is not stated${maintainer === null ? '' : `. The register now names ${maintainer}, without days`}`,
    checklists: 'Checklists',
    filledTimes: 'Times about',
    filledTimesRemark:
      'Times told as “about” were filled by the program in the order of a round; nobody read them from a clock, and no duration rests on them.',
    clock: 'Doubtful times',
    clockRemark: (entries) =>
      `Entries ${entries.join(', ')} are dated before the one before them: the clock of the machine was set back. Nothing was refused for it.`,
    checklistsRemark: ({ each, rest, unknown, without }) =>
      [
        `Items set one by one: ${each}; set in order at once by the key for the rest: ${rest}`,
        unknown > 0 ? `how not on record: ${unknown}` : '',
        without > 0 ? `visits without a checklist: ${without}` : '',
      ]
        .filter((text) => text !== '')
        .join('; '),
    corrections: 'Corrections',
    correction: (record, by, changes, reason) =>
      `Record ${by} corrects record ${record}: ${changes}; reason: ${reason}`,
    withdrawal: (record, by, reason) => `Record ${by} withdraws record ${record}; reason: ${reason}`,
    change: (field, from, to) => `${field} from ${from} to ${to}`,
    noReason: 'not given',
    refused: 'Rows not taken',
    refusedRow: ({ file, row, column, value }, sentence) =>
      `${file}, row ${row}${column === '' ? '' : `, ${column}${value === '' ? '' : ` "${value}"`}`}: ${sentence}`,
    notes: 'Notes',
    note: (record, day, note) => `Record ${record} (${day}): ${note}`,
    sources: 'Source files',
    source: (file, sha256) => `${file} (SHA-256 ${sha256}…)`,
    visitTable: (number) => `Table ${number} Visits of the period`,
    visitColumns: {
      record: 'Record',
      date: 'Date',
      task: 'Category',
      times: 'Time',
      technicians: 'Technicians',
      confirmedBy: 'Safety manager',
    },
    none: 'none',
  },
  inspections: {
    columns: {
      rule: 'Asked for',
      basis: 'Basis and confidence',
      limit: 'Limit',
      lastDone: 'Last done',
      dueOn: 'Next due',
      status: 'Status',
    },
    none: 'The rule pack asks for no inspections, tests or checks of this elevator.',
    note: 'No data: what is on record does not suffice, so no finding is made. What is not for this elevator is left out.',
    overdue: (findings) =>
      `${findings.map(({ rule, dueOn, days, reading }) => `${rule} was due by **${date(dueOn)}**, ${plural(days, 'service day')} over${reading ? BY_READING : ''}`).join('; ')}. `,
    late: (findings, also) =>
      `${also ? 'Also late' : 'Late'} in the period: ${findings.map(({ rule, late, days, longest, reading }) => `${rule.toLowerCase()} ${late === 1 ? 'once' : `${late} times`}, ${plural(days, 'service day')}${late === 1 ? '' : ` together, the longest ${longest.daysLate}`}, due by ${date(longest.deadline)}${longest.to === null ? '' : `, on record ${date(longest.to)}`}${reading ? BY_READING : ''}`).join('; ')}. `,
  },
  inspectionGaps: {
    caption: 'Gaps of inspections, tests and checks',
    columns: {
      rule: 'Asked for',
      from: 'Before',
      to: 'Done',
      deadline: 'Limit',
      late: 'Late',
      law: 'Clause and confidence',
      remedy: 'In time, if done',
    },
  },
  fields: FIELD_NAMES.en,
  values: VALUE_NAMES.en,
  basisNotes: [
    'This report audits maintenance intervals. It is no inspection report and replaces no finding of an inspection agency.',
    'Every finding is computed from the embedded records (evidence.json) and can be computed again.',
    'The signature shows that nothing changed since signing; the chain head lets later rewriting of records be found. Neither shows that a record was true when entered: whoever entered it answers for that. The chain does not stop its own keeper from starting anew: the head must be known elsewhere.',
  ],
  textDates: (document, dates) => `${document} (${dates})`,
  textsRead: (documents) => `Dates of the texts relied on: ${documents}.`,
  newerText: (document, successor) => `${document}: ${successor}; nothing that it asks has been judged.`,
  fileChainNote:
    'Made by the command line from the files listed, without a journal: the chain head only fixes what was read.',
  signature: {
    unit: 'Signer',
    person: 'Prepared by',
    format: 'Format',
    formatValue: 'PAdES B-B, covers the whole file',
    fingerprint: 'Certificate',
    claimedAt: 'Claimed time',
    claimedNote: 'stated by the signer, not attested by a time-stamping authority',
    sealHint: '(seal)',
    review: 'Reviewed',
    reviewDate: 'Date',
    field: (organisation, claimedAt) => [
      `Digitally signed: ${organisation}`,
      `Claimed time: ${claimedAt} (stated by the signer)`,
    ],
  },
  verification: {
    title: 'How to check this report yourself',
    steps: [
      'Open the signature panel of any PDF reader and compare the certificate fingerprint with the one above; get it from the signer by another way.',
      'Take out the attachment evidence.json. Every finding is computed from its records and can be computed again, offline, by "Verify".',
      'Compare the chain head below. Had any record before it been changed, removed or inserted, it would differ.',
    ],
    qrCaption: 'number, head, fingerprint',
    qrAlt: 'QR code: report number, chain head, start of the certificate fingerprint',
    head: (groups) => `Chain head ${groups}`,
  },
  end: '(end of report)',
  anySeparator: ', ',
};
