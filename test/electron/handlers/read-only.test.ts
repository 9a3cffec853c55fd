import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/bridge/channels';
import type { ReplyOf, RequestOf } from '../../../domain/bridge/contract';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Ports } from '../../../electron/host/ports';
import { openedProfile } from '../../support/opened-profile';

const NO = '梯11浙A12021(04)' as never;
const PASSPHRASE = 'correct horse battery staple';

describe('a profile opened for reading alone', () => {
  let folder: string;
  let ports: Ports;
  const call = async <C extends Channel>(channel: C, request: RequestOf<C>): Promise<ReplyOf<C>> => {
    const context = { progress: () => undefined, signal: new AbortController().signal };
    const reply = await dispatch(createHandlers(ports), channel, request, context);
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.value as ReplyOf<C>;
  };
  const filesIn = (): Record<string, string> =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => statSync(join(folder, name)).isFile())
        .map((name) => [name, readFileSync(join(folder, name)).toString('hex')]),
    );
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'read-only-'));
  });
  afterEach(async () => {
    await ports.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows everything, makes papers to be saved elsewhere, and writes nothing', async () => {
    ports = await openedProfile(folder);
    await call('elevator.register', {
      elevator: { registrationNo: NO, kind: '3110', regime: 'standard', inServiceOn: '2026-11-01' as never },
    });
    const { identityId } = await call('identity.create', {
      organisation: '绿源梯审',
      kind: 'self-signed',
      passphrase: PASSPHRASE,
    });
    await ports.close();
    const before = filesIn();

    ports = await openedProfile(folder, undefined, true);
    const { journal, today } = await call('app.info', {});
    expect(journal).toMatchObject({ access: 'asked', condition: { state: 'whole' }, head: { seq: 1 } });
    expect((await ports.ledger.dossier(NO))?.elevator.value.registrationNo).toBe(NO);
    const wish = {
      registrationNo: NO,
      kind: 'compliance',
      locale: 'zh-CN',
      asOf: today,
      identityId,
      passphrase: PASSPHRASE,
      period: { from: '2026-11-01' as never, to: today },
    } as const;
    const first = await call('report.make', wish);
    const paper = await call('report.read', { reportId: first.reportId });
    expect(Buffer.from(paper.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(first.number).not.toContain(journal.head.feed.slice(0, 8).toUpperCase());
    expect(await call('report.list', {})).toEqual([]);
    await call('settings.write', { locale: 'en' });
    expect((await call('settings.read', {})).locale).toBe('en');
    await expect(
      call('visit.log', {
        visit: { registrationNo: NO, date: today, task: 'half-month', technicians: ['张建国'] } as never,
      }),
    ).rejects.toThrow('read-only');
    // What cannot be written is told before anything about what was asked for.
    const nobody = '梯11浙A99999(04)' as never;
    const reason = 'x';
    for (const [channel, request] of [
      ['visit.log', { visit: { registrationNo: nobody, date: today, task: 'half-month', technicians: ['张建国'] } }],
      ['visit.withdraw', { registrationNo: nobody, recordId: 'aaaaaaaa/1.1', reason }],
      ['round.withdraw', { visits: [{ registrationNo: nobody, recordId: 'aaaaaaaa/1.1' }], reason }],
      ['elevator.correct', { registrationNo: nobody, set: [{ field: 'address', to: 'x' }], reason }],
      ['import.takeBack', { import: 'aaaaaaaa/1', reason }],
      ['sample.add', {}],
    ] as const)
      await expect(call(channel, request as never), channel).rejects.toThrow(/^read-only$/);
    for (const [channel, request] of [
      ['identity.create', { organisation: 'x', kind: 'self-signed', passphrase: PASSPHRASE }],
      ['trust.remove', { fingerprint: 'a'.repeat(64) }],
      ['journal.resume', { reason: 'x' }],
    ] as const)
      await expect(call(channel, request as never), channel).rejects.toThrow(/read-only|bad-request/);
    expect(filesIn()).toEqual(before);
  });
});
