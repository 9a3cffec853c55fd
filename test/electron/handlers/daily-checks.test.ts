import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/bridge/channels';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Handlers } from '../../../electron/handlers/handlers';
import type { Ports } from '../../../electron/host/ports';
import { openedProfile } from '../../support/opened-profile';
import { ELEVATOR, NO } from '../../support/recorded-once';

describe('a daily check', () => {
  let profileDir: string;
  let ports: Ports;
  let handlers: Handlers;
  const codeOf = async (channel: Channel, request: unknown): Promise<string> => {
    const context = { signal: new AbortController().signal, progress: () => undefined };
    const reply = await dispatch(handlers, channel, request, context, () => undefined);
    return reply.ok ? 'ok' : reply.error.code;
  };
  const record = (check: object, late?: object): Promise<string> =>
    codeOf('daily-check.record', {
      check: { registrationNo: NO, result: 'nothing-found', by: '吴国平', ...check },
      ...(late === undefined ? {} : { late }),
    });

  beforeEach(async () => {
    profileDir = mkdtempSync(join(tmpdir(), 'profile-'));
    ports = await openedProfile(profileDir);
    handlers = createHandlers(ports);
    await codeOf('settings.write', { author: '吴国平' });
    await codeOf('elevator.register', { elevator: ELEVATOR });
  });
  afterEach(async () => {
    await ports.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  it('of today is taken, once', async () => {
    const date = ports.today();
    expect(await record({ date })).toBe('ok');
    expect(await record({ date, result: 'found', found: '层门异响' })).toBe('conflicts-with-record');
  });

  it('of a past day is no tick: it needs its paper, named or shown, and nothing is written without', async () => {
    const { seq } = ports.journal.head;
    const date = '2026-11-02';
    expect(await record({ date })).toBe('check-without-paper');
    expect(await record({ date, result: 'found', found: '层门异响' })).toBe('check-without-paper');
    expect(await record({ date }, { reason: '忘记了' })).toBe('check-without-paper');
    expect(await record({ date }, { reason: '忘记了', photos: [] })).toBe('check-without-paper');
    expect(await record({ date }, { reason: '忘记了', photos: ['a'.repeat(64)] })).toBe('unknown-attachment');
    expect(ports.journal.head.seq).toBe(seq);
    expect(await record({ date }, { reason: '记在纸上', document: '检查表 11-02' })).toBe('ok');
  });

  it('that was not made is explained on any day, and never by a correction becomes one that was', async () => {
    expect(await record({ date: '2026-11-03', result: 'not-done', reason: '全院停电' })).toBe('ok');
    const recordId = `${ports.journal.key.feed.slice(0, 8)}/${ports.journal.head.seq}`;
    const set = [{ field: 'result', to: 'nothing-found' }];
    const correction = { registrationNo: NO, recordId, reason: '其实检查过' };
    expect(await codeOf('daily-check.correct', { ...correction, set })).toBe('bad-request');
    expect(await codeOf('daily-check.correct', { ...correction, set: [{ field: 'reason', to: '停电' }] })).toBe('ok');
  });

  it.each([
    ['a day to come', { date: '2999-01-01' }, 'future-date'],
    ['findings without a word', { date: '2026-11-04', result: 'found' }, 'bad-request'],
    ['nothing found and a finding', { date: '2026-11-04', found: '渗水' }, 'bad-request'],
    ['no check and no reason', { date: '2026-11-04', result: 'not-done' }, 'bad-request'],
    ['a reason beside a check', { date: '2026-11-04', reason: '停电' }, 'bad-request'],
    ['a module of no list', { date: '2026-11-04', result: 'found', found: '渗水', modules: ['roof'] }, 'bad-request'],
  ])('is refused with %s', async (_, check, code) => {
    expect(await record(check)).toBe(code);
  });
});
