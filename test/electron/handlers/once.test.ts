import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/bridge/channels';
import type { ErrorDetails, WireReply } from '../../../domain/bridge/errors';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { standing } from '../../../domain/record/dossier';
import { DOSSIER_LISTS, kindOf, type DossierList } from '../../../domain/record/kinds';
import type { Entry } from '../../../domain/record/entry';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Handlers } from '../../../electron/handlers/handlers';
import type { Ports } from '../../../electron/host/ports';
import { cnPack } from '../../support/cn-pack';
import { openedProfile } from '../../support/opened-profile';
import {
  aboutElevator,
  CONFIRMED,
  ELEVATOR,
  HAZARD,
  KINDS,
  NO,
  POLICY,
  STEP,
  VISIT,
} from '../../support/recorded-once';

describe('a record is made once', () => {
  let profileDir: string;
  let ports: Ports;
  let handlers: Handlers;
  const ask = (channel: Channel, request: unknown): Promise<WireReply> => {
    const context = { signal: new AbortController().signal, progress: () => undefined };
    return dispatch(handlers, channel, aboutElevator(request, ports.journal), context, () => undefined);
  };
  const codeOf = async (channel: Channel, request: unknown): Promise<string> => {
    const reply = await ask(channel, request);
    return reply.ok ? 'ok' : reply.error.code;
  };
  const refusalOf = async (channel: Channel, request: unknown): Promise<[string, ErrorDetails]> => {
    const reply = await ask(channel, request);
    return reply.ok ? ['ok', {}] : [reply.error.code, reply.error.details];
  };
  /** The record that a request made; the first of its entry. */
  const recordOf = async (list: DossierList, channel: Channel, request: unknown): Promise<string> => {
    const reply = await ask(channel, request);
    if (!reply.ok) throw new Error(reply.error.code);
    const { feed, seq } = (reply.value as { entry: Entry }).entry;
    return `${feed.slice(0, 8)}/${seq}${kindOf(list).several !== undefined ? '.1' : ''}`;
  };
  const records = async () => (await ports.ledger.dossier(NO as RegistrationNo))!;
  const countIn = async (list: DossierList): Promise<number> => standing<unknown>((await records())[list]).length;
  const named = (recordId: string) => ({ registrationNo: NO, recordId, reason: '误记' });

  beforeEach(async () => {
    profileDir = mkdtempSync(join(tmpdir(), 'profile-'));
    ports = await openedProfile(profileDir);
    handlers = createHandlers(ports);
    await ask('settings.write', { author: '孙丽华' });
    await ask('elevator.register', { elevator: ELEVATOR });
    await ask('visit.log', { visit: CONFIRMED });
    await ask('policy.record', { policies: [{ ...POLICY, policyNo: 'P-0' }] });
  });
  afterEach(async () => {
    await ports.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  describe.each(DOSSIER_LISTS)('%s', (list) => {
    const { channel, request, otherwise, another, on } = KINDS[list];

    it('twice is refused with the record that stands, who entered it and when', async () => {
      const recordId = await recordOf(list, channel, request);
      const count = await countIn(list);
      const record = recordId.slice(9);
      const who = { by: '孙丽华', at: '2026-11-23 10:00' };
      const details = { list, registrationNo: NO, recordId, record, on, ...who };
      expect(await refusalOf(channel, request)).toEqual(['already-recorded', details]);
      expect(await refusalOf(channel, otherwise)).toEqual(['conflicts-with-record', details]);
      expect(await countIn(list)).toBe(count);
    });

    it('two at the same moment are one', async () => {
      const both = await Promise.all([codeOf(channel, request), codeOf(channel, request)]);
      expect(both).toEqual(['ok', 'already-recorded']);
    });

    it('another one that is only alike is taken', async () => {
      expect([await codeOf(channel, request), await codeOf(channel, another)]).toEqual(['ok', 'ok']);
    });
  });

  const withdrawn = DOSSIER_LISTS.filter((list) => KINDS[list].withdraw !== undefined);
  it.each(withdrawn)('one of the %s that was withdrawn does not stand in the way', async (list) => {
    const { channel, request, withdraw } = KINDS[list];
    const recordId = await recordOf(list, channel, request);
    expect(await codeOf(withdraw!, named(recordId))).toBe('ok');
    expect(await codeOf(channel, request)).toBe('ok');
  });

  const corrected = DOSSIER_LISTS.filter(
    (list) => KINDS[list].correct !== undefined && KINDS[list].correct.keepsKey !== true,
  );
  it.each(corrected)('one of the %s is not corrected into another that stands', async (list) => {
    const { channel, request, another, correct } = KINDS[list];
    await ask(channel, request);
    const recordId = await recordOf(list, channel, another);
    const { seq } = ports.journal.head;
    const { channel: correcting, field, to } = correct!;
    const code = await codeOf(correcting, { ...named(recordId), set: [{ field, to }] });
    expect(['already-recorded', 'conflicts-with-record']).toContain(code);
    expect(ports.journal.head.seq).toBe(seq);
  });

  describe('an outage', () => {
    const record = (from: string, to?: string) =>
      refusalOf('outage.record', { registrationNo: NO, outage: to === undefined ? { from } : { from, to } });

    it('wholly inside a recorded one is refused, one that reaches out of it is taken', async () => {
      await record('2026-10-01', '2026-10-20');
      expect(await record('2026-10-05', '2026-10-20')).toMatchObject(['outage-within-record', { on: '2026-10-01' }]);
      expect((await record('2026-10-05', '2026-10-21'))[0]).toBe('ok');
      expect((await record('2026-09-25', '2026-10-02'))[0]).toBe('ok');
    });

    it('is the same stop while one is open, whether it begins later or earlier', async () => {
      await record('2026-10-01');
      expect((await record('2026-10-05'))[0]).toBe('outage-within-record');
      expect((await record('2026-10-05', '2026-10-06'))[0]).toBe('outage-within-record');
      expect(await record('2026-09-01')).toMatchObject(['outage-still-open', { on: '2026-10-01' }]);
      expect((await record('2026-09-01', '2026-09-10'))[0]).toBe('ok');
    });
  });

  it('of two hazards in one request that are the same none is written', async () => {
    const { seq } = ports.journal.head;
    expect(await codeOf('hazard.find', { hazards: [HAZARD, HAZARD] })).toBe('repeated-in-request');
    expect(await codeOf('policy.record', { policies: [POLICY, POLICY] })).toBe('repeated-in-request');
    expect(ports.journal.head.seq).toBe(seq);
  });

  it('hazards of two checklist items are two, in whatever words', async () => {
    const visit = { ...VISIT, checklist: { packId: 'cn', packVersion: cnPack.version, results: [] as object[] } };
    visit.checklist.results = ['A-1.1', 'A-1.2'].map((itemId) => ({ itemId, outcome: 'defect' }));
    const hazards = ['A-1.1', 'A-1.2'].map((itemId) => ({
      ...HAZARD,
      source: 'visit',
      foundOn: VISIT.date,
      itemId,
      component: cnPack.hazards!.components[1]!.id,
    }));
    expect(await codeOf('visit.log', { visit, hazards })).toBe('ok');
    const later = { ...visit, startedAt: '16:00' };
    expect(await codeOf('visit.log', { visit: later, hazards: hazards.slice(0, 1) })).toBe('already-recorded');
  });

  it('a step is taken once, and again only after another moved the hazard', async () => {
    const hazardId = await recordOf('hazards', 'hazard.find', { hazards: [HAZARD] });
    const advance = (step: object) => refusalOf('hazard.advance', { registrationNo: NO, hazardId, step });
    const of = (act: string, more: object = {}) => ({ act, on: '2026-11-12', by: ['王海'], ...more });
    expect((await advance(STEP))[0]).toBe('ok');
    expect(await advance(STEP)).toMatchObject(['already-recorded', { list: 'steps', on: STEP.on, recordId: hazardId }]);
    expect((await advance({ ...STEP, note: '已到货' }))[0]).toBe('ok');
    const failed = [of('rectify', { what: '打磨', by: ['李明'] }), of('recheck', { result: 'fail' })];
    for (const step of [of('notify', { to: '甲物业' }), of('start'), ...failed, ...failed])
      expect([step.act, (await advance(step))[0]]).toEqual([step.act, 'ok']);
    expect((await advance(failed[1]!))[0]).toBe('already-recorded');
  });

  it('records that were alike before can still be corrected apart', async () => {
    const twice = { ...VISIT, registrationNo: NO };
    const body = {
      sources: [],
      elevators: [],
      elevatorChanges: [],
      visits: [twice, twice],
      outages: [],
      inspections: [],
    };
    const { feed, seq } = await ports.append({
      type: 'records-imported',
      subject: '',
      author: '',
      body: body as never,
    });
    const correct = (set: object[]) => codeOf('visit.correct', { ...named(`${feed.slice(0, 8)}/${seq}.2`), set });
    expect(await correct([{ field: 'note', to: '重复' }])).toBe('ok');
    expect(await correct([{ field: 'note', to: null }])).toBe('already-recorded');
    expect(await correct([{ field: 'startedAt', to: '15:00' }])).toBe('ok');
  });
});
