import fc from 'fast-check';
import { toCivilDate, type CivilDate } from '../../domain/calendar/civil-date';
import type { Assessment } from '../../domain/assessment/assessment';
import type { CallOut, LocalMinute } from '../../domain/callout/callout';
import { CONFIRMATION_ACTS, CONFIRMATION_WAYS, type Confirmation } from '../../domain/confirmation/confirmation';
import { DOUBT_ANSWERS, type DoubtAnswer } from '../../domain/doubt-answer/doubt-answer';
import { doubtKey } from '../../domain/doubt-answer/doubt-key';
import { CHECK_RESULTS, type DailyCheck } from '../../domain/daily-check/daily-check';
import type { DeviceEvent } from '../../domain/device-event/device-event';
import type { Contract } from '../../domain/contract/contract';
import type { Drill } from '../../domain/drill/drill';
import type { Elevator, Outage, RegistrationNo } from '../../domain/elevator/elevator';
import type { Hazard } from '../../domain/hazard/hazard';
import type { HazardStep } from '../../domain/hazard/hazard-step';
import type { Inspection } from '../../domain/inspection/inspection';
import type { Claim } from '../../domain/insurance/policy';
import { versionOf } from '../../domain/record/confirmation-of';
import { allRecords, type Dossier } from '../../domain/record/dossier';
import { NO_HASH, type Entry, type EntryBodies, type EntryDraft, type ImportBody } from '../../domain/record/entry';
import { lifeOfRecorded } from '../../domain/record/life-of-recorded';
import type { RecordId } from '../../domain/record/record-id';
import { takingBackOf } from '../../domain/record/taking-back';
import { outageOfStep } from '../../domain/record/outage-of-step';
import { TASKS, type Visit } from '../../domain/visit/visit';
import { sealEntry } from '../../electron/journal/seal-entry';
import { correctionOf, withdrawalOf } from './random-amendments';

export const FEED = 'ab12cd34'.repeat(8);
const NUMBERS = ['梯11浙A00001(20)', '梯11浙A00002(20)', '梯11浙A00003(20)'] as RegistrationNo[];

export interface Wish {
  readonly what:
    | 'register'
    | 'visit'
    | 'outage'
    | 'import'
    | 'correct'
    | 'withdraw'
    | 'relocate'
    | 'report'
    | 'keep'
    | 'roster'
    | 'mend'
    | 'inspect'
    | 'call'
    | 'find'
    | 'advance'
    | 'insure'
    | 'assess'
    | 'claim'
    | 'drill'
    | 'check'
    | 'event'
    | 'sign'
    | 'answer'
    | 'confirm'
    | 'take-back';
  readonly which: number;
  readonly day: number;
  readonly record: number;
}

/** What somebody would like to enter; `journalOf` writes down those that the records at that moment allow. */
export const wishes: fc.Arbitrary<readonly Wish[]> = fc.array(
  fc.record({
    what: fc.constantFrom<Wish['what']>(
      'register',
      'register',
      'visit',
      'visit',
      'visit',
      'outage',
      'import',
      'correct',
      'correct',
      'correct',
      'withdraw',
      'withdraw',
      'relocate',
      'inspect',
      'call',
      'call',
      'find',
      'advance',
      'advance',
      'insure',
      'assess',
      'claim',
      'drill',
      'check',
      'event',
      'sign',
      'answer',
      'confirm',
      'confirm',
      'report',
      'keep',
      'roster',
      'mend',
    ),
    which: fc.nat({ max: 2 }),
    day: fc.integer({ min: 20_000, max: 20_700 }),
    record: fc.nat({ max: 30 }),
  }),
  { maxLength: 25, size: 'max' },
);

/** The same, with imports taken back in between. */
export const wishesAndBack: fc.Arbitrary<readonly Wish[]> = fc
  .tuple(wishes, fc.array(fc.nat({ max: 25 }), { maxLength: 3 }))
  .map(([all, places]) =>
    places.reduce<readonly Wish[]>((list, place) => {
      const at = Math.min(place, list.length);
      return [
        ...list.slice(0, at),
        { what: 'import' as const, which: 0, day: 20_000 + place, record: place },
        ...list.slice(at),
        { what: 'take-back' as const, which: 0, day: 20_000, record: place },
      ];
    }, all),
  );

/** Takes back one of the imports whose records stand; null = there is none. */
export function takingBackDraft(
  dossiers: ReadonlyMap<RegistrationNo, Dossier>,
  { record }: Pick<Wish, 'record'>,
  author: string,
): EntryDraft | null {
  const all = [...dossiers.values()].flatMap((dossier) => [dossier.elevator, ...allRecords(dossier)]);
  const imports = [
    ...new Set(all.flatMap((one) => (one.imported === true && one.withdrawn !== true ? [one.id.split('.')[0]!] : []))),
  ];
  if (imports.length === 0) return null;
  const named = { import: imports[record % imports.length] as RecordId, entries: 1 };
  const elevators = [...dossiers.values()].map((dossier) => takingBackOf(dossier, named, false).of);
  return { type: 'import-taken-back', subject: '', author, body: { ...named, reason: '导错了', elevators } };
}

export const visitOf = (registrationNo: RegistrationNo, day: number): Visit => ({
  registrationNo,
  date: toCivilDate(day),
  task: TASKS[day % 4]!,
  technicians: ['张建国'],
});

const outageOf = (day: number): Outage => ({ from: toCivilDate(day), to: toCivilDate(day + 5) });
const elevatorOf = (registrationNo: RegistrationNo, day: number): Elevator => ({
  registrationNo,
  kind: '3110',
  regime: 'standard',
  district: '拱墅区',
  inServiceOn: toCivilDate(day),
});

export function importBodyOf(missing: readonly RegistrationNo[], day: number): ImportBody {
  const known = NUMBERS.filter((number) => !missing.includes(number));
  return {
    sources: [],
    elevators: missing.map((number) => elevatorOf(number, day)),
    elevatorChanges: known.map((registrationNo) => ({
      registrationNo,
      changes: [{ field: 'internalNo', from: null, to: `${day}#` }],
    })),
    visits: NUMBERS.flatMap((number) => [visitOf(number, day), visitOf(number, day + 15)]),
    outages: [{ registrationNo: NUMBERS[0]!, ...outageOf(day) }],
    inspections: [inspectionOf(NUMBERS[1]!, day)],
    ...(day % 2 === 0 && { callouts: [callOutOf(NUMBERS[0]!, day)] }),
    ...(day % 5 === 0 && {
      assessments: [assessmentOf(NUMBERS[0]!, day)],
      claims: [claimOf(NUMBERS[1]!, day)],
      drills: [drillOf(NUMBERS[2]!, day)],
      dailyChecks: [checkOf(NUMBERS[1]!, day)],
      deviceEvents: [eventOf(NUMBERS[1]!, day)],
      contracts: [contractOf(NUMBERS[0]!, day)],
    }),
    ...(day % 3 === 0 && {
      hazards: [{ hazard: hazardOf(NUMBERS[2]!, day), steps: [stepOf('stop-use', day), stepOf('note', day + 1)] }],
    }),
  };
}

function inspectionOf(registrationNo: RegistrationNo, day: number): Inspection {
  return { registrationNo, date: toCivilDate(day), kind: 'periodic', result: 'pass', by: '检验院' };
}

function callOutOf(registrationNo: RegistrationNo, day: number): CallOut {
  return { registrationNo, kind: 'entrapment', reportedAt: `${toCivilDate(day)}T08:10` as LocalMinute, trapped: 2 };
}

function hazardOf(registrationNo: RegistrationNo, day: number): Hazard {
  return {
    registrationNo,
    foundOn: toCivilDate(day),
    foundBy: ['张建国'],
    source: 'other',
    component: 'door-lock',
    what: `隐患 ${day}`,
    responsible: { party: 'maintainer' },
  };
}

function stepOf(act: 'stop-use' | 'return-to-use' | 'note', day: number): HazardStep {
  const base = { on: toCivilDate(day), by: ['李明'] };
  return act === 'note' ? { ...base, act, note: `第${day}天` } : { ...base, act };
}

/** Every hazard goes over with some of the corrections. */
function transfersOf({ hazards }: Dossier, day: number): Pick<EntryBodies['elevator-corrected'], 'transfers'> {
  if (hazards.length === 0 || day % 4 === 0) return {};
  const responsible = { party: 'maintainer', unit: `维保 ${day}` } as const;
  const step = { act: 'transfer', on: toCivilDate(day), by: ['李明'], responsible, reason: '换签' } as const;
  return { transfers: hazards.map(({ id }) => ({ hazard: id, step })) };
}

/** Takes the elevator out of use, gives it back, or notes something about one of its hazards. */
function advanceOf(dossier: Dossier, { day, record }: Wish, author: string): EntryDraft | null {
  const hazard = dossier.hazards[record % Math.max(1, dossier.hazards.length)];
  if (hazard === undefined) return null;
  const act = day % 4 === 0 ? 'note' : lifeOfRecorded(hazard, []).stopped ? 'return-to-use' : 'stop-use';
  const step = stepOf(act, day - (day % 30));
  const body = { hazard: hazard.id, step, ...outageOfStep(dossier, hazard.id, step) };
  return { type: 'hazard-advanced', subject: dossier.registrationNo, author, body };
}

function assessmentOf(registrationNo: RegistrationNo, day: number): Assessment {
  return {
    registrationNo,
    date: toCivilDate(day),
    list: { packId: 'cn', packVersion: '2026.4', listId: 'gbt-42615' },
    by: '检验院',
    members: ['赵工'],
    items: [{ itemId: '1', outcome: day % 2 === 0 ? 'conforms' : 'finding' }],
    conclusion: 'repair',
    reasons: `评估 ${day}`,
  };
}

function claimOf(registrationNo: RegistrationNo, day: number): Claim {
  const occurredOn = toCivilDate(day);
  return { registrationNo, policyNo: `P-${day}`, occurredOn, what: '夹伤', state: 'reported', claimed: day };
}

function drillOf(registrationNo: RegistrationNo, day: number): Drill {
  return {
    registrationNo,
    date: toCivilDate(day),
    scenario: 'entrapment',
    participants: ['王海'],
    problems: '对讲不通',
  };
}

function checkOf(registrationNo: RegistrationNo, day: number): DailyCheck {
  const result = CHECK_RESULTS[day % CHECK_RESULTS.length]!;
  return {
    registrationNo,
    date: toCivilDate(day),
    result,
    by: '吴国平',
    ...(result === 'found' && { modules: ['pit', 'machine-room'], found: '底坑渗水', toldTo: '恒升电梯' }),
    ...(result === 'not-done' && { reason: '当日全院停电' }),
  };
}

function eventOf(registrationNo: RegistrationNo, day: number): DeviceEvent {
  const startedAt = `${toCivilDate(day)}T09:00` as LocalMinute;
  return { registrationNo, kind: 'trips', startedAt, count: day, source: '终端', clockAhead: day % 5 };
}

function contractOf(registrationNo: RegistrationNo, day: number): Contract {
  return { registrationNo, firm: '恒升电梯', from: toCivilDate(day), to: toCivilDate(day + 364), category: 'full' };
}

/** People are in no dossier: what is corrected need not be there. */
function rosterOf(day: number, author: string): EntryDraft {
  const people = [{ name: '王海', certificateNo: `T${day}` }];
  if (day % 3 === 0) return { type: 'roster-recorded', subject: '', author, body: { people } };
  const corrects = `${FEED.slice(0, 8)}/1.1` as RecordId;
  const body = { list: 'people', corrects, reason: '误记' } as const;
  if (day % 3 === 1) return { type: 'roster-withdrawn', subject: '', author, body };
  const changes = [{ field: 'phone', from: null, to: `${day}` }];
  return { type: 'roster-corrected', subject: '', author, body: { ...body, changes } };
}

/** One policy over every elevator on record. */
function policyOf(dossiers: ReadonlyMap<RegistrationNo, Dossier>, day: number, author: string): EntryDraft {
  const [from, to] = [toCivilDate(day), toCivilDate(day + 364)];
  const policies = [...dossiers.keys()].map((registrationNo) => ({
    registrationNo,
    insurer: '人保',
    policyNo: `P-${day}`,
    cover: '责任险',
    from,
    to,
    services: [],
  }));
  return { type: 'policy-recorded', subject: '', author, body: { policies } };
}

/** A doubt about one record of every elevator, answered for the first time or again. */
function answerOf(dossiers: ReadonlyMap<RegistrationNo, Dossier>, { day, record }: Wish, author: string): EntryDraft {
  const about = [...dossiers.values()].map((dossier) => {
    const all = [dossier.elevator, ...allRecords(dossier)];
    return { dossier, id: all[record % all.length]!.id };
  });
  const doubt = doubtKey(
    'two-places',
    about.map(({ id }) => id),
  );
  const answers = about.map(({ dossier, id }): DoubtAnswer => ({
    registrationNo: dossier.registrationNo,
    kind: 'two-places',
    doubt,
    records: [id],
    of: about.length,
    turn: dossier.doubtAnswers.length + 1,
    answer: DOUBT_ANSWERS[day % DOUBT_ANSWERS.length]!,
    on: toCivilDate(day),
    by: '王海',
    says: '钟表快了一小时',
    ...(day % 2 === 0 && { document: `说明-${day}` }),
  }));
  return { type: 'doubt-answered', subject: '', author, body: { answers } };
}

/** What was said of one visit of every elevator that has any; null where none has. */
function confirmationOf(
  dossiers: ReadonlyMap<RegistrationNo, Dossier>,
  { day, record }: Wish,
  author: string,
): EntryDraft | null {
  const act = CONFIRMATION_ACTS[day % CONFIRMATION_ACTS.length]!;
  const confirmations = [...dossiers.values()].flatMap(({ registrationNo, visits, confirmations: before }) => {
    const visit = visits[record % Math.max(visits.length, 1)];
    if (visit === undefined) return [];
    const said: Confirmation = {
      registrationNo,
      visit: visit.id,
      version: versionOf(visit),
      hash: 'c'.repeat(64),
      turn: before.length + 1,
      act,
      on: toCivilDate(day),
      by: '周敏',
      ...(act === 'given' && { how: CONFIRMATION_WAYS[day % 2]!, drawn: '1,2 3,4' }),
      ...(act === 'refused' && { reason: '当日无人到场' }),
    };
    return [said];
  });
  if (confirmations.length === 0) return null;
  return { type: 'confirmation-recorded', subject: '', author, body: { confirmations } };
}

function reportOf(registrationNo: RegistrationNo, day: number, author: string): EntryDraft {
  const asOf = toCivilDate(day);
  return {
    type: 'report-signed',
    subject: registrationNo,
    author,
    body: {
      number: '',
      kind: 'compliance',
      locale: 'en',
      asOf,
      period: { from: asOf, to: asOf },
      fileName: 'a.pdf',
      fileSha256: NO_HASH,
      fingerprint: NO_HASH,
      verdict: 'compliant',
    },
  };
}

function onDossier(wish: Wish, dossier: Dossier, author: string): EntryDraft | null {
  const { registrationNo: subject } = dossier;
  switch (wish.what) {
    case 'visit':
      return { type: 'visit-logged', subject, author, body: { visit: visitOf(subject, wish.day) } };
    case 'outage':
      return { type: 'outage-recorded', subject, author, body: { outage: outageOf(wish.day) } };
    case 'inspect':
      return { type: 'inspection-recorded', subject, author, body: { inspection: inspectionOf(subject, wish.day) } };
    case 'call':
      return { type: 'callout-recorded', subject, author, body: { callOut: callOutOf(subject, wish.day) } };
    case 'relocate': {
      const from = dossier.elevator.value.district ?? null;
      const to = wish.record % 3 === 0 ? null : `${wish.record}区`;
      return {
        type: 'elevator-corrected',
        subject,
        author,
        body: { changes: [{ field: 'district', from, to }], reason: '迁址', ...transfersOf(dossier, wish.day) },
      };
    }
    case 'correct':
      return correctionOf(dossier, wish, author);
    case 'withdraw':
      return withdrawalOf(dossier, wish, author);
    case 'find': {
      const hazards = [hazardOf(subject, wish.day), hazardOf(subject, wish.day + 1)];
      return wish.day % 2 === 0
        ? { type: 'hazards-found', subject, author, body: { hazards } }
        : { type: 'visit-logged', subject, author, body: { visit: visitOf(subject, wish.day), hazards } };
    }
    case 'assess': {
      const assessment = assessmentOf(subject, wish.day);
      const hazards = wish.day % 2 === 0 ? [] : [hazardOf(subject, wish.day)];
      return { type: 'assessment-recorded', subject, author, body: { assessment, hazards } };
    }
    case 'claim':
      return { type: 'claim-recorded', subject, author, body: { claim: claimOf(subject, wish.day) } };
    case 'drill':
      return { type: 'drill-recorded', subject, author, body: { drill: drillOf(subject, wish.day) } };
    case 'check': {
      const late = { reason: '当日记在纸上', document: `检查表-${wish.day}` };
      return { type: 'daily-check-recorded', subject, author, body: { check: checkOf(subject, wish.day), late } };
    }
    case 'event':
      return { type: 'device-event-recorded', subject, author, body: { deviceEvent: eventOf(subject, wish.day) } };
    case 'sign':
      return { type: 'contract-recorded', subject, author, body: { contract: contractOf(subject, wish.day) } };
    case 'advance':
      return advanceOf(dossier, wish, author);
    case 'report':
      return reportOf(subject, wish.day, author);
    default:
      return null;
  }
}

/** A paper of somebody about an elevator that is not on record. */
function receiptOf(author: string): EntryDraft {
  return {
    type: 'paper-countersigned',
    subject: '',
    author,
    body: {
      role: 'receipt',
      remark: '',
      number: '1',
      kind: 'compliance',
      registrationNo: '梯11浙A99999(20)' as RegistrationNo,
      issuer: '恒升电梯',
      issuerFingerprint: NO_HASH,
      paperSha256: NO_HASH,
      fileName: 'a.pdf',
      fileSha256: NO_HASH,
      claimedAt: '2026-11-23T10:00:00+08:00',
      fingerprint: NO_HASH,
    },
  };
}

/** A signing identity that was renewed or withdrawn: about no elevator. */
function identityOf(day: number, author: string): EntryDraft {
  const organisation = '恒升电梯';
  const base = { subject: '', author } as const;
  if (day % 2 === 0)
    return {
      ...base,
      type: 'identity-renewed',
      body: { fingerprint: NO_HASH, follows: NO_HASH, organisation, root: 'same' },
    };
  const on = '2026-11-23' as CivilDate;
  return { ...base, type: 'identity-withdrawn', body: { fingerprint: NO_HASH, organisation, on, reason: '私钥外泄' } };
}

export function draftOf(wish: Wish, dossiers: ReadonlyMap<RegistrationNo, Dossier>): EntryDraft | null {
  const author = wish.record % 2 === 0 ? '张建国' : '李明';
  const number = NUMBERS[wish.which]!;
  const dossier = dossiers.get(number);
  if (wish.what === 'import') {
    const missing = NUMBERS.filter((known) => !dossiers.has(known));
    return { type: 'records-imported', subject: '', author, body: importBodyOf(missing, wish.day) };
  }
  if (wish.what === 'take-back') return takingBackDraft(dossiers, wish, author);
  if (wish.what === 'mend' && wish.day % 2 === 1) {
    // Signed by nobody, so that nothing is gone.
    const body = { reason: 'term' as const, forms: [], signature: '0'.repeat(128) };
    return { type: 'details-erased', subject: '', author, body };
  }
  if (wish.what === 'mend' && wish.day % 8 === 2)
    return { type: 'feed-closed', subject: '', author, body: { why: 'moved' } };
  if (wish.what === 'mend') return { type: 'journal-mended', subject: '', author, body: { found: 'unended' } };
  if (wish.what === 'keep' && wish.day % 4 === 1) return receiptOf(author);
  if (wish.what === 'keep' && wish.day % 4 > 1) return identityOf(wish.day, author);
  if (wish.what === 'keep') return { type: 'inspections-kept', subject: '', author, body: { kept: { for: 'all' } } };
  if (wish.what === 'roster') return rosterOf(wish.day, author);
  if (wish.what === 'insure') return dossiers.size === 0 ? null : policyOf(dossiers, wish.day, author);
  if (wish.what === 'confirm') return confirmationOf(dossiers, wish, author);
  if (wish.what === 'answer') return dossiers.size === 0 ? null : answerOf(dossiers, wish, author);
  if (dossier !== undefined) return onDossier(wish, dossier, author);
  if (wish.what !== 'register') return null;
  return { type: 'elevator-registered', subject: number, author, body: { elevator: elevatorOf(number, wish.day) } };
}

export type Apply = (dossiers: Map<RegistrationNo, Dossier>, entry: Entry, previousAt: string | null) => void;

/** A sealed journal made from the wishes, kept up with `apply` so that each entry fits the records before it. */
export function journalOf(
  wanted: readonly Wish[],
  apply: Apply,
): { entries: Entry[]; lived: Map<RegistrationNo, Dossier> } {
  const lived = new Map<RegistrationNo, Dossier>();
  const entries: Entry[] = [];
  for (const wish of wanted) {
    const draft = draftOf(wish, lived);
    if (draft === null) continue;
    const seq = entries.length + 1;
    const prev = entries.at(-1)?.hash ?? NO_HASH;
    const hour = wish.day % 7 === 0 ? '07' : '08'; // the clock is set back and forth now and then
    const at = `2026-11-23T${hour}:${String(seq).padStart(2, '0')}:00+08:00`;
    const previousAt = entries.at(-1)?.at ?? null;
    const entry = sealEntry(draft, { feed: FEED, seq, at, prev });
    entries.push(entry);
    apply(lived, entry, previousAt);
  }
  return { entries, lived };
}
