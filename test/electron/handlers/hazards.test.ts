import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WireReply } from '../../../domain/bridge/errors';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Dossier } from '../../../domain/record/dossier';
import type { Entry } from '../../../domain/record/entry';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Handlers } from '../../../electron/handlers/handlers';
import type { Ports } from '../../../electron/host/ports';
import { cnPack } from '../../support/cn-pack';
import { openedProfile } from '../../support/opened-profile';

const NO = '梯11浙A12056(04)';
const OTHER = '梯11浙A12057(04)';
const criteria = cnPack.hazards!;
const SEVERE = criteria.classes.find((one) => one.class === 'severe')!.id;
const LIST = criteria.assessmentLists[0]!;
const ITEM = LIST.sections[0]!.items[0]!.id;
const NOT_STORED = 'a'.repeat(64);

const HAZARD = {
  registrationNo: NO,
  foundOn: '2026-11-01',
  foundBy: ['张建国'],
  source: 'other',
  component: criteria.components[0]!.id,
  what: '门锁触点烧蚀',
  responsible: { party: 'maintainer' },
};
const VISIT = { registrationNo: NO, date: '2026-11-01', task: 'half-month', technicians: ['张建国'] };
const ASSESSMENT = {
  registrationNo: NO,
  date: '2026-11-10',
  list: { packId: 'cn', packVersion: cnPack.version, listId: LIST.id },
  by: '检验院',
  members: ['李明'],
  items: [{ itemId: ITEM, outcome: 'conforms' }],
  conclusion: 'continue',
  reasons: '各项符合',
};
const POLICY = {
  registrationNo: NO,
  insurer: '人保',
  policyNo: 'P-1',
  cover: '责任险',
  from: '2026-01-01',
  to: '2026-12-31',
  services: ['维保'],
};
const CLAIM = { registrationNo: NO, policyNo: 'P-1', occurredOn: '2026-11-02', what: '门机损坏', state: 'reported' };
const GONE = 'ffffffff/99';

describe('hazards, assessments, policies and claims on a real profile', () => {
  let profileDir: string;
  let ports: Ports;
  let handlers: Handlers;
  const start = async (): Promise<void> => {
    ports = await openedProfile(profileDir);
    handlers = createHandlers(ports);
  };
  const ask = (channel: string, request: unknown): Promise<WireReply> =>
    dispatch(
      handlers,
      channel,
      request,
      { signal: new AbortController().signal, progress: () => undefined },
      () => undefined,
    );
  const codeOf = async (channel: string, request: unknown): Promise<string> => {
    const reply = await ask(channel, request);
    return reply.ok ? 'ok' : reply.error.code;
  };
  const idOf = async (channel: string, request: unknown, nth = ''): Promise<string> => {
    const reply = await ask(channel, request);
    if (!reply.ok) throw new Error(`${channel}: ${reply.error.code}`);
    const { feed, seq } = (reply.value as { entry: Entry }).entry;
    return `${feed.slice(0, 8)}/${seq}${nth}`;
  };
  let found = 0;
  /** Each time another hazard. */
  const find = (more: object = {}): Promise<string> =>
    idOf('hazard.find', { hazards: [{ ...HAZARD, location: `${++found}层`, ...more }] }, '.1');
  const advance = (hazardId: string, step: object): Promise<string> =>
    codeOf('hazard.advance', {
      registrationNo: NO,
      hazardId,
      step: { on: '2026-11-05', by: ['王海'], ...step },
    });
  const dossier = async (no = NO): Promise<Dossier> => (await ports.ledger.dossier(no as RegistrationNo))!;

  beforeAll(async () => {
    profileDir = mkdtempSync(join(tmpdir(), 'profile-'));
    await start();
    for (const registrationNo of [NO, OTHER])
      await ask('elevator.register', { elevator: { registrationNo, kind: '3110', regime: 'standard' } });
    await ask('policy.record', { policies: [POLICY] });
  });
  afterAll(async () => {
    await ports.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  it.each<[string, string, unknown, string]>([
    ['of no elevator', 'hazard.find', { hazards: [{ ...HAZARD, registrationNo: 'x' }] }, 'unknown-elevator'],
    ['of tomorrow', 'hazard.find', { hazards: [{ ...HAZARD, foundOn: '2026-11-24' }] }, 'future-date'],
    ['of an unknown part', 'hazard.find', { hazards: [{ ...HAZARD, component: 'sail' }] }, 'unknown-component'],
    ['severe by no criterion', 'hazard.find', { hazards: [{ ...HAZARD, severe: 'x' }] }, 'unknown-criterion'],
    [
      'major by a circumstance of escalators',
      'hazard.find',
      { hazards: [{ ...HAZARD, major: 'major-4.6-d' }] },
      'criterion-of-other-kind',
    ],
    ['major by a severe criterion', 'hazard.find', { hazards: [{ ...HAZARD, major: SEVERE }] }, 'unknown-criterion'],
    [
      'with a photo not stored',
      'hazard.find',
      { hazards: [{ ...HAZARD, photos: [NOT_STORED] }] },
      'unknown-attachment',
    ],
    [
      'of two elevators at once',
      'hazard.find',
      { hazards: [HAZARD, { ...HAZARD, registrationNo: OTHER }] },
      'bad-request',
    ],
    ['none at all', 'hazard.find', { hazards: [] }, 'bad-request'],
    ['due before it was found', 'hazard.find', { hazards: [{ ...HAZARD, deadline: '2026-10-31' }] }, 'bad-request'],
    [
      'of a visit to another',
      'visit.log',
      { visit: VISIT, hazards: [{ ...HAZARD, registrationNo: OTHER, source: 'visit' }] },
      'bad-request',
    ],
    [
      'of a visit, but of an unknown part',
      'visit.log',
      { visit: VISIT, hazards: [{ ...HAZARD, source: 'visit', component: 'sail' }] },
      'unknown-component',
    ],
    [
      'of an item that its visit has not',
      'visit.log',
      { visit: VISIT, hazards: [{ ...HAZARD, source: 'visit', itemId: 'A-1.1' }] },
      'unknown-item',
    ],
    [
      'not on record to be advanced',
      'hazard.advance',
      { registrationNo: NO, hazardId: GONE, step: { act: 'note', note: '-', on: '2026-11-05', by: ['李明'] } },
      'unknown-record',
    ],
    [
      'not on record to be corrected',
      'hazard.correct',
      { registrationNo: NO, recordId: GONE, set: [{ field: 'what', to: 'x' }], reason: '笔误' },
      'unknown-record',
    ],
  ])('a hazard %s is refused, and nothing is written', async (_, channel, request, code) => {
    const { seq } = ports.journal.head;
    expect(await codeOf(channel, request)).toBe(code);
    expect(ports.journal.head.seq).toBe(seq);
  });

  it('a step that stops use and an outage entered at the same moment do not both open one', async () => {
    const registrationNo = '梯11浙A00009(09)';
    await ask('elevator.register', { elevator: { registrationNo, kind: '3110', regime: 'standard' } });
    const hazardId = await idOf('hazard.find', { hazards: [{ ...HAZARD, registrationNo }] }, '.1');
    const step = { act: 'stop-use', on: '2026-11-12', by: ['王海'] };
    const codes = await Promise.all([
      codeOf('outage.record', { registrationNo, outage: { from: '2026-11-10' } }),
      codeOf('hazard.advance', { registrationNo, hazardId, step }),
    ]);
    expect(codes).toEqual(['ok', 'ok']);
    expect((await dossier(registrationNo)).outages.map(({ value }) => value)).toEqual([{ from: '2026-11-10' }]);
  });

  it('an import is not written over a step that was written at the same moment', async () => {
    const files = [
      { name: 'visits.csv', bytes: Buffer.from(`registration_no,date,task\n${NO},2026-11-02,half-month\n`) },
    ];
    const hazardId = await find();
    const preview = await ask('import.preview', { files });
    if (!preview.ok) throw new Error(preview.error.code);
    const { importId } = preview.value as { importId: string };
    const codes = await Promise.all([
      advance(hazardId, { act: 'note', note: '-' }),
      codeOf('import.commit', { importId, recordsFrom: { accept: [], decline: [] }, acceptUpdates: [] }),
    ]);
    expect(codes).toEqual(['ok', 'stale-import']);
  });

  it('an elevator is not registered twice by a form and a file at the same moment', async () => {
    const registrationNo = '梯11浙A00012(12)';
    const files = [{ name: 'register.csv', bytes: Buffer.from(`registration_no,kind\n${registrationNo},3110\n`) }];
    const preview = await ask('import.preview', { files });
    if (!preview.ok) throw new Error(preview.error.code);
    const { importId } = preview.value as { importId: string };
    const elevator = { registrationNo, kind: '3110', regime: 'standard' };
    const codes = await Promise.all([
      codeOf('elevator.register', { elevator }),
      codeOf('elevator.register', { elevator }),
      codeOf('import.commit', { importId, recordsFrom: { accept: [], decline: [] }, acceptUpdates: [] }),
    ]);
    expect(codes).toEqual(['ok', 'already-registered', 'stale-import']);
  });

  it('an outage is not corrected or withdrawn while a step that ends it is being written', async () => {
    const registrationNo = '梯11浙A00010(10)';
    await ask('elevator.register', { elevator: { registrationNo, kind: '3110', regime: 'standard' } });
    const hazardId = await idOf('hazard.find', { hazards: [{ ...HAZARD, registrationNo }] }, '.1');
    const by = ['王海'];
    const move = (step: object) => codeOf('hazard.advance', { registrationNo, hazardId, step: { ...step, by } });
    expect(await move({ act: 'stop-use', on: '2026-11-12' })).toBe('ok');
    const recordId = (await dossier(registrationNo)).outages[0]!.id;
    const back = { act: 'return-to-use', on: '2026-11-12' }; // on the day of the stop: the outage is withdrawn with it
    const withdrawn = { registrationNo, recordId, reason: '误录' };
    expect(await Promise.all([move(back), codeOf('outage.withdraw', withdrawn)])).toEqual(['ok', 'unknown-record']);
    expect(await move({ act: 'stop-use', on: '2026-11-13' })).toBe('ok');
    const second = (await dossier(registrationNo)).outages[1]!.id;
    const set = [{ field: 'from', to: '2026-11-14' }];
    const corrected = { registrationNo, recordId: second, set, reason: '笔误' };
    const again = { act: 'return-to-use', on: '2026-11-13' };
    expect(await Promise.all([move(again), codeOf('outage.correct', corrected)])).toEqual(['ok', 'unknown-record']);
  });

  it.each<[string, string, unknown, string]>([
    [
      'an assessment of tomorrow',
      'assessment.record',
      { assessment: { ...ASSESSMENT, date: '2026-11-24' } },
      'future-date',
    ],
    [
      'an assessment of no elevator',
      'assessment.record',
      { assessment: { ...ASSESSMENT, registrationNo: 'x' } },
      'unknown-elevator',
    ],
    [
      'an assessment by an unknown list',
      'assessment.record',
      { assessment: { ...ASSESSMENT, list: { ...ASSESSMENT.list, listId: 'x' } } },
      'unknown-item',
    ],
    [
      'an item that is not of the list',
      'assessment.record',
      { assessment: { ...ASSESSMENT, items: [{ itemId: 'x', outcome: 'conforms' }] } },
      'unknown-item',
    ],
    [
      'an item assessed twice',
      'assessment.record',
      { assessment: { ...ASSESSMENT, items: [...ASSESSMENT.items, ...ASSESSMENT.items] } },
      'unknown-item',
    ],
    [
      'an assessment with another elevator’s hazard',
      'assessment.record',
      { assessment: ASSESSMENT, hazards: [{ ...HAZARD, registrationNo: OTHER }] },
      'bad-request',
    ],
    [
      'the withdrawal of no assessment',
      'assessment.withdraw',
      { registrationNo: NO, recordId: GONE, reason: 'x' },
      'unknown-record',
    ],
    [
      'a policy over no elevator',
      'policy.record',
      { policies: [POLICY, { ...POLICY, registrationNo: 'x' }] },
      'unknown-elevator',
    ],
    [
      'a policy that ends before it begins',
      'policy.record',
      { policies: [{ ...POLICY, to: '2025-12-31' }] },
      'bad-request',
    ],
    [
      'the correction of no policy',
      'policy.correct',
      { registrationNo: NO, recordId: GONE, set: [{ field: 'insurer', to: 'x' }], reason: 'x' },
      'unknown-record',
    ],
    [
      'the withdrawal of no policy',
      'policy.withdraw',
      { registrationNo: NO, recordId: GONE, reason: 'x' },
      'unknown-record',
    ],
    ['a claim under no policy', 'claim.record', { claim: { ...CLAIM, policyNo: 'P-2' } }, 'unknown-policy'],
    ['a claim for what will happen', 'claim.record', { claim: { ...CLAIM, occurredOn: '2026-11-24' } }, 'future-date'],
    [
      'a claim settled before it occurred',
      'claim.record',
      { claim: { ...CLAIM, settledOn: '2026-11-01' } },
      'end-before-start',
    ],
    [
      'the correction of no claim',
      'claim.correct',
      { registrationNo: NO, recordId: GONE, set: [{ field: 'what', to: 'x' }], reason: 'x' },
      'unknown-record',
    ],
    [
      'the withdrawal of no claim',
      'claim.withdraw',
      { registrationNo: NO, recordId: GONE, reason: 'x' },
      'unknown-record',
    ],
  ])('%s is refused, and nothing is written', async (_, channel, request, code) => {
    const { seq } = ports.journal.head;
    expect(await codeOf(channel, request)).toBe(code);
    expect(ports.journal.head.seq).toBe(seq);
  });

  it('each step that the lifecycle does not allow is refused by its own code, and nothing is written', async () => {
    const evidence = { documents: ['SY-9'] };
    const severe = await find({ severe: SEVERE });
    const { seq } = ports.journal.head;
    expect(await advance(severe, { act: 'close' })).toBe('step-wrong-state');
    expect(await advance(severe, { act: 'return-to-use' })).toBe('step-not-stopped');
    expect(await advance(severe, { act: 'note', note: '-', on: '2026-10-31' })).toBe('step-before-last-step');
    expect(await advance(severe, { act: 'note', note: '-', on: '2026-11-24' })).toBe('future-date');
    expect(await advance(severe, { act: 'refuse', reason: '-', by: ['张建国'], evidence })).toBe('step-same-person');
    expect(await advance(severe, { act: 'refuse', reason: '-' })).toBe('step-needs-evidence');
    const same = { act: 'regrade', severe: SEVERE, major: null, risk: null, reason: '-' };
    expect(await advance(severe, same)).toBe('step-nothing-changed');
    expect(await advance(severe, { ...same, severe: 'x' })).toBe('unknown-criterion');
    expect(await advance(severe, { act: 'note', note: '-', evidence: { photos: [NOT_STORED] } })).toBe(
      'unknown-attachment',
    );
    expect(await advance(severe, { act: 'extend', deadline: '2026-11-04', reason: '-' })).toBe(
      'step-deadline-not-later',
    );
    expect(ports.journal.head.seq).toBe(seq);
    expect(await advance(severe, { act: 'stop-use' })).toBe('ok');
    expect(await advance(severe, { act: 'stop-use' })).toBe('already-recorded');
    expect(await advance(severe, { act: 'stop-use', note: '再停' })).toBe('step-already-stopped');
    expect(await advance(severe, { act: 'return-to-use' })).toBe('step-not-rechecked');
    expect(await advance(severe, { act: 'notify', to: '甲物业' })).toBe('ok');
    expect(await advance(severe, { act: 'start' })).toBe('ok');
    expect(await advance(severe, { act: 'rectify', what: '更换', evidence, by: ['李明'] })).toBe('ok');
    expect(await advance(severe, { act: 'recheck', result: 'pass', evidence })).toBe('ok');
    expect(await advance(severe, { act: 'close' })).toBe('step-needs-report');
    expect(
      await advance(severe, {
        act: 'transfer',
        responsible: { party: 'maintainer' },
        userUnit: '乙物业',
        reason: '换物业',
      }),
    ).toBe('ok');
    expect(await advance(severe, { act: 'close' })).toBe('step-needs-notice');
    expect(await advance(severe, { act: 'notify', to: '乙物业' })).toBe('ok');
    expect(await advance(severe, { act: 'report', to: '市场监管局' })).toBe('ok');
    expect(await advance(severe, { act: 'close', by: ['李明'] })).toBe('step-same-person');
    expect(await advance(severe, { act: 'close' })).toBe('ok');
    expect(await advance(severe, { act: 'return-to-use' })).toBe('ok');
    expect((await dossier()).outages.at(-1)).toMatchObject({ withdrawn: true, value: { from: '2026-11-05' } });
  });

  describe('a correction of units', () => {
    const registrationNo = '梯11浙A00011(11)';
    const set = [{ field: 'maintainer', to: '通达机电设备有限公司' }];
    const responsible = { party: 'maintainer', unit: '通达机电设备有限公司' };
    const step = { act: 'transfer', on: '2026-11-12', by: ['王海'], responsible, reason: '换签' };
    const correct = (transfers: readonly object[]) =>
      codeOf('elevator.correct', { registrationNo, set, reason: '换签', transfers });
    let open: string;
    let refused: string;
    beforeAll(async () => {
      const elevator = { registrationNo, kind: '3110', regime: 'standard', maintainer: '恒升电梯工程有限公司' };
      await ask('elevator.register', { elevator });
      open = await idOf('hazard.find', { hazards: [{ ...HAZARD, registrationNo }] }, '.1');
      refused = await idOf('hazard.find', { hazards: [{ ...HAZARD, registrationNo, location: '5层' }] }, '.1');
      const evidence = { documents: ['SY-1'] };
      const over = { act: 'refuse', reason: '-', on: '2026-11-05', by: ['王海'], evidence };
      expect(await codeOf('hazard.advance', { registrationNo, hazardId: refused, step: over })).toBe('ok');
    });

    it.each<[string, () => readonly object[], string]>([
      [
        'with a hazard that is no longer open',
        () => [open, refused].map((hazardId) => ({ hazardId, step })),
        'step-wrong-state',
      ],
      ['with a hazard twice', () => [open, open].map((hazardId) => ({ hazardId, step })), 'bad-request'],
      ['with a hazard not on record', () => [{ hazardId: GONE, step }], 'unknown-record'],
      ['that comes tomorrow', () => [{ hazardId: open, step: { ...step, on: '2026-11-24' } }], 'future-date'],
      [
        'with a step that hands nothing over',
        () => [{ hazardId: open, step: { ...step, act: 'note', note: '-' } }],
        'bad-request',
      ],
    ])('%s is refused whole: neither the units nor any hazard change', async (_, transfers, code) => {
      const { seq } = ports.journal.head;
      expect(await correct(transfers())).toBe(code);
      expect(ports.journal.head.seq).toBe(seq);
    });

    it('hands its hazards over in the one entry that corrects them', async () => {
      const { seq } = ports.journal.head;
      expect(await correct([{ hazardId: open, step }])).toBe('ok');
      expect(ports.journal.head.seq).toBe(seq + 1);
      const { elevator, hazards } = await dossier(registrationNo);
      expect(elevator.value.maintainer).toBe('通达机电设备有限公司');
      expect(hazards.map(({ steps }) => steps.at(-1)?.step.act)).toEqual(['transfer', 'refuse']);
    });
  });

  it('of two same steps at once one is written and one refused', async () => {
    const id = await find();
    const { seq } = ports.journal.head;
    const both = await Promise.all([advance(id, { act: 'stop-use' }), advance(id, { act: 'stop-use' })]);
    expect(both).toEqual(['ok', 'already-recorded']);
    expect(ports.journal.head.seq).toBe(seq + 1);
    expect(await advance(id, { act: 'return-to-use', on: '2026-11-06' })).toBe('ok');
  });

  it('two hazards hold the elevator until the last lets go, in whatever order that is entered', async () => {
    const [first, second] = [await find(), await find()];
    const before = (await dossier()).outages.length;
    await advance(first, { act: 'stop-use', on: '2026-11-10' });
    await advance(second, { act: 'stop-use', on: '2026-11-08' });
    expect((await dossier()).outages.slice(before).map(({ value }) => [value.from, value.to])).toEqual([
      ['2026-11-10', undefined],
      ['2026-11-08', '2026-11-10'],
    ]);
    await advance(first, { act: 'return-to-use', on: '2026-11-15' });
    expect((await dossier()).outages[before]?.value).not.toHaveProperty('to');
    await advance(second, { act: 'return-to-use', on: '2026-11-13' });
    expect((await dossier()).outages[before]?.value.to).toBe('2026-11-15');
  });

  it('a correction does not move the finding behind its steps, nor make the finder a second person', async () => {
    const id = await find({ severe: SEVERE });
    await advance(id, { act: 'note', note: '已订货' });
    const correct = (field: string, to: unknown) =>
      codeOf('hazard.correct', { registrationNo: NO, recordId: id, set: [{ field, to }], reason: '笔误' });
    expect(await correct('foundOn', '2026-11-06')).toBe('end-before-start');
    expect(await correct('what', '门锁触点烧蚀')).toBe('nothing-changed');
    expect(await correct('foundBy', [])).toBe('bad-request');
    expect(await correct('foundBy', ['李明'])).toBe('ok');
    const down = { act: 'regrade', severe: null, major: null, risk: null, reason: '-', evidence: { documents: ['1'] } };
    expect(await advance(id, { ...down, by: ['张建国'] })).toBe('step-same-person');
    expect(await advance(id, { ...down, by: ['李明'] })).toBe('step-same-person');
    expect(await advance(id, down)).toBe('ok');
  });

  it('everything recorded, corrected and withdrawn is the same after a new start', async () => {
    await idOf('visit.log', { visit: { ...VISIT, startedAt: '09:00' }, hazards: [{ ...HAZARD, source: 'visit' }] });
    const hazards = [{ ...HAZARD, location: '顶层' }];
    const assessment = await idOf('assessment.record', { assessment: ASSESSMENT, hazards });
    const claim = await idOf('claim.record', { claim: CLAIM });
    const cover = { ...POLICY, policyNo: 'P-3' };
    const policy = await idOf('policy.record', { policies: [cover, { ...cover, registrationNo: OTHER }] }, '.2');
    const named = { registrationNo: NO, reason: '笔误' };
    expect(await codeOf('claim.correct', { ...named, recordId: claim, set: [{ field: 'paid', to: 800 }] })).toBe('ok');
    const other = { ...named, registrationNo: OTHER, recordId: policy };
    expect(await codeOf('policy.correct', { ...other, set: [{ field: 'to', to: '2027-03-31' }] })).toBe('ok');
    expect(await codeOf('policy.withdraw', other)).toBe('ok');
    expect(await codeOf('policy.withdraw', other)).toBe('unknown-record');
    expect(await codeOf('assessment.withdraw', { ...named, recordId: assessment })).toBe('ok');
    expect(await codeOf('claim.withdraw', { ...named, recordId: claim })).toBe('ok');
    const lived = structuredClone([await dossier(), await dossier(OTHER)]);
    expect(lived[0]!.hazards.some(({ value }) => value.source === 'visit')).toBe(true);
    expect(lived[1]!.policies).toMatchObject([{ withdrawn: true, value: { to: '2027-03-31' } }]);
    await ports.close();
    await start();
    expect([await dossier(), await dossier(OTHER)]).toEqual(lived);
  });

  it('settings keep the house’s own days, and refuse days that are none', async () => {
    expect(await codeOf('settings.write', { hazardDays: { rectify: 20, 'rectify-I': 0 } })).toBe('ok');
    for (const hazardDays of [{ rectify: -1 }, { rectify: 1.5 }, { report: 3 }, { recheck: 3651 }])
      expect(await codeOf('settings.write', { hazardDays })).toBe('bad-request');
    expect(ports.settings.read().hazardDays).toEqual({ rectify: 20, 'rectify-I': 0 });
  });
});
