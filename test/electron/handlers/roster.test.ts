import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/bridge/channels';
import type { Entry } from '../../../domain/record/entry';
import { certificatesIn } from '../../../domain/roster/certificates';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Ports } from '../../../electron/host/ports';
import { openedProfile } from '../../support/opened-profile';

const HAI = { name: '王海', firm: '恒升电梯', certificateNo: 'T330106', validUntil: '2027-03-31' };

describe('the roster of people and firms', () => {
  let profileDir: string;
  let ports: Ports;
  beforeEach(async () => {
    profileDir = mkdtempSync(join(tmpdir(), 'profile-'));
    ports = await openedProfile(profileDir);
  });
  afterEach(async () => {
    await ports.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  /** The record that was made, or the code of the refusal. */
  const ask = async (channel: Channel, request: unknown): Promise<string> => {
    const context = { signal: new AbortController().signal, progress: () => undefined };
    const reply = await dispatch(createHandlers(ports), channel, request, context, () => undefined);
    if (!reply.ok) return reply.error.code;
    const { entry } = reply.value as { entry?: Entry };
    return entry === undefined ? 'ok' : `${entry.feed.slice(0, 8)}/${entry.seq}.1`;
  };
  const people = async () => (await ports.ledger.roster()).people;

  it('keeps people of one name apart by number, else by firm, and refuses the same one twice', async () => {
    const add = (person: object): Promise<string> => ask('roster.record', { people: [person] });
    expect(await add(HAI)).toContain('/1.1');
    expect(await add({ ...HAI, certificateNo: 'T330107' })).toContain('/2.1');
    expect(await add({ ...HAI, certificateNo: ' t330106' })).toBe('in-roster');
    expect(await add({ ...HAI, certificateNo: 't330106', firm: '安平电梯' })).toBe('in-roster');
    expect(await add({ name: '王海', firm: '安平电梯' })).toContain('/3.1');
    expect(await add({ name: '王海', firm: '安平电梯', phone: '139' })).toBe('in-roster');
    expect(await ask('roster.record', { firms: [{ name: '恒升电梯' }, { name: '恒升电梯' }] })).toBe('in-roster');
    expect((await people()).map(({ value }) => value.certificateNo ?? value.firm)).toEqual([
      'T330106',
      'T330107',
      '安平电梯',
    ]);
  });

  it('is corrected and withdrawn with a reason, which stays, after a new start too', async () => {
    const recordId = await ask('roster.record', { people: [HAI], firms: [{ name: '恒升电梯', permitNo: 'TS333' }] });
    const set = [{ field: 'validUntil', to: '2031-03-31' }];
    await ask('roster.correct', { list: 'people', recordId, set, reason: '复审换证' });
    expect(certificatesIn(await ports.ledger.roster())).toEqual([
      { name: '王海', number: 'T330106', validUntil: '2031-03-31' },
    ]);
    const early = [{ field: 'validFrom', to: '2032-01-01' }];
    expect(await ask('roster.correct', { list: 'people', recordId, set: early, reason: '误' })).toBe('bad-request');
    expect(await ask('roster.correct', { list: 'firms', recordId, set, reason: '误' })).toBe('unknown-record');
    await ask('roster.withdraw', { list: 'people', recordId, reason: '录错了人' });
    expect(await ask('roster.correct', { list: 'people', recordId, set: early, reason: '误' })).toBe('unknown-record');
    await ports.close();
    ports = await openedProfile(profileDir);
    const [row] = await people();
    expect([row?.withdrawn, row?.original?.validUntil, row?.amendments?.map(({ reason }) => reason)]).toEqual([
      true,
      '2027-03-31',
      ['复审换证', '录错了人'],
    ]);
    expect((await ports.ledger.roster()).firms.map(({ value }) => value.permitNo)).toEqual(['TS333']);
    expect(certificatesIn(await ports.ledger.roster())).toBeNull();
    expect(await ask('roster.record', { people: [HAI] })).toContain('/4.1');
  });

  it('lets the details of a person be erased wherever they stand in it', async () => {
    const recordId = await ask('roster.record', { people: [{ ...HAI, phone: '13900000000' }] });
    const set = [{ field: 'phone', to: '13911111111' }];
    await ask('roster.correct', { list: 'people', recordId, set, reason: '换号' });
    expect(await ask('details.erase', { texts: ['13900000000'], reason: 'request' })).not.toBe('nothing-changed');
    const text = JSON.stringify(await people());
    expect(text).not.toContain('13900000000');
    expect(text).toContain('13911111111');
    expect(text).toContain('恒升电梯');
  });
});
