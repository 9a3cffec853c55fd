import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/bridge/channels';
import type { ReplyOf } from '../../../domain/bridge/contract';
import type { ImportBrought, ImportListed, ImportPreview } from '../../../domain/bridge/import-replies';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Ports } from '../../../electron/host/ports';
import { openedProfile } from '../../support/opened-profile';

const REGISTER = 'registration_no,kind\nT1,3110\nT2,3110\n';
const VISITS = 'registration_no,date,task\nT1,2026-11-01,半月\nT2,2026-11-02,半月\n';

describe('imports on record', () => {
  let dir: string;
  let ports: Ports;
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'profile-'));
    ports = await openedProfile(dir);
  });
  afterEach(async () => {
    await ports.journal.close();
    rmSync(dir, { recursive: true });
  });
  const ask = async <T>(channel: Channel, request: unknown): Promise<T> => {
    const context = { signal: new AbortController().signal, progress: () => undefined };
    const reply = await dispatch(createHandlersOnce(), channel, request, context, () => undefined);
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.value as T;
  };
  let made: ReturnType<typeof createHandlers> | null = null;
  const createHandlersOnce = () => (made ??= createHandlers(ports));
  beforeEach(() => {
    made = null;
  });
  const take = async (files: Readonly<Record<string, string>>): Promise<ImportPreview> => {
    const given = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
    const preview = await ask<ImportPreview>('import.preview', { files: given });
    const recordsFrom = {
      accept: [],
      decline: preview.recordsFromProposals.map(({ registrationNo }) => registrationNo),
    };
    await ask('import.commit', { importId: preview.importId, recordsFrom, acceptUpdates: [] });
    return preview;
  };
  const visits = async (no: string) =>
    (await ports.ledger.dossier(no as RegistrationNo))?.visits.map(({ withdrawn }) => withdrawn);

  it('are listed newest first, tell what each brought, and are taken back once', async () => {
    await take({ 'r.csv': REGISTER });
    await take({ 'v.csv': VISITS });
    const [second, first] = await ask<ImportListed[]>('import.list', {});
    expect(second).toMatchObject({
      sources: [{ file: 'v.csv' }],
      counts: { elevators: 0, visits: 2 },
      takenBack: null,
    });
    const brought = await ask<ImportBrought>('import.brought', { import: first!.import });
    expect(brought).toMatchObject({ withdrawn: {}, unregistered: 0, keptCount: 2, all: 2 });
    await expect(ask('import.takeBack', { import: first!.import, reason: 'x' })).rejects.toThrow('nothing-changed');
    const { entries } = await ask<{ entries: number[] }>('import.takeBack', {
      import: second!.import,
      reason: '导错了',
    });
    expect(entries[0]).toBe(entries[1]);
    expect(await visits('T1')).toEqual([true]);
    await expect(ask('import.takeBack', { import: second!.import, reason: 'x' })).rejects.toThrow('nothing-changed');
    expect((await ask<ImportListed[]>('import.list', {}))[0]!.takenBack).toMatchObject({ reason: '导错了' });
    const again = await take({ 'v.csv': VISITS });
    expect(again.adds.visits).toBe(2);
    expect(await visits('T1')).toEqual([true, undefined]);
  });

  it('an elevator that only the import knew is gone, may be registered by hand or come again, and stays gone after a start', async () => {
    await take({ 'r.csv': REGISTER, 'v.csv': VISITS });
    const [one] = await ask<ImportListed[]>('import.list', {});
    expect(await ask('import.brought', { import: one!.import })).toMatchObject({
      unregistered: 2,
      withdrawn: { visits: 2 },
    });
    await ask('import.takeBack', { import: one!.import, reason: '导错了' });
    expect(await visits('T1')).toBeUndefined();
    await ports.journal.close();
    ports = await openedProfile(dir);
    made = null;
    expect(await visits('T1')).toBeUndefined();
    for await (const { registrationNo } of ports.ledger.all()) expect(registrationNo).toBe('none');
    await ask('elevator.register', { elevator: { registrationNo: 'T1', kind: '3110', regime: 'standard' } });
    const again = await take({ 'r.csv': REGISTER, 'v.csv': VISITS });
    expect(again.adds).toMatchObject({ elevators: 1, visits: 2 });
    expect(await visits('T1')).toEqual([undefined]);
  });

  it('keeps and names a visit that was confirmed since; device events that came along go', async () => {
    await take({ 'r.csv': REGISTER });
    const events =
      'registration_no,kind,started_at,source\nT1,trips,2026-11-01 09:05,终端\nT2,trips,2026-11-02 09:05,终端\n';
    const { adds } = await take({ 'v.csv': VISITS, 'e.csv': events });
    expect(adds).toMatchObject({ visits: 2, device_events: 2 });
    const dossier = (await ports.ledger.dossier('T1' as RegistrationNo))!;
    const visit = dossier.visits[0]!.id;
    const asked = await ask<ReplyOf<'visit.versions'>>('visit.versions', {
      visits: [{ registrationNo: 'T1', recordId: visit }],
    });
    const { hash } = asked.versions[0]!;
    const said = { act: 'given', on: '2026-11-05', by: '周敏', how: 'later' };
    const confirmation = { registrationNo: 'T1', visit, version: visit, hash, turn: 1, ...said };
    await ask('confirmation.record', { confirmations: [confirmation] });
    const [one] = await ask<ImportListed[]>('import.list', {});
    expect(await ask<ImportBrought>('import.brought', { import: one!.import })).toMatchObject({
      withdrawn: { visits: 1, deviceEvents: 2 },
      kept: [{ registrationNo: 'T1', list: 'visits', id: visit, why: 'built-upon' }],
      keptCount: 1,
    });
    await ask('import.takeBack', { import: one!.import, reason: '导错了' });
    expect([await visits('T1'), await visits('T2')]).toEqual([[undefined], [true]]);
    const after = (await ports.ledger.dossier('T1' as RegistrationNo))!;
    expect(after.confirmations).toHaveLength(1);
    expect(after.deviceEvents.map(({ withdrawn }) => withdrawn)).toEqual([true]);
  });

  it('refuses what is no import', async () => {
    await take({ 'r.csv': REGISTER });
    const [one] = await ask<ImportListed[]>('import.list', {});
    for (const id of ['00000000/1', `${one!.import}1`, `${one!.import}.1`])
      await expect(ask('import.brought', { import: id })).rejects.toThrow('unknown-record');
  });
});
