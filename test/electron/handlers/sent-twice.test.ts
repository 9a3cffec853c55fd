import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHANNELS, type Channel } from '../../../domain/bridge/channels';
import type { WireReply } from '../../../domain/bridge/errors';
import { DOSSIER_LISTS, kindOf, type DossierList } from '../../../domain/record/kinds';
import type { Entry } from '../../../domain/record/entry';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Handlers } from '../../../electron/handlers/handlers';
import type { Ports } from '../../../electron/host/ports';
import { openedProfile } from '../../support/opened-profile';
import { aboutElevator, CONFIRMED, ELEVATOR, KINDS, NO, POLICY, STEP, VISIT } from '../../support/recorded-once';

/** Channels that put no record of the field on record: they answer, keep a setting, or make a paper with its own number. */
const NO_RECORD: readonly Channel[] = [
  'app.info',
  'settings.read',
  'settings.write',
  'packs.read',
  'packs.whole',
  'journal.read',
  'journal.walked',
  'journal.met',
  'journal.claim',
  'journal.resume',
  'inspections.keep',
  'roster.read',
  'visit.versions',
  'attachment.store',
  'details.find',
  'attachment.read',
  'import.preview',
  'import.answer',
  'import.map',
  'import.rows',
  'mappings.read',
  'mappings.keep',
  'mappings.forget',
  'mappings.take',
  'plan.read',
  'plan.write',
  'import.discard',
  'import.refused',
  'tables.export',
  'tables.template',
  'import.list',
  'import.brought',
  'import.takeBack',
  'report.make',
  'report.list',
  'report.read',
  'countersign.make',
  'countersign.list',
  'sheet.batch',
  'routine.paper',
  'insurer.bundle',
  'identity.list',
  'identity.lock',
  'identity.create',
  'identity.import',
  'identity.passphrase',
  'identity.export',
  'identity.renew',
  'identity.withdraw',
  'backup.status',
  'backup.choose',
  'backup.run',
  'backup.move',
  'backup.sheet',
  'backup.list',
  'backup.preview',
  'backup.restore',
  'verify.file',
  'summary.verify',
  'trust.list',
  'trust.add',
  'trust.remove',
  'fault.report',
];

const seqOf = (entry: number | Entry | undefined): number | undefined =>
  typeof entry === 'number' ? entry : entry?.seq;

describe('the same request sent twice', () => {
  let profileDir: string;
  let ports: Ports;
  let handlers: Handlers;
  const ask = (channel: Channel, request: unknown): Promise<WireReply> => {
    const context = { signal: new AbortController().signal, progress: () => undefined };
    return dispatch(handlers, channel, aboutElevator(request, ports.journal), context, () => undefined);
  };
  const made = async (channel: Channel, request: unknown, nth = ''): Promise<string> => {
    const reply = await ask(channel, request);
    if (!reply.ok) throw new Error(`${channel}: ${reply.error.code} ${JSON.stringify(reply.error.details)}`);
    const { entry, entries } = reply.value as { entry?: Entry; entries?: readonly (number | Entry)[] }; // an import tells numbers alone
    return `${ports.journal.key.feed.slice(0, 8)}/${entry?.seq ?? seqOf(entries?.[0])}${nth}`;
  };

  it('never leaves two records, whatever the channel', async () => {
    profileDir = mkdtempSync(join(tmpdir(), 'profile-'));
    ports = await openedProfile(profileDir);
    handlers = createHandlers(ports);
    try {
      const twice = async (channel: Channel, request: unknown, nth = ''): Promise<string> => {
        const id = await made(channel, request, nth);
        const { seq } = ports.journal.head;
        const again = await ask(channel, request);
        expect([channel, again.ok, ports.journal.head.seq]).toEqual([channel, false, seq]);
        done.add(channel);
        return id;
      };
      const done = new Set<Channel>();
      const of = (recordId: string, set?: object[]) => ({
        registrationNo: NO,
        recordId,
        reason: '误记',
        ...(set === undefined ? {} : { set }),
      });
      await twice('elevator.register', { elevator: ELEVATOR });
      await twice('visit.log', { visit: CONFIRMED });
      const address = [{ field: 'address', to: '文三路' }];
      await twice('elevator.correct', { registrationNo: NO, set: address, reason: '补' });
      await twice('policy.record', { policies: [{ ...POLICY, policyNo: 'P-0' }] });
      // The first text that a correction may change and that can be erased.
      const textOf = (list: DossierList): string | undefined => {
        const { fields, personal } = kindOf(list);
        return personal.find((field) => fields?.includes(field));
      };
      for (const list of DOSSIER_LISTS) {
        const { channel, request, withdraw, correct } = KINDS[list];
        const id = await twice(channel, request, kindOf(list).several !== undefined ? '.1' : '');
        if (correct !== undefined) await twice(correct.channel, of(id, [{ field: textOf(list), to: '更正' }]));
        if (list === 'hazards') await twice('hazard.advance', { registrationNo: NO, hazardId: id, step: STEP });
        if (withdraw !== undefined) await twice(withdraw, of(id));
      }
      const inRoster = { list: 'people', recordId: await twice('roster.record', { people: [{ name: '王海' }] }, '.1') };
      await twice('roster.correct', { ...inRoster, set: [{ field: 'phone', to: '139' }], reason: '补' });
      await twice('roster.withdraw', { ...inRoster, reason: '误记' });
      const ofRound = [{ visit: { ...VISIT, date: '2026-10-05' } }];
      const round = await twice('round.log', { visits: ofRound });
      await twice('round.withdraw', { visits: [{ registrationNo: NO, recordId: round }], reason: '误记' });
      const bytes = new TextEncoder().encode('registration_no,date,task\n梯11浙A12056(04),2026-11-01,half-month\n');
      const preview = await ask('import.preview', { files: [{ name: 'visits.csv', bytes }] });
      const { importId } = (preview as unknown as { value: { importId: string } }).value;
      await twice('import.commit', { importId, recordsFrom: { accept: [], decline: [] }, acceptUpdates: [] });
      await twice('sample.add', {});
      await twice('details.erase', { texts: ['更正'], reason: 'mistake' });
      expect(CHANNELS.filter((channel) => !done.has(channel))).toEqual(
        CHANNELS.filter((channel) => NO_RECORD.includes(channel)),
      );
    } finally {
      await ports.close();
      rmSync(profileDir, { recursive: true, force: true });
    }
  });
});
