import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PacksReply, WholePacks } from '../../../domain/bridge/replies';
import type { WireReply } from '../../../domain/bridge/errors';
import { chosenPack } from '../../../electron/host/chosen-pack';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Ports } from '../../../electron/host/ports';
import { kind, overPack, smallPack } from '../../support/small-pack';
import { openedProfile } from '../../support/opened-profile';

describe('a profile with packs of its own', () => {
  let profileDir: string;
  let ports: Ports;
  const start = async (): Promise<void> => {
    ports = await openedProfile(profileDir, '2026-11-23T20:00:00Z');
  };
  const ask = (channel: string, request: unknown): Promise<WireReply> =>
    dispatch(
      createHandlers(ports),
      channel,
      request,
      { signal: new AbortController().signal, progress: () => undefined },
      (_id, error) => expect(error).toBeNull(),
    );
  const valueOf = async <T>(channel: string, request: unknown): Promise<T> => {
    const reply = await ask(channel, request);
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.value as T;
  };

  beforeEach(async () => {
    profileDir = mkdtempSync(join(tmpdir(), 'profile-'));
    mkdirSync(join(profileDir, 'packs'));
    // Stands before `cn` in every order of names.
    writeFileSync(join(profileDir, 'packs', 'aa.json'), JSON.stringify(smallPack('aa', { zone: 'America/New_York' })));
    writeFileSync(
      join(profileDir, 'packs', 'over.json'),
      JSON.stringify(overPack('over', 'cn', { kinds: [kind('X9')] })),
    );
    writeFileSync(join(profileDir, 'packs', 'bad.json'), '{\n  "id": "bad",\n}');
    await start();
  });
  afterEach(async () => {
    await ports.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  it('judges by the default pack until another is chosen, and by that one after a new start', async () => {
    expect(chosenPack(ports)?.pack.id).toBe('cn');
    expect(ports.settings.read().packId).toBe('cn');
    await valueOf('settings.write', { packId: 'aa' });
    await ports.close();
    await start();
    expect(chosenPack(ports)?.pack.id).toBe('aa');
  });

  it('keeps the name of a pack that is gone and judges by the default one', async () => {
    await valueOf('settings.write', { packId: 'over' });
    await ports.close();
    rmSync(join(profileDir, 'packs', 'over.json'));
    await start();
    expect(ports.settings.read().packId).toBe('over');
    expect(chosenPack(ports)?.pack.id).toBe('cn');
  });

  it('lives on the civil day of the zone of the pack that judges', async () => {
    expect(await valueOf('app.info', {})).toMatchObject({ today: '2026-11-24' });
    await valueOf('settings.write', { packId: 'aa' });
    expect(await valueOf('app.info', {})).toMatchObject({ today: '2026-11-23' });
  });

  it('offers its packs beside those of the program and tells where each came from and what was refused', async () => {
    const reply = await valueOf<PacksReply>('packs.read', {});
    const whole = await valueOf<WholePacks>('packs.whole', {});
    expect(reply.packs.map(({ id }) => id)).toEqual(whole.files.map(({ id }) => id));
    expect(whole.packs.map(({ id }) => id)).toEqual(whole.files.map(({ id }) => id));
    expect(whole.packs).toContainEqual(reply.judging);
    expect(whole.files.filter(({ origin }) => origin === 'user').map(({ file }) => file)).toEqual([
      'aa.json',
      'over.json',
    ]);
    expect(whole.files.find(({ id }) => id === 'cn')).toMatchObject({ origin: 'program', file: 'cn.json' });
    expect(reply.refused).toMatchObject([{ file: 'bad.json', origin: 'user', faults: [{ line: 3, column: 1 }] }]);
    expect(reply.userFolder).toBe(join(profileDir, 'packs'));
  });

  it('recognises in an import the kinds of every pack, whichever judges', async () => {
    const files = [{ name: 'r.csv', bytes: Buffer.from('registration_no,kind\nT1,3110\nT2,L1\nT3,X9\nT4,nothing\n') }];
    for (const packId of ['cn', 'aa']) {
      await valueOf('settings.write', { packId });
      expect(await valueOf('import.preview', { files })).toMatchObject({
        adds: { elevators: 3 },
        refusals: [{ row: 5, column: 'kind', code: 'unknown-kind' }],
      });
    }
  });

  it('takes no id for a pack that could not be one', async () => {
    for (const packId of ['', '../cn', 'a'.repeat(81), 7])
      expect(await ask('settings.write', { packId })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });
});
