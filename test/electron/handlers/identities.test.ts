import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/bridge/channels';
import type { ReplyOf } from '../../../domain/bridge/contract';
import type { WireReply } from '../../../domain/bridge/errors';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Handlers } from '../../../electron/handlers/handlers';
import type { Ports } from '../../../electron/host/ports';
import { openedProfile } from '../../support/opened-profile';

const NO = '梯11浙A12056(04)';
const [OLD, NEW] = ['old passphrase', 'new passphrase'];

describe('signing identities of a profile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'identities-'));
  let ports: Ports;
  let handlers: Handlers;
  const reply = (channel: Channel, request: unknown): Promise<WireReply> =>
    dispatch(
      handlers,
      channel,
      request,
      { signal: new AbortController().signal, progress: () => undefined },
      (_, error) => {
        throw error;
      },
    );
  const ask = async <C extends Channel>(channel: C, request: unknown): Promise<ReplyOf<C>> => {
    const answer = await reply(channel, request);
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
    return answer.value as ReplyOf<C>;
  };
  const refused = async (channel: Channel, request: unknown): Promise<string> => {
    const answer = await reply(channel, request);
    return answer.ok ? 'done' : answer.error.code;
  };
  const open = async (now: string): Promise<void> => {
    ports = await openedProfile(folder, now);
    handlers = createHandlers(ports);
  };
  const report = (identityId: string, passphrase?: string) => ({
    registrationNo: NO,
    kind: 'compliance',
    locale: 'zh-CN',
    asOf: '2026-11-23',
    period: { from: '2025-11-24', to: '2026-11-23' },
    identityId,
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  const made = { first: '', paper: '' };

  beforeAll(async () => {
    await open('2026-11-23T10:00:00+08:00');
    await ask('settings.write', { author: '张建国' });
    await ask('elevator.register', {
      elevator: {
        registrationNo: NO,
        kind: '3110',
        regime: 'standard',
        rescueCode: '330101',
        recordsFrom: '2025-10-01',
      },
    });
    const wish = { organisation: '绿源物业', kind: 'own-ca', passphrase: OLD };
    made.first = (await ask('identity.create', wish)).identityId;
  });
  afterAll(async () => {
    await ports.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('ask for a passphrase every time, unless the person wishes otherwise', async () => {
    expect(await refused('report.make', report(made.first))).toBe('identity-locked');
    made.paper = (await ask('report.make', report(made.first, OLD))).reportId;
    expect(await refused('report.make', report(made.first))).toBe('identity-locked');
    await ask('settings.write', { keepUnlocked: 15 });
    expect((await ask('identity.list', {})).map(({ unlocked }) => unlocked)).toEqual([true]);
    expect(await refused('report.make', report(made.first))).toBe('done');
    await ask('identity.lock', {});
    expect(await refused('report.make', report(made.first))).toBe('identity-locked');
    expect((await ask('identity.list', {})).map(({ unlocked }) => unlocked)).toEqual([false]);
  });

  it('change their passphrase, and are exported under it', async () => {
    const wrong = { identityId: made.first, passphrase: 'no such', next: NEW };
    expect(await refused('identity.passphrase', wrong)).toBe('wrong-passphrase');
    await ask('identity.passphrase', { identityId: made.first, passphrase: OLD, next: NEW });
    expect(await refused('report.make', report(made.first, OLD))).toBe('wrong-passphrase');
    expect(await refused('report.make', report(made.first, NEW))).toBe('done');
    const asked = { identityId: made.first, passphrase: NEW };
    expect(await refused('identity.export', { ...asked, passphrase: OLD, withRoot: true })).toBe('wrong-passphrase');
    const { fileName, bytes } = await ask('identity.export', { ...asked, withRoot: false });
    expect(fileName).toBe('绿源物业.p12');
    expect(bytes.length).toBeLessThan((await ask('identity.export', { ...asked, withRoot: true })).bytes.length);
  });

  it('are renewed under the root that is kept, and replaced where none is, which the journal names', async () => {
    const renewed = await ask('identity.renew', { identityId: made.first, passphrase: NEW });
    const bare = { organisation: '绿源物业', kind: 'self-signed', passphrase: OLD };
    const { identityId: alone, keepsRoot } = await ask('identity.create', bare);
    expect(keepsRoot).toBe(false);
    expect(await refused('identity.renew', { identityId: alone, passphrase: OLD })).toBe('identity-no-root');
    const next = await ask('identity.create', { ...bare, kind: 'own-ca', follows: alone });
    expect(await ports.ledger.renewedIdentities()).toMatchObject([
      { follows: made.first, fingerprint: renewed.fingerprint, root: 'same' },
      { follows: alone, fingerprint: next.fingerprint, root: 'new' },
    ]);
    const listed = await ask('identity.list', {});
    const followers = Object.fromEntries(listed.map(({ identityId, followedBy }) => [identityId, followedBy]));
    expect(followers[made.first]).toBe(renewed.fingerprint);
    expect(followers[renewed.identityId]).toBeUndefined();
    expect(await refused('report.make', report(renewed.identityId, NEW))).toBe('done');
    const unknown = { ...bare, follows: 'a'.repeat(64) };
    expect(await refused('identity.create', unknown)).toBe('unknown-identity');
  });

  it('sign no more once withdrawn, and what claims a later day is told', async () => {
    const withdrawal = { identityId: made.first, on: '2026-11-22', reason: '存私钥的电脑丢失' };
    expect(await refused('identity.withdraw', { ...withdrawal, on: '2026-11-24' })).toBe('future-date');
    const file = await ask('report.read', { reportId: made.paper });
    const codes = async (): Promise<string[]> => {
      const { remarks } = await ask('verify.file', { name: file.fileName, bytes: file.bytes });
      return remarks.map(({ code }) => code);
    };
    expect(await codes()).not.toContain('identity-withdrawn');
    await ask('identity.withdraw', { ...withdrawal, on: '2026-11-23' });
    expect(await codes()).not.toContain('identity-withdrawn');
    await ask('identity.withdraw', withdrawal);
    const { remarks } = await ask('verify.file', { name: file.fileName, bytes: file.bytes });
    const told = remarks.find(({ code }) => code === 'identity-withdrawn');
    expect(told?.sentence['zh-CN']).toMatch(/绿源物业.*2026-11-22.*存私钥的电脑丢失.*2026-11-23/);
    expect(told?.sentence.en).toContain('withdrawn on 2026-11-22');
    expect(await refused('report.make', report(made.first, NEW))).toBe('identity-withdrawn');
    await ports.close();
    await open('2026-11-25T10:00:00+08:00');
    expect(await refused('report.make', report(made.first, NEW))).toBe('identity-withdrawn');
    const listed = await ask('identity.list', {});
    expect(listed.find(({ identityId }) => identityId === made.first)?.withdrawn).toEqual({
      on: '2026-11-22',
      reason: '存私钥的电脑丢失',
    });
  });
});
