import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/bridge/channels';
import type { VisitVersions } from '../../../domain/bridge/replies';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Handlers } from '../../../electron/handlers/handlers';
import type { Ports } from '../../../electron/host/ports';
import { openedProfile } from '../../support/opened-profile';
import { CONFIRMED, ELEVATOR, NO } from '../../support/recorded-once';

describe('what is said of a visit', () => {
  let profileDir: string;
  let ports: Ports;
  let handlers: Handlers;
  let visit: string;
  const ask = (channel: Channel, request: unknown) =>
    dispatch(
      handlers,
      channel,
      request,
      { signal: new AbortController().signal, progress: () => undefined },
      () => undefined,
    );
  const codeOf = async (channel: Channel, request: unknown): Promise<string> => {
    const reply = await ask(channel, request);
    return reply.ok ? 'ok' : reply.error.code;
  };
  const versionOf = async (): Promise<VisitVersions['versions'][number]> => {
    const reply = await ask('visit.versions', { visits: [{ registrationNo: NO, recordId: visit }] });
    if (!reply.ok) throw new Error(reply.error.code);
    return (reply.value as VisitVersions).versions[0]!;
  };
  const given = async (part: object = {}) => {
    const { version, hash, turn } = await versionOf();
    const act = { act: 'given', how: 'later', on: '2026-11-20', by: '周敏' };
    return { confirmations: [{ registrationNo: NO, visit, version, hash, turn, ...act, ...part }] };
  };
  const correct = () =>
    ask('visit.correct', { registrationNo: NO, recordId: visit, set: [{ field: 'note', to: '补油' }], reason: '漏记' });

  beforeEach(async () => {
    profileDir = mkdtempSync(join(tmpdir(), 'profile-'));
    ports = await openedProfile(profileDir);
    handlers = createHandlers(ports);
    await ask('settings.write', { author: '孙丽华' });
    await ask('elevator.register', { elevator: ELEVATOR });
    await ask('visit.log', { visit: CONFIRMED });
    visit = `${ports.journal.key.feed.slice(0, 8)}/2`;
  });
  afterEach(async () => {
    await ports.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  it('is bound to the hash of the entry that wrote the visit as it stands', async () => {
    expect(await versionOf()).toEqual({ recordId: visit, version: visit, hash: ports.journal.head.hash, turn: 1 });
    await correct();
    const { version, hash, turn } = await versionOf();
    expect([version, hash, turn]).toEqual([visit.replace('/2', '/3'), ports.journal.head.hash, 1]);
    expect(await codeOf('confirmation.record', await given())).toBe('ok');
    expect((await versionOf()).turn).toBe(2);
  });

  it('is refused of a visit that was corrected since it was shown, and then nothing is written', async () => {
    const shown = await given();
    await correct();
    const { seq } = ports.journal.head;
    expect(await codeOf('confirmation.record', shown)).toBe('visit-changed');
    expect(ports.journal.head.seq).toBe(seq);
  });

  it.each([
    ['with the hash of another entry', { hash: 'ab'.repeat(32) }, 'bad-request'],
    ['out of turn', { turn: 3 }, 'bad-request'],
    ['on a day to come', { on: '2026-11-24' }, 'future-date'],
    ['before the visit', { on: '2026-11-04' }, 'confirmed-before-visit'],
    ['of a visit that is not on record', { visit: 'aaaaaaaa/2' }, 'unknown-record'],
    ['refused without a reason', { act: 'refused', how: undefined }, 'bad-request'],
  ])('is refused %s', async (_, part, code) => {
    expect(await codeOf('confirmation.record', await given(part))).toBe(code);
  });

  it('stays on record with its author, and nothing more is said of the visit once it is withdrawn', async () => {
    await ask('confirmation.record', await given());
    const dossier = await ports.ledger.dossier(NO as never);
    expect(dossier?.confirmations).toMatchObject([{ value: { visit, act: 'given', by: '周敏' }, author: '孙丽华' }]);
    expect(await codeOf('visit.withdraw', { registrationNo: NO, recordId: visit, reason: '误记' })).toBe('ok');
    expect(await codeOf('visit.versions', { visits: [{ registrationNo: NO, recordId: visit }] })).toBe(
      'unknown-record',
    );
  });
});
