import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WireReply } from '../../../domain/bridge/errors';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Entry } from '../../../domain/record/entry';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Handlers } from '../../../electron/handlers/handlers';
import type { Ports } from '../../../electron/host/ports';
import { cnPack } from '../../support/cn-pack';
import { openedProfile } from '../../support/opened-profile';

const NO = '梯11浙A12056(04)';
const VISIT = {
  registrationNo: NO,
  date: '2026-11-20',
  task: 'half-month',
  startedAt: '09:00',
  endedAt: '09:40',
  technicians: ['张建国'],
};

const CALL = { registrationNo: NO, kind: 'entrapment', reportedAt: '2026-11-20T08:10', trapped: 2 };
const INSPECTION = { registrationNo: NO, date: '2026-11-20', kind: 'periodic', result: 'pass' };

describe('handlers on a real profile', () => {
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
  const entryOf = async (channel: string, request: unknown): Promise<Entry> => {
    const reply = await ask(channel, request);
    if (!reply.ok) throw new Error(reply.error.code);
    return (reply.value as { entry: Entry }).entry;
  };
  beforeEach(async () => {
    profileDir = mkdtempSync(join(tmpdir(), 'profile-'));
    await start();
    await ask('settings.write', { author: '孙丽华' });
    await ask('elevator.register', { elevator: { registrationNo: NO, kind: '3110', regime: 'standard' } });
  });
  afterEach(async () => {
    await ports.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  it.each<[string, string, unknown, string]>([
    ['an unknown channel', 'fs.read', {}, 'bad-request'],
    ['a name of the prototype', 'constructor', {}, 'bad-request'],
    ['a surplus field', 'app.info', { more: 1 }, 'bad-request'],
    [
      'an elevator that is registered',
      'elevator.register',
      { elevator: { registrationNo: NO, kind: '3110', regime: 'standard' } },
      'already-registered',
    ],
    [
      'a kind outside the catalogue',
      'elevator.register',
      { elevator: { registrationNo: 'x', kind: '9999', regime: 'standard' } },
      'bad-request',
    ],
    [
      'a correction without change',
      'elevator.correct',
      { registrationNo: NO, set: [{ field: 'kind', to: '3110' }], reason: 'x' },
      'nothing-changed',
    ],
    [
      'a correction that breaks the record',
      'elevator.correct',
      { registrationNo: NO, set: [{ field: 'acceptedOn', to: '2026-02-30' }], reason: 'x' },
      'bad-request',
    ],
    [
      'a correction without reason',
      'elevator.correct',
      { registrationNo: NO, set: [{ field: 'address', to: 'x' }], reason: ' ' },
      'bad-request',
    ],
    [
      'a visit to nobody knows which elevator',
      'visit.log',
      { visit: { ...VISIT, registrationNo: 'x' } },
      'unknown-elevator',
    ],
    ['a visit of tomorrow', 'visit.log', { visit: { ...VISIT, date: '2026-11-24' } }, 'future-date'],
    ['a visit without a technician', 'visit.log', { visit: { ...VISIT, technicians: [] } }, 'no-technician'],
    ['a visit that ends before it starts', 'visit.log', { visit: { ...VISIT, endedAt: '08:00' } }, 'end-before-start'],
    [
      'an item of another annex',
      'visit.log',
      {
        visit: {
          ...VISIT,
          checklist: { packId: 'cn', packVersion: cnPack.version, results: [{ itemId: 'B-1.1', outcome: 'ok' }] },
        },
      },
      'unknown-item',
    ],
    [
      'a photo that was not stored',
      'visit.log',
      {
        visit: {
          ...VISIT,
          checklist: {
            packId: 'cn',
            packVersion: cnPack.version,
            results: [{ itemId: 'A-1.1', outcome: 'defect', photos: ['a'.repeat(64)] }],
          },
        },
      },
      'unknown-attachment',
    ],
    [
      'an outage that ends before it starts',
      'outage.record',
      { registrationNo: NO, outage: { from: '2026-11-02', to: '2026-11-01' } },
      'bad-request',
    ],
    [
      'a call-out whose times are out of order',
      'callout.record',
      { callOut: { ...CALL, arrivedAt: '2026-11-20T08:09' } },
      'bad-request',
    ],
    [
      'a permission that ends before it begins',
      'elevator.register',
      {
        elevator: {
          registrationNo: '梯Z',
          kind: '3110',
          regime: 'on-demand:30',
          regimeFrom: '2026-01-02',
          regimeTo: '2026-01-01',
        },
      },
      'bad-request',
    ],
    [
      'a call-out of tomorrow',
      'callout.record',
      { callOut: { ...CALL, reportedAt: '2026-11-24T00:10' } },
      'future-date',
    ],
    [
      'an inspection of tomorrow',
      'inspection.record',
      { inspection: { ...INSPECTION, date: '2026-11-24' } },
      'future-date',
    ],
    [
      'a certificate that ran out before its inspection',
      'inspection.record',
      { inspection: { ...INSPECTION, validUntil: '2026-11-19' } },
      'end-before-start',
    ],
    [
      'an inspection of nobody knows which elevator',
      'inspection.record',
      { inspection: { ...INSPECTION, registrationNo: 'x' } },
      'unknown-elevator',
    ],
    [
      'the correction of no record',
      'visit.correct',
      { registrationNo: NO, recordId: '00000000/99', set: [{ field: 'note', to: 'x' }], reason: 'x' },
      'unknown-record',
    ],
    [
      'a report of an unknown identity',
      'report.make',
      {
        registrationNo: NO,
        kind: 'compliance',
        locale: 'en',
        asOf: '2026-11-23',
        period: { from: '2026-01-01', to: '2026-11-23' },
        identityId: 'a'.repeat(64),
        passphrase: 'x',
      },
      'unknown-identity',
    ],
    [
      'a report that ends after its as-of day',
      'report.make',
      {
        registrationNo: NO,
        kind: 'compliance',
        locale: 'en',
        asOf: '2026-11-20',
        period: { from: '2026-01-01', to: '2026-11-23' },
        identityId: 'a'.repeat(64),
        passphrase: 'x',
      },
      'bad-request',
    ],
    [
      'an import nobody tried',
      'import.commit',
      { importId: '6f1f9c52-6a0e-4f7c-9d1e-0d9b5b6a7c11', recordsFrom: { accept: [], decline: [] }, acceptUpdates: [] },
      'stale-import',
    ],
    [
      'a file that is no picture',
      'attachment.store',
      { mediaType: 'image/png', bytes: Uint8Array.of(1, 2, 3) },
      'bad-request',
    ],
    ['a certificate that is none', 'trust.add', { pem: 'x' }, 'certificate-unreadable'],
  ])('%s is refused and nothing is written', async (_what, channel, request, code) => {
    const { seq } = ports.journal.head;
    expect(await codeOf(channel, request)).toBe(code);
    expect(ports.journal.head.seq).toBe(seq);
  });

  it('a visit is logged, corrected and withdrawn, each with its author, and never twice withdrawn', async () => {
    const logged = await entryOf('visit.log', { visit: VISIT });
    expect(logged.author).toBe('孙丽华');
    const recordId = `${logged.feed.slice(0, 8)}/${logged.seq}`;
    const corrected = await entryOf('visit.correct', {
      registrationNo: NO,
      recordId,
      set: [
        { field: 'endedAt', to: '10:00' },
        { field: 'task', to: 'half-month' },
      ],
      reason: '笔误',
    });
    expect(corrected.body).toEqual({
      corrects: recordId,
      changes: [{ field: 'endedAt', from: '09:40', to: '10:00' }],
      reason: '笔误',
    });
    expect(
      await codeOf('visit.correct', {
        registrationNo: NO,
        recordId,
        set: [{ field: 'endedAt', to: '08:00' }],
        reason: 'x',
      }),
    ).toBe('end-before-start');
    expect(await codeOf('visit.withdraw', { registrationNo: NO, recordId, reason: '未到场' })).toBe('ok');
    expect(await codeOf('visit.withdraw', { registrationNo: NO, recordId, reason: '再撤' })).toBe('unknown-record');
  });

  it.each([
    ['a look set with the rest', { itemId: 'A-1.1', set: 'rest' }, 'ok'],
    ['a test set with the rest', { itemId: 'A-4.6', set: 'rest' }, 'A-4.6: own-answer'],
    ['a value set with the rest', { itemId: 'A-4.5', set: 'rest', reading: 8 }, 'A-4.5: own-answer'],
    ['a test answered for itself', { itemId: 'A-4.6', set: 'each' }, 'ok'],
    ['a test of which nobody says how it was set', { itemId: 'A-4.6' }, 'ok'],
    ['a value in order without a number', { itemId: 'A-1.29', set: 'each' }, 'A-1.29: value'],
    ['a value with its number', { itemId: 'A-1.29', set: 'each', reading: 8 }, 'ok'],
    ['a value with the reason why there is none', { itemId: 'A-1.29', set: 'each', note: '尺未带' }, 'ok'],
    ['a value that does not apply', { itemId: 'A-1.29', set: 'each', outcome: 'not-applicable' }, 'ok'],
    ['a way of setting that there is not', { itemId: 'A-1.1', set: 'all' }, 'visit.checklist.results.0.set'],
  ])('%s: %j gives %s', async (_what, result, answer) => {
    const results = [{ outcome: 'ok', ...result }];
    const visit = { ...VISIT, task: 'year', checklist: { packId: 'cn', packVersion: cnPack.version, results } };
    const reply = await ask('visit.log', { visit });
    expect(reply.ok ? 'ok' : `${reply.error.code} ${reply.error.details['what']}`).toBe(
      answer === 'ok' ? 'ok' : `bad-request ${answer}`,
    );
  });

  it('an outage is recorded, ended and withdrawn', async () => {
    const { feed, seq } = await entryOf('outage.record', {
      registrationNo: NO,
      outage: { from: '2026-10-01', reason: '长期停用' },
    });
    const recordId = `${feed.slice(0, 8)}/${seq}`;
    expect(
      await codeOf('outage.correct', {
        registrationNo: NO,
        recordId,
        set: [{ field: 'to', to: '2026-09-01' }],
        reason: 'x',
      }),
    ).toBe('bad-request');
    expect(
      await codeOf('outage.correct', {
        registrationNo: NO,
        recordId,
        set: [{ field: 'to', to: '2026-11-01' }],
        reason: '启用',
      }),
    ).toBe('ok');
    expect(await codeOf('outage.withdraw', { registrationNo: NO, recordId, reason: '误记' })).toBe('ok');
  });

  it('a call-out and an inspection are recorded, corrected and withdrawn, and found again after a restart', async () => {
    const call = await entryOf('callout.record', { callOut: CALL });
    const inspection = await entryOf('inspection.record', { inspection: INSPECTION });
    const [callId, inspectionId] = [call, inspection].map(({ feed, seq }) => `${feed.slice(0, 8)}/${seq}`);
    const arrived = [{ field: 'arrivedAt', to: '2026-11-20T08:35' }];
    const early = [{ field: 'freedAt', to: '2026-11-20T08:00' }];
    const correct = (set: object[]) =>
      codeOf('callout.correct', { registrationNo: NO, recordId: callId, set, reason: '补记' });
    expect(await correct(arrived)).toBe('ok');
    expect(await correct(early)).toBe('bad-request');
    expect(
      await codeOf('inspection.correct', {
        registrationNo: NO,
        recordId: inspectionId,
        set: [{ field: 'result', to: 'fail' }],
        reason: '报告更正',
      }),
    ).toBe('ok');
    expect(await codeOf('inspection.withdraw', { registrationNo: NO, recordId: inspectionId, reason: '他梯' })).toBe(
      'ok',
    );
    await ports.close();
    await start();
    const { callouts, inspections } = (await ports.ledger.dossier(NO as RegistrationNo))!;
    expect(callouts).toMatchObject([{ value: { ...CALL, arrivedAt: '2026-11-20T08:35' }, original: CALL }]);
    expect(inspections).toMatchObject([{ value: { result: 'fail' }, withdrawn: true }]);
    expect(await codeOf('callout.withdraw', { registrationNo: NO, recordId: callId, reason: '误记' })).toBe('ok');
    expect(await codeOf('callout.withdraw', { registrationNo: NO, recordId: callId, reason: '误记' })).toBe(
      'unknown-record',
    );
  });

  it('a call that was given up is cancelled, an unforeseen error is logged under an id', async () => {
    const logged: unknown[] = [];
    const failing = { ...handlers, 'app.info': () => Promise.reject(new Error('inner words')) } as unknown as Handlers;
    const given = new AbortController();
    given.abort();
    const context = { signal: new AbortController().signal, progress: () => undefined };
    expect(
      await dispatch(failing, 'app.info', {}, { ...context, signal: given.signal }, () => undefined),
    ).toMatchObject({ error: { code: 'cancelled' } });
    const reply = await dispatch(failing, 'app.info', {}, context, (id, error) => logged.push(id, error));
    expect(reply).toEqual({ ok: false, error: { code: 'internal', details: { id: logged[0] } } });
  });

  it('settings survive a new start, and a damaged file gives the defaults', async () => {
    await ask('settings.write', { organisation: '绿源物业' });
    await ports.close();
    await start();
    expect(ports.settings.read()).toMatchObject({ organisation: '绿源物业', author: '孙丽华', locale: 'zh-CN' });
    await ports.close();
    writeFileSync(join(profileDir, 'settings.json'), '{"locale": 7');
    await start();
    expect(ports.settings.read()).toMatchObject({ organisation: '', locale: 'zh-CN' });
  });
});
