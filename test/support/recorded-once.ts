import type { Channel } from '../../domain/bridge/channels';
import type { DossierList } from '../../domain/record/kinds';
import type { Journal } from '../../electron/journal/journal';
import { cnPack } from './cn-pack';

export const NO = '梯11浙A12056(04)';
const criteria = cnPack.hazards!;
const LIST = criteria.assessmentLists[0]!;
const COMPONENT = criteria.components[0]!.id;

export const ELEVATOR = { registrationNo: NO, kind: '3110', regime: 'standard' };
export const VISIT = { registrationNo: NO, date: '2026-11-20', task: 'half-month', technicians: ['张建国'] };
const OUTAGE = { from: '2026-10-01', to: '2026-10-20', reason: '大修' };
const INSPECTION = { registrationNo: NO, date: '2026-11-20', kind: 'periodic', result: 'fail' };
const CALL = { registrationNo: NO, kind: 'entrapment', reportedAt: '2026-11-20T08:10', trapped: 2 };
export const HAZARD = {
  registrationNo: NO,
  foundOn: '2026-11-01',
  foundBy: ['张建国'],
  source: 'other',
  component: COMPONENT,
  what: '门锁触点烧蚀',
  responsible: { party: 'maintainer' },
};
const ASSESSMENT = {
  registrationNo: NO,
  date: '2026-11-10',
  list: { packId: 'cn', packVersion: cnPack.version, listId: LIST.id },
  by: '检验院',
  members: ['李明'],
  items: [{ itemId: LIST.sections[0]!.items[0]!.id, outcome: 'conforms' }],
  conclusion: 'continue',
  reasons: '各项符合',
};
export const POLICY = {
  registrationNo: NO,
  insurer: '人保',
  policyNo: 'P-1',
  cover: '责任险',
  from: '2026-01-01',
  to: '2026-12-31',
  services: [],
};
const CLAIM = { registrationNo: NO, policyNo: 'P-0', occurredOn: '2026-11-02', what: '门机损坏', state: 'reported' };
const CONTRACT = { registrationNo: NO, firm: '恒升电梯', contractNo: 'HT-1', from: '2026-01-01', to: '2026-12-31' };
const DRILL = { registrationNo: NO, date: '2026-11-20', scenario: 'entrapment', participants: ['王海', '赵敏'] };
const EVENT = {
  registrationNo: NO,
  kind: 'maintenance-mode',
  startedAt: '2026-11-20T08:10',
  endedAt: '2026-11-20T08:50',
  source: '物联网终端',
};
/** Stands for the id of the elevator's own record, which no test knows before. */
const ELEVATOR_RECORD = 'the elevator';
/** A visit that nothing corrects or withdraws, logged as the second entry. */
export const CONFIRMED = { registrationNo: NO, date: '2026-11-05', task: 'half-month', technicians: ['张建国'] };
/** The request with those ids and hashes: the elevator is the first entry of a journal, the visit that is confirmed the second. */
export function aboutElevator(request: unknown, { key, entries }: Journal): unknown {
  const { answers, confirmations } = request as {
    answers?: readonly { readonly records: readonly string[] }[];
    confirmations?: readonly object[];
  };
  const feed = key.feed.slice(0, 8);
  const visit = `${feed}/2`;
  if (confirmations !== undefined) {
    const bound = { visit, version: visit, hash: entries.index.hashOf(2) };
    return { confirmations: confirmations.map((one) => ({ ...one, ...bound })) };
  }
  if (answers === undefined) return request;
  const named = (id: string): string => (id === ELEVATOR_RECORD ? `${feed}/1` : id);
  return { answers: answers.map((one) => ({ ...one, records: one.records.map(named) })) };
}
const CONFIRMATION = { registrationNo: NO, turn: 1, act: 'given', on: '2026-11-20', by: '周敏', how: 'later' };
const CHECK = { registrationNo: NO, date: '2026-11-20', result: 'found', by: '吴国平', found: '层门异响' };
/** The paper that a check of a past day is entered from. */
const FROM_PAPER = { reason: '当日记在纸上', document: '检查表 11-20' };
const ANSWER = {
  registrationNo: NO,
  kind: 'two-places',
  doubt: 'a'.repeat(64),
  records: [ELEVATOR_RECORD],
  of: 2,
  turn: 1,
  answer: 'explained',
  on: '2026-11-20',
  by: '王海',
  says: '钟表快了一小时',
};
export const STEP = { act: 'note', on: '2026-11-12', by: ['王海'], note: '已订货' };

interface RecordedOnce {
  readonly channel: Channel;
  readonly request: object;
  /** The same happening, told otherwise. */
  readonly otherwise: object;
  /** Another happening, however alike. */
  readonly another: object;
  readonly on: string;
  readonly withdraw?: Channel;
  /** `keepsKey`: no correction makes it another happening. */
  readonly correct?: {
    readonly channel: Channel;
    readonly field: string;
    readonly to: string;
    readonly keepsKey?: true;
  };
}

/** Each kind of record as it is asked for, told otherwise, and another of its kind. */
export const KINDS: Readonly<Record<DossierList, RecordedOnce>> = {
  visits: {
    channel: 'visit.log',
    request: { visit: VISIT },
    otherwise: { visit: { ...VISIT, note: '补油' } },
    another: { visit: { ...VISIT, startedAt: '15:00' } },
    on: '2026-11-20',
    withdraw: 'visit.withdraw',
    correct: { channel: 'visit.correct', field: 'startedAt', to: '' },
  },
  outages: {
    channel: 'outage.record',
    request: { registrationNo: NO, outage: OUTAGE },
    otherwise: { registrationNo: NO, outage: { ...OUTAGE, to: '2026-10-25' } },
    another: { registrationNo: NO, outage: { from: '2026-11-01', to: '2026-11-05' } },
    on: '2026-10-01',
    withdraw: 'outage.withdraw',
    correct: { channel: 'outage.correct', field: 'from', to: '2026-10-01' },
  },
  inspections: {
    channel: 'inspection.record',
    request: { inspection: INSPECTION },
    otherwise: { inspection: { ...INSPECTION, result: 'pass' } },
    another: { inspection: { ...INSPECTION, result: 'recheck' } },
    on: '2026-11-20',
    withdraw: 'inspection.withdraw',
    correct: { channel: 'inspection.correct', field: 'result', to: 'fail' },
  },
  callouts: {
    channel: 'callout.record',
    request: { callOut: CALL },
    otherwise: { callOut: { ...CALL, trapped: 3 } },
    another: { callOut: { ...CALL, reportedAt: '2026-11-20T08:11' } },
    on: '2026-11-20',
    withdraw: 'callout.withdraw',
    correct: { channel: 'callout.correct', field: 'reportedAt', to: '2026-11-20T08:10' },
  },
  hazards: {
    channel: 'hazard.find',
    request: { hazards: [HAZARD] },
    otherwise: { hazards: [{ ...HAZARD, measure: '更换触点' }] },
    another: { hazards: [{ ...HAZARD, location: '2层' }] },
    on: '2026-11-01',
    correct: { channel: 'hazard.correct', field: 'location', to: '' },
  },
  assessments: {
    channel: 'assessment.record',
    request: { assessment: ASSESSMENT },
    otherwise: { assessment: { ...ASSESSMENT, conclusion: 'repair' } },
    another: { assessment: { ...ASSESSMENT, date: '2026-11-11' } },
    on: '2026-11-10',
    withdraw: 'assessment.withdraw',
  },
  policies: {
    channel: 'policy.record',
    request: { policies: [POLICY] },
    otherwise: { policies: [{ ...POLICY, premium: 300 }] },
    another: { policies: [{ ...POLICY, from: '2027-01-01', to: '2027-12-31' }] },
    on: '2026-01-01',
    withdraw: 'policy.withdraw',
    correct: { channel: 'policy.correct', field: 'from', to: '2026-01-01' },
  },
  claims: {
    channel: 'claim.record',
    request: { claim: CLAIM },
    otherwise: { claim: { ...CLAIM, paid: 800 } },
    another: { claim: { ...CLAIM, what: '光幕损坏' } },
    on: '2026-11-02',
    withdraw: 'claim.withdraw',
    correct: { channel: 'claim.correct', field: 'what', to: '门机损坏' },
  },
  drills: {
    channel: 'drill.record',
    request: { drill: DRILL },
    otherwise: { drill: { ...DRILL, problems: '对讲不通' } },
    another: { drill: { ...DRILL, startedAt: '15:00' } },
    on: '2026-11-20',
    withdraw: 'drill.withdraw',
    correct: { channel: 'drill.correct', field: 'startedAt', to: '' },
  },
  contracts: {
    channel: 'contract.record',
    request: { contract: CONTRACT },
    otherwise: { contract: { ...CONTRACT, to: '2027-12-31' } },
    another: { contract: { ...CONTRACT, contractNo: 'HT-2' } },
    on: '2026-01-01',
    withdraw: 'contract.withdraw',
    correct: { channel: 'contract.correct', field: 'contractNo', to: 'HT-1' },
  },
  doubtAnswers: {
    channel: 'doubt.answer',
    request: { answers: [ANSWER] },
    otherwise: { answers: [{ ...ANSWER, answer: 'wrong' }] },
    another: { answers: [{ ...ANSWER, doubt: 'b'.repeat(64) }] },
    on: '2026-11-20',
  },
  dailyChecks: {
    channel: 'daily-check.record',
    request: { check: CHECK, late: FROM_PAPER },
    otherwise: { check: { ...CHECK, measure: '已停梯' }, late: FROM_PAPER },
    another: { check: { ...CHECK, date: '2026-11-19' }, late: FROM_PAPER },
    on: '2026-11-20',
    withdraw: 'daily-check.withdraw',
    correct: { channel: 'daily-check.correct', field: 'at', to: '08:30', keepsKey: true },
  },
  deviceEvents: {
    channel: 'device-event.record',
    request: { deviceEvent: EVENT },
    otherwise: { deviceEvent: { ...EVENT, endedAt: '2026-11-20T08:55' } },
    another: { deviceEvent: { ...EVENT, source: '监控' } },
    on: '2026-11-20',
    withdraw: 'device-event.withdraw',
    correct: { channel: 'device-event.correct', field: 'source', to: '物联网终端' },
  },
  confirmations: {
    channel: 'confirmation.record',
    request: { confirmations: [CONFIRMATION] },
    otherwise: { confirmations: [{ ...CONFIRMATION, how: 'on-paper' }] },
    another: { confirmations: [{ ...CONFIRMATION, turn: 2 }] },
    on: '2026-11-20',
  },
};
