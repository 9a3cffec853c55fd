import fc from 'fast-check';
import { toCivilDate, type CivilDate } from '../../domain/calendar/civil-date';
import type { CallOut, LocalMinute } from '../../domain/callout/callout';
import {
  DEVICE_EVENT_KINDS,
  MOST_CLOCK_AHEAD,
  MOST_COUNT,
  type DeviceEvent,
} from '../../domain/device-event/device-event';
import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import type { Hazard } from '../../domain/hazard/hazard';
import { bornLife, livedOn } from '../../domain/hazard/hazard-life';
import { actsIn, stepRefusal } from '../../domain/hazard/lifecycle';
import type { HazardStep, StepAct } from '../../domain/hazard/hazard-step';
import { INSPECTION_KINDS, INSPECTION_RESULTS, type Inspection } from '../../domain/inspection/inspection';
import type { EntryDraft, ImportBody } from '../../domain/record/entry';
import { samenessOf } from '../../domain/record/same-record';
import { FILLED_TIMES, TASKS, type Visit } from '../../domain/visit/visit';
import { withoutUndefined } from '../../domain/record/without-undefined';

/** What is read as something else than it says wherever texts are only texts. */
const TRAPS = [
  ...[
    '无',
    '/',
    '—',
    '-',
    '--',
    'N/A',
    'n/a',
    '不详',
    '0',
    '1.0',
    '0012',
    '#',
    '#N/A',
    '#REF!',
    '*',
    '空',
    '合计',
    '共 3 台',
  ],
  ...['=1+1', '＝1+1', "'=x", "''=x", "'无", "''/", "'abc", "''abc", '+86 571', '@me', '-3', '="012"', '{=1}'],
  ...['未完成', '已确认', '作废', '至今', '在用', '1E+20', '2026-01-01', '09:30～10:15', '3,5', '1.000', 'true'],
  ...[
    '张三、李四',
    '张三/李四',
    '张三 李四',
    '欧阳建国明',
    'Muster, Anna',
    'a;b',
    '["a"]',
    '["a","b"]',
    '["a"',
    '王和李',
  ],
  ...[
    '换“绳”',
    '"',
    'a"b',
    '两行\n第二行',
    'a,b',
    'a;b|c',
    'a\tb',
    '⼀⼆',
    'ＡＢ１',
    '（甲）',
    '_x000D_',
    '<b>&amp;',
    '👷',
    '第 3 页',
  ],
  ...[
    '两行\r\n第二行',
    '旧\r行',
    "'a\r\nb",
    '响\u0007铃',
    'a\u0000b',
    '\u001b[31m红',
    'x\u0085y',
    '甲\u2028乙',
    '_x0007_',
    '=\u0007',
  ],
];
const signs = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });

export const wildText = fc
  .oneof({ weight: 3, arbitrary: fc.constantFrom(...TRAPS) }, { weight: 1, arbitrary: signs })
  .map((text) => text.trim())
  .filter((text) => text !== '');

const day = fc.integer({ min: 19_500, max: 20_700 });
const names = fc.uniqueArray(wildText, { maxLength: 3 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const minute = fc.tuple(fc.nat(22), fc.nat(59)).map(([h, m]) => `${two(h)}:${two(m)}`);
const two = (n: number): string => String(n).padStart(2, '0');
const on = day.map(toCivilDate);
const extra = maybe(
  fc
    .dictionary(
      fc.constantFrom('天气', '额定速度', 'speed_mps', 'date', '维保日期', '更换部件', '状态 2', "'note", '=1'),
      wildText,
      { minKeys: 1, maxKeys: 3 },
    )
    .map((members) => ({ ...members })),
);

const elevator: fc.Arbitrary<Omit<Elevator, 'registrationNo'>> = fc
  .record({
    kind: fc.constantFrom('3110', '3120', '3310'),
    deviceCode: maybe(fc.constantFrom('31103301062010010001', 'DC-7')),
    rescueCode: maybe(fc.constantFrom('330106001234', '012345')),
    address: maybe(wildText),
    district: maybe(wildText),
    internalNo: maybe(wildText),
    place: maybe(wildText),
    userUnit: maybe(wildText),
    maintainer: maybe(wildText),
    managerPhone: maybe(wildText),
    safetyOfficer: maybe(wildText),
    model: maybe(wildText),
    serialNo: maybe(fc.constantFrom('SN-1', '0012', '1.0', '1E+20', 'N/A', '/', '=7')),
    acceptedOn: maybe(on),
    inServiceOn: maybe(on),
    recordsFrom: on,
    loadKg: maybe(fc.double({ min: 0.0001, max: 1_000_000, noNaN: true })),
    speedMps: maybe(fc.constantFrom(0.5, 1.75, 0.1 + 0.2, 10)),
    stops: maybe(wildText),
    ratedPersons: maybe(fc.integer({ min: 1, max: 1000 })),
    regime: fc.constantFrom('standard' as const, 'on-demand:30' as const),
    area: maybe(fc.constantFrom('urban' as const, 'other' as const)),
    retrofit: maybe(fc.boolean()),
    specialMeasures: maybe(wildText),
    sample: maybe(fc.constant(true as const)),
    extra,
  })
  .map((members) => withoutUndefined(members));

const visit: fc.Arbitrary<Omit<Visit, 'registrationNo'>> = fc
  .record({
    date: on,
    task: fc.constantFrom(...TASKS),
    times: maybe(fc.tuple(minute, fc.nat(59))),
    filledTimes: maybe(fc.constantFrom(...FILLED_TIMES)),
    technicians: names,
    confirmedBy: maybe(wildText),
    note: maybe(wildText),
    extra,
  })
  .map(({ times, filledTimes, ...rest }) =>
    withoutUndefined({
      ...rest,
      filledTimes: times === undefined ? undefined : filledTimes,
      startedAt: times?.[0],
      endedAt: times === undefined ? undefined : `${two(Number(times[0].slice(0, 2)) + 1)}:${two(times[1])}`,
    }),
  );

const inspection: fc.Arbitrary<Omit<Inspection, 'registrationNo'>> = fc
  .record({
    date: on,
    kind: fc.constantFrom(...INSPECTION_KINDS),
    result: fc.constantFrom(...INSPECTION_RESULTS),
    reportNo: maybe(fc.constantFrom('BG-1', '0012', '无', '=2')),
    by: maybe(wildText),
    extra,
  })
  .map((members) => withoutUndefined(members));

const callOut: fc.Arbitrary<Omit<CallOut, 'registrationNo'>> = fc
  .record({
    kind: fc.constantFrom('fault' as const, 'entrapment' as const),
    reportedAt: fc.tuple(on, minute).map(([date, time]) => `${date}T${time}` as LocalMinute),
    cause: maybe(wildText),
    trapped: maybe(fc.integer({ min: 0, max: 1000 })),
    by: maybe(wildText),
    note: maybe(wildText),
    extra,
  })
  .map((members) => withoutUndefined(members));

const deviceEvent: fc.Arbitrary<Omit<DeviceEvent, 'registrationNo'>> = fc
  .record({
    kind: fc.constantFrom(...DEVICE_EVENT_KINDS),
    startedAt: fc.tuple(on, minute).map(([date, time]) => `${date}T${time}` as LocalMinute),
    clockAhead: maybe(fc.integer({ min: -MOST_CLOCK_AHEAD, max: MOST_CLOCK_AHEAD })),
    count: maybe(fc.integer({ min: 0, max: MOST_COUNT })),
    faultCode: maybe(wildText),
    source: wildText,
    note: maybe(wildText),
    lasts: maybe(fc.constantFrom('T23:59')),
  })
  .map(({ lasts, ...members }) =>
    withoutUndefined({
      ...members,
      endedAt: lasts === undefined ? undefined : (`${members.startedAt.slice(0, 10)}${lasts}` as LocalMinute),
    }),
  );

const risk = fc
  .record({
    severity: fc.constantFrom(1, 2, 3, 4),
    probability: fc.constantFrom('A', 'D', 'F'),
    reason: maybe(wildText),
  })
  .map((members) => withoutUndefined(members)) as fc.Arbitrary<NonNullable<Hazard['risk']>>;

const hazard: fc.Arbitrary<Omit<Hazard, 'registrationNo'>> = fc
  .record({
    foundOn: on,
    foundTime: maybe(minute),
    foundBy: fc.uniqueArray(wildText, { minLength: 1, maxLength: 3 }),
    source: fc.constantFrom('visit' as const, 'complaint' as const, 'other' as const),
    itemId: maybe(fc.constant('A-1.29')),
    component: fc.constantFrom('door-lock'),
    location: maybe(wildText),
    what: wildText,
    scenario: maybe(wildText),
    measure: maybe(wildText),
    risk: maybe(risk),
    responsible: fc
      .record({
        party: fc.constantFrom('maintainer' as const, 'user-unit' as const),
        unit: maybe(wildText),
        person: maybe(wildText),
      })
      .map((members) => withoutUndefined(members)),
    estimatedCost: maybe(fc.constantFrom(0, 1200, 3.5, 0.01)),
    note: maybe(wildText),
    extra,
  })
  .map((members) => withoutUndefined(members));

const acts = fc.array(
  fc.record({
    act: fc.nat(20),
    later: fc.nat(3),
    by: fc.uniqueArray(wildText, { minLength: 1, maxLength: 2 }),
    text: wildText,
    other: maybe(wildText),
    documents: maybe(fc.uniqueArray(wildText, { minLength: 1, maxLength: 3 })),
    risk: maybe(risk),
    time: maybe(fc.constant('09:30')),
  }),
  { maxLength: 8 },
);
type Act = typeof acts extends fc.Arbitrary<readonly (infer A)[]> ? A : never;

/** The steps of those wished that the lifecycle allows, one after the other. */
function stepsOf(hazard: Hazard, wished: readonly Act[]): HazardStep[] {
  const steps: HazardStep[] = [];
  let life = bornLife(hazard);
  for (const wish of wished) {
    const possible = actsIn(life.state);
    const act = possible[wish.act % possible.length]!;
    const last = steps.at(-1)?.on ?? hazard.foundOn;
    const date = toCivilDate(Math.round(Date.parse(last) / 86_400_000) + wish.later);
    const step = stepOf(act, date, wish, hazard);
    if (stepRefusal(hazard, life, step, { reportFor: [] }) !== null) continue;
    steps.push(step);
    life = livedOn(life, step);
  }
  return steps;
}

function stepOf(act: StepAct, date: CivilDate, wish: Act, hazard: Hazard): HazardStep {
  const evidence = wish.documents === undefined ? undefined : { documents: wish.documents };
  const base = { act, on: date, by: wish.by, evidence, note: wish.later === 2 ? wish.other : undefined };
  const rest: Partial<Record<StepAct, object>> = {
    notify: { to: wish.text, paper: wish.other },
    report: { to: wish.text, paper: wish.other, receipt: wish.other },
    start: { measure: wish.other },
    rectify: { what: wish.text, cost: wish.act },
    recheck: { result: wish.act % 2 === 0 ? 'pass' : 'fail' },
    close: { residual: wish.risk },
    extend: { deadline: toCivilDate(21_000 + wish.act * 9 + wish.later), reason: wish.text },
    regrade: { severe: null, major: null, risk: wish.risk ?? null, reason: wish.text },
    transfer: { responsible: hazard.responsible, userUnit: wish.other, reason: wish.text },
    reopen: { reason: wish.text },
    refuse: { reason: wish.text },
    note: { note: wish.text },
  };
  return withoutUndefined({ ...base, ...rest[act] }) as HazardStep; // its members are those of its act
}

export const NUMBERS = ['梯11浙A00001(20)', '梯12京B77777(21)'] as RegistrationNo[];

/** A ledger as entries: some records by hand, others by an import, each of them once. */
export const wildLedger: fc.Arbitrary<readonly EntryDraft[]> = fc
  .record({
    elevators: fc.tuple(elevator, elevator),
    visits: fc.array(fc.tuple(fc.boolean(), fc.nat(1), visit), { maxLength: 5 }),
    outages: fc.array(fc.tuple(fc.nat(1), fc.nat(11), maybe(wildText)), { maxLength: 3 }),
    inspections: fc.array(fc.tuple(fc.nat(1), inspection), { maxLength: 3 }),
    callouts: fc.array(fc.tuple(fc.nat(1), callOut), { maxLength: 3 }),
    hazards: fc.array(fc.tuple(fc.nat(1), hazard, acts), { maxLength: 3 }),
    deviceEvents: fc.array(fc.tuple(fc.nat(1), deviceEvent), { maxLength: 3 }),
  })
  .map((wish): EntryDraft[] => {
    const once = <T extends { registrationNo: RegistrationNo }>(
      list: 'visits' | 'inspections' | 'callouts' | 'hazards' | 'deviceEvents',
      all: readonly T[],
    ): T[] => {
      const seen = new Map(all.map((one) => [`${one.registrationNo} ${samenessOf(list).keyOf(one as never)}`, one]));
      return [...seen.values()];
    };
    const of = <T extends object>(which: number, members: T) => ({ registrationNo: NUMBERS[which]!, ...members });
    const visits = once(
      'visits',
      wish.visits.map(([hand, which, one]) => ({ hand, ...of(which, one) })),
    );
    const hazards = once(
      'hazards',
      wish.hazards.map(([which, one]) => of(which, one)),
    );
    const body: ImportBody = {
      sources: [],
      elevators: wish.elevators.map((one, which) => of(which, one)),
      elevatorChanges: [],
      visits: visits.filter(({ hand }) => !hand).map(({ hand: _, ...one }) => one),
      outages: [...new Map(wish.outages.map((one) => [`${one[0]} ${one[1]}`, one])).values()].map(
        ([which, month, reason]) => {
          const from = toCivilDate(20_000 + month * 40);
          return withoutUndefined({ ...of(which, { from, to: toCivilDate(20_000 + month * 40 + 9) }), reason });
        },
      ),
      inspections: once(
        'inspections',
        wish.inspections.map(([which, one]) => of(which, one)),
      ),
      callouts: once(
        'callouts',
        wish.callouts.map(([which, one]) => of(which, one)),
      ),
      deviceEvents: once(
        'deviceEvents',
        wish.deviceEvents.map(([which, one]) => of(which, one)),
      ),
      hazards: hazards.map((one, at) => ({ hazard: one, steps: stepsOf(one, wish.hazards[at]![2]) })),
    };
    const base = { author: '张建国' } as const;
    return [
      { ...base, type: 'records-imported', subject: '', body },
      ...visits
        .filter(({ hand }) => hand)
        .map(({ hand: _, ...one }): EntryDraft => ({
          ...base,
          type: 'visit-logged',
          subject: one.registrationNo,
          body: { visit: one },
        })),
    ];
  });
