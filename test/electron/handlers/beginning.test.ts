import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPreview } from '../../../domain/bridge/import-replies';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Ports } from '../../../electron/host/ports';
import { openedProfile } from '../../support/opened-profile';

const NO = '梯11浙A12345(04)' as RegistrationNo;
const TODAY = '2026-11-23';
const elevator = { registrationNo: NO, kind: '3110', regime: 'standard' };
const OLD = { ...elevator, inServiceOn: '2010-02-03' };
const UNANSWERED = { code: 'beginning-unanswered', count: 1, registrationNo: NO, from: TODAY };

describe('the day from which an elevator long in service is judged', () => {
  let profileDir: string;
  let ports: Ports;
  let ask: (channel: string, request: unknown) => ReturnType<typeof dispatch>;
  const refusalOf = async (channel: string, request: unknown): Promise<unknown> => {
    const reply = await ask(channel, request);
    return reply.ok ? 'ok' : { ...reply.error.details, code: reply.error.code };
  };
  const recorded = async () => (await ports.ledger.dossier(NO))?.elevator.value;
  beforeEach(async () => {
    profileDir = mkdtempSync(join(tmpdir(), 'profile-'));
    ports = await openedProfile(profileDir);
    const handlers = createHandlers(ports);
    const context = { signal: new AbortController().signal, progress: () => undefined };
    ask = (channel, request) => dispatch(handlers, channel, request, context, () => undefined);
  });
  afterEach(async () => {
    await ports.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  describe('typed by hand', () => {
    it('is asked before anything is written', async () => {
      expect(await refusalOf('elevator.register', { elevator: OLD })).toEqual(UNANSWERED);
      expect(ports.journal.head.seq).toBe(0);
    });

    it('is the day given, or the day in service where the person said so', async () => {
      expect(await refusalOf('elevator.register', { elevator: { ...OLD, recordsFrom: TODAY } })).toBe('ok');
      expect(await recorded()).toMatchObject({ inServiceOn: '2010-02-03', recordsFrom: TODAY });
    });

    it('is the day in service where the person said so', async () => {
      expect(await refusalOf('elevator.register', { elevator: OLD, fromService: true })).toBe('ok');
      expect(await recorded()).not.toHaveProperty('recordsFrom');
      const set = [{ field: 'address', to: '翠柏苑' }];
      expect(await refusalOf('elevator.correct', { registrationNo: NO, set, reason: 'x' })).toBe('ok');
    });

    it.each([
      ['in service for 60 days', { inServiceOn: '2026-09-24' }, 'ok'],
      ['in service for 61 days', { inServiceOn: '2026-09-23' }, UNANSWERED],
      ['of an unknown day', {}, 'ok'],
      ['scrapped before today', { inServiceOn: '2010-02-03', status: 'scrapped', endedOn: '2020-01-01' }, 'ok'],
    ])('is asked by the rule of the import: %s', async (_, more, answer) => {
      expect(await refusalOf('elevator.register', { elevator: { ...elevator, ...more } })).toEqual(answer);
    });

    it('is asked when a correction brings it up, and not where visits are on record', async () => {
      await ask('elevator.register', { elevator });
      const set = [{ field: 'inServiceOn', to: '2010-02-03' }];
      const correction = { registrationNo: NO, set, reason: '查到投用日' };
      expect(await refusalOf('elevator.correct', correction)).toEqual(UNANSWERED);
      const both = [...set, { field: 'recordsFrom', to: TODAY }];
      expect(await refusalOf('elevator.correct', { ...correction, set: both })).toBe('ok');
      const cleared = { registrationNo: NO, set: [{ field: 'recordsFrom', to: null }], reason: '另有旧账' };
      expect(await refusalOf('elevator.correct', cleared)).toEqual(UNANSWERED);
      const visit = { registrationNo: NO, date: '2026-11-20', task: 'half-month', technicians: ['张建国'] };
      expect(await refusalOf('visit.log', { visit })).toBe('ok');
      expect(await refusalOf('elevator.correct', cleared)).toBe('ok');
    });
  });

  describe('of an import', () => {
    const REGISTER = `registration_no,kind,in_service_on\n${NO},3110,2010-02-03\n`;
    const VISITS = `registration_no,date,task\n${NO},2026-10-10,half-month\n`;
    const previewOf = async (files: Readonly<Record<string, string>>): Promise<ImportPreview> => {
      const reply = await ask('import.preview', {
        files: Object.entries(files).map(([name, text]) => ({ name, bytes: new Uint8Array(Buffer.from(text)) })),
      });
      if (!reply.ok) throw new Error(reply.error.code);
      return reply.value as ImportPreview;
    };
    const commit = (importId: string, accept: readonly string[], decline: readonly string[]): Promise<unknown> =>
      refusalOf('import.commit', { importId, recordsFrom: { accept, decline }, acceptUpdates: [] });

    it('is asked before anything is written, with the day proposed', async () => {
      const { importId } = await previewOf({ 'r.csv': REGISTER, 'v.csv': VISITS });
      expect(await commit(importId, [], [])).toEqual({ ...UNANSWERED, from: '2026-10-10' });
      expect(await commit(importId, ['梯别的'], [])).toEqual({ ...UNANSWERED, from: '2026-10-10' });
      expect(ports.journal.head.seq).toBe(0);
    });

    it('is the first visit, or today without one, where it is accepted', async () => {
      const { importId, recordsFromProposals } = await previewOf({ 'r.csv': REGISTER });
      expect(recordsFromProposals).toMatchObject([{ from: TODAY, firstVisit: false }]);
      expect(await commit(importId, [NO], [])).toBe('ok');
      expect(await recorded()).toMatchObject({ recordsFrom: TODAY });
    });

    it('is the day in service where it is declined, and is not asked again', async () => {
      const { importId } = await previewOf({ 'r.csv': REGISTER, 'v.csv': VISITS });
      expect(await commit(importId, [], [NO])).toBe('ok');
      expect(await recorded()).toEqual(OLD);
      const again = await previewOf({ 'v.csv': VISITS.replace('10-10', '10-25') });
      expect(again.recordsFromProposals).toEqual([]);
      expect(await commit(again.importId, [], [])).toBe('ok');
    });

    it('accepted and declined at once is no answer', async () => {
      const { importId } = await previewOf({ 'r.csv': REGISTER });
      expect(await commit(importId, [NO], [NO])).toMatchObject({ code: 'bad-request' });
      expect(ports.journal.head.seq).toBe(0);
    });
  });
});
