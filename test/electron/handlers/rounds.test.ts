import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/bridge/channels';
import type { WireReply } from '../../../domain/bridge/errors';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { standing } from '../../../domain/record/dossier';
import { recordIdOf, type Entry } from '../../../domain/record/entry';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Handlers } from '../../../electron/handlers/handlers';
import type { Ports } from '../../../electron/host/ports';
import { openedProfile } from '../../support/opened-profile';
import { ELEVATOR, VISIT } from '../../support/recorded-once';

const NUMBERS = ['梯11浙A12056(04)', '梯11浙A12028(04)', '梯11浙A12014(04)'] as RegistrationNo[];
const visitsOf = (change: object = {}, numbers = NUMBERS) =>
  numbers.map((registrationNo) => ({ visit: { ...VISIT, ...change, registrationNo } }));

describe('a round', () => {
  let profileDir: string;
  let ports: Ports;
  let handlers: Handlers;
  const ask = (channel: Channel, request: unknown): Promise<WireReply> => {
    const context = { signal: new AbortController().signal, progress: () => undefined };
    return dispatch(handlers, channel, request, context, () => undefined);
  };
  const saved = async (request: unknown): Promise<readonly Entry[]> => {
    const reply = await ask('round.log', request);
    if (!reply.ok) throw new Error(reply.error.code);
    return (reply.value as { entries: readonly Entry[] }).entries;
  };
  const refused = async (channel: Channel, request: unknown) => {
    const { seq } = ports.journal.head;
    const reply = await ask(channel, request);
    expect(ports.journal.head.seq).toBe(seq);
    return reply.ok ? 'ok' : reply.error;
  };
  const visitsOn = async (no: RegistrationNo) => standing((await ports.ledger.dossier(no))!.visits);

  beforeEach(async () => {
    profileDir = mkdtempSync(join(tmpdir(), 'profile-'));
    ports = await openedProfile(profileDir);
    handlers = createHandlers(ports);
    await ask('settings.write', { author: '孙丽华' });
    for (const registrationNo of NUMBERS)
      await ask('elevator.register', { elevator: { ...ELEVATOR, registrationNo }, apartFrom: NUMBERS });
  });
  afterEach(async () => {
    await ports.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  it('is one act: entries that count together, each as a visit that was logged alone', async () => {
    const entries = await saved({ visits: visitsOf() });
    expect(entries.map(({ type, subject, batch }) => [type, subject, batch])).toEqual(
      NUMBERS.map((no, index) => ['visit-logged', no, { of: 3, part: index + 1 }]),
    );
    for (const no of NUMBERS) {
      await ask('visit.log', { visit: { ...VISIT, registrationNo: no, date: '2026-11-01' } });
      const visits = await visitsOn(no);
      const alone = visits.find(({ date }) => date === '2026-11-01');
      expect(visits.filter(({ date }) => date !== '2026-11-01')).toEqual([{ ...alone, date: VISIT.date }]);
    }
  });

  it('of which one visit cannot be taken is not written, and says which and why', async () => {
    await saved({ visits: visitsOf({}, NUMBERS.slice(0, 1)) });
    expect(await refused('round.log', { visits: visitsOf() })).toMatchObject({
      code: 'already-recorded',
      details: { registrationNo: NUMBERS[0] },
    });
    const unknown = [...NUMBERS, '梯11浙A99999(04)' as RegistrationNo];
    expect(await refused('round.log', { visits: visitsOf({}, unknown) })).toEqual({
      code: 'round-refused',
      details: { refused: 2, [NUMBERS[0]!]: 'already-recorded', '梯11浙A99999(04)': 'unknown-elevator' },
    });
    for (const no of NUMBERS.slice(1)) expect(await visitsOn(no)).toEqual([]);
  });

  it.each([
    ['of nobody', { technicians: [] }, 'no-technician'],
    ['with a filled time that is not there', { filledTimes: 'both', startedAt: '08:30' }, 'bad-request'],
    ['with a word that is none', { filledTimes: 'all' }, 'bad-request'],
    ['that is yet to come', { date: '2999-01-01' }, 'future-date'],
  ])('%s is refused', async (_what, change, code) => {
    expect(await refused('round.log', { visits: visitsOf(change, NUMBERS.slice(0, 1)) })).toMatchObject({ code });
  });

  it('names no elevator twice, by any spelling', async () => {
    const [no] = NUMBERS;
    expect(await refused('round.log', { visits: visitsOf({}, [no!, no!]) })).toMatchObject({ code: 'bad-request' });
  });

  it('is withdrawn as one, once, with its reason, and can be logged again', async () => {
    const times = { startedAt: '08:30', endedAt: '09:00', filledTimes: 'both' };
    const entries = await saved({ visits: visitsOf(times) });
    const visits = entries.map((entry, index) => ({ registrationNo: NUMBERS[index], recordId: recordIdOf(entry) }));
    const reply = await ask('round.withdraw', { visits, reason: '保存后随即撤销' });
    expect(reply).toMatchObject({ ok: true, value: { entries: [{ batch: { of: 3, part: 1 } }, {}, {}] } });
    for (const no of NUMBERS) expect(await visitsOn(no)).toEqual([]);
    expect(await refused('round.withdraw', { visits, reason: '再撤' })).toMatchObject({ code: 'round-refused' });
    expect(await saved({ visits: visitsOf(times) })).toHaveLength(3);
  });

  it('with filled times meets the same visit without any', async () => {
    await saved({
      visits: visitsOf({ startedAt: '08:30', endedAt: '09:00', filledTimes: 'both' }, NUMBERS.slice(0, 1)),
    });
    const again = { visits: visitsOf({}, NUMBERS.slice(0, 1)) };
    expect(await refused('round.log', again)).toMatchObject({ code: 'already-recorded' });
  });
});
