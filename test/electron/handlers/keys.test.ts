import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WireReply } from '../../../domain/bridge/errors';
import type { ImportPreview } from '../../../domain/bridge/import-replies';
import type { Settings } from '../../../domain/bridge/replies';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Ports } from '../../../electron/host/ports';
import { everyDossier, openedProfile } from '../../support/opened-profile';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'keys');
const NO = '梯11浙A12345(24)';
const OLD = '梯11浙A54321（24）';
const HALF = '孙\ud83d';
const elevatorOf = (registrationNo: string) => ({ registrationNo, kind: '3110', regime: 'standard' });
const visitOf = (registrationNo: string) => ({
  registrationNo,
  date: '2026-11-20',
  task: 'half-month',
  technicians: ['张建国'],
});

describe('keys and texts that handlers are given', () => {
  let profileDir: string;
  let ports: Ports;
  let ask: (channel: string, request: unknown) => Promise<WireReply>;
  const open = async (): Promise<void> => {
    ports = await openedProfile(profileDir);
    const handlers = createHandlers(ports);
    const context = { signal: new AbortController().signal, progress: () => undefined };
    ask = (channel, request) => dispatch(handlers, channel, request, context, () => undefined);
  };
  const refusalOf = async (channel: string, request: unknown): Promise<unknown> => {
    const reply = await ask(channel, request);
    return reply.ok ? 'ok' : { ...reply.error.details, code: reply.error.code };
  };
  beforeEach(async () => {
    profileDir = mkdtempSync(join(tmpdir(), 'profile-'));
    await open();
    await ask('elevator.register', { elevator: elevatorOf(NO) });
  });
  afterEach(async () => {
    await ports.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  it.each(['梯11浙A12345（24）', '梯11 浙A12345(24)', '梯11浙A12345(24)\u200b', '梯11浙\u0007A1', '梯11浙A1\ud800'])(
    'a new elevator is not registered as %j',
    async (registrationNo) => {
      expect(await refusalOf('elevator.register', { elevator: elevatorOf(registrationNo) })).toMatchObject({
        code: registrationNo.includes('\ud800')
          ? 'unwritable-text'
          : registrationNo.includes('\u0007')
            ? 'unreadable-key'
            : 'bad-request',
      });
    },
  );

  it('a visit that names its elevator by another spelling is recorded under the number on record', async () => {
    expect(await refusalOf('visit.log', { visit: visitOf('梯11浙A12345（24）\u200b') })).toBe('ok');
    const dossier = (await ports.ledger.dossier(NO as RegistrationNo))!;
    expect(dossier.visits.map(({ value }) => value.registrationNo)).toEqual([NO]);
  });

  it('a number with a control character names nobody, and is told by name unless an old ledger holds it', async () => {
    const odd = '梯11浙\u0007A1';
    const visit = visitOf(odd);
    expect(await refusalOf('visit.log', { visit })).toEqual({ code: 'unreadable-key', what: 'visit.registrationNo' });
    await ports.append({
      type: 'elevator-registered',
      subject: odd,
      author: '',
      body: { elevator: elevatorOf(odd) as never },
    });
    expect(await refusalOf('visit.log', { visit })).toBe('ok');
  });

  it('an elevator that an older journal holds in another form keeps its number and is met by every spelling', async () => {
    await ports.append({
      type: 'elevator-registered',
      subject: OLD,
      author: '',
      body: { elevator: elevatorOf(OLD) as never },
    });
    const plain = '梯11浙A54321(24)';
    expect(await refusalOf('elevator.register', { elevator: elevatorOf(plain) })).toEqual({
      code: 'already-registered',
      registrationNo: OLD,
    });
    expect(await refusalOf('visit.log', { visit: visitOf(plain) })).toBe('ok');
    const dossiers = await everyDossier(ports.ledger);
    expect([...dossiers.keys()]).toEqual([NO, OLD]);
    expect(dossiers.get(OLD as RegistrationNo)!.visits).toMatchObject([{ value: { registrationNo: OLD } }]);
  });

  it('a near twin of a registered number is registered only as another elevator, said for each', async () => {
    const twin = '梯11浙A12345(25)';
    expect(await refusalOf('elevator.register', { elevator: elevatorOf(twin) })).toEqual({
      code: 'near-twin',
      registrationNo: twin,
      known: NO,
    });
    expect(await refusalOf('elevator.register', { elevator: elevatorOf(twin), apartFrom: [NO] })).toBe('ok');
    const third = '梯11浙A12345(26)';
    expect(await refusalOf('elevator.register', { elevator: elevatorOf(third), apartFrom: [NO] })).toMatchObject({
      code: 'near-twin',
      known: twin,
    });
  });

  const filesOf = (files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([name, text]) => ({ name, bytes: new Uint8Array(Buffer.from(text)) }));
  const previewOf = async (channel: string, request: unknown): Promise<ImportPreview> => {
    const reply = await ask(channel, request);
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.value as ImportPreview;
  };
  const commit = (importId: string): Promise<unknown> =>
    refusalOf('import.commit', { importId, recordsFrom: { accept: [], decline: [] }, acceptUpdates: [] });

  it('a number on record in full-width brackets and files with half-width ones are one elevator, its visits with it', async () => {
    const old = '梯11浙A77777（24）';
    const elevator = { ...elevatorOf(old), recordsFrom: '2026-10-01' };
    await ports.append({
      type: 'elevator-registered',
      subject: old,
      author: '',
      body: { elevator: elevator as never },
    });
    const files = ['reg2.csv', 'vis.csv'].map((name) => [
      name,
      readFileSync(join(FIXTURES, name), 'utf8').replaceAll('12345', '77777'),
    ]);
    const preview = await previewOf('import.preview', { files: filesOf(Object.fromEntries(files) as never) });
    expect(preview).toMatchObject({ twins: [], refusals: [], adds: { elevators: 0, visits: 1 } });
    expect(await commit(preview.importId)).toBe('ok');
    const dossiers = await everyDossier(ports.ledger);
    expect([...dossiers.keys()]).toEqual([NO, old]);
    expect(dossiers.get(old as RegistrationNo)!.visits).toMatchObject([{ value: { registrationNo: old } }]);
  });

  const NEAR = {
    'r.csv': 'registration_no,kind\n梯11浙A12345(25),3110\n',
    'v.csv': 'registration_no,date,task\n梯11浙A12345(25),2026-10-10,half-month\n',
  };
  const TWIN = '梯11浙A12345(25)';

  it('nothing of an import with near twins is written before they are answered', async () => {
    const preview = await previewOf('import.preview', { files: filesOf(NEAR) });
    expect(preview.twins).toEqual([
      {
        registrationNo: TWIN,
        known: [NO],
        rows: 2,
        places: [
          { file: 'v.csv', row: 2, value: TWIN },
          { file: 'r.csv', row: 2, value: TWIN },
        ],
        answer: null,
      },
    ]);
    expect(preview).toMatchObject({ adds: { elevators: 0, visits: 0 }, files: [{ waiting: 1 }, { waiting: 1 }] });
    const { seq } = ports.journal.head;
    expect(await commit(preview.importId)).toEqual({
      code: 'twins-unanswered',
      count: 1,
      registrationNo: TWIN,
      known: NO,
    });
    expect(ports.journal.head.seq).toBe(seq);
  });

  it.each([
    ['the same elevator', NO, { elevators: 0, visits: 1 }, [NO], 1],
    ['another elevator', null, { elevators: 1, visits: 1 }, [NO, TWIN], 0],
  ] as const)('near twins answered as %s count there', async (_, sameAs, adds, numbers, visits) => {
    const { importId } = await previewOf('import.preview', { files: filesOf(NEAR) });
    const answered = await previewOf('import.answer', { importId, answers: [{ registrationNo: TWIN, sameAs }] });
    expect(answered).toMatchObject({ adds, twins: [{ answer: sameAs ?? 'another' }], refusals: [] });
    expect(await commit(answered.importId)).toBe('ok');
    const dossiers = await everyDossier(ports.ledger);
    expect([...dossiers.keys()]).toEqual(numbers);
    expect(dossiers.get(NO as RegistrationNo)!.visits).toHaveLength(visits);
  });

  it('an answer that names an elevator which it is not near is no answer', async () => {
    const { importId } = await previewOf('import.preview', { files: filesOf(NEAR) });
    const answers = [{ registrationNo: TWIN, sameAs: 'x' }];
    expect((await previewOf('import.answer', { importId, answers })).twins).toMatchObject([{ answer: null }]);
  });

  it.each<[string, string, unknown, string]>([
    ['a note', 'visit.log', { visit: { ...visitOf(NO), note: HALF } }, 'visit.note'],
    ['a technician', 'visit.log', { visit: { ...visitOf(NO), technicians: [HALF] } }, 'visit.technicians.0'],
    ['an address', 'elevator.register', { elevator: { ...elevatorOf('x'), address: HALF } }, 'elevator.address'],
    [
      'a corrected value',
      'elevator.correct',
      { registrationNo: NO, set: [{ field: 'address', to: HALF }], reason: 'x' },
      'set.0.to',
    ],
    [
      'a reason',
      'elevator.correct',
      { registrationNo: NO, set: [{ field: 'address', to: 'x' }], reason: HALF },
      'reason',
    ],
    ['the author', 'settings.write', { author: HALF }, 'author'],
    ['the organisation', 'settings.write', { organisation: HALF }, 'organisation'],
    [
      'the name of an imported file',
      'import.preview',
      { files: [{ name: HALF, bytes: new Uint8Array(1) }] },
      'files.0.name',
    ],
  ])('half of a character in %s is refused by name', async (_, channel, request, what) => {
    expect(await refusalOf(channel, request)).toEqual({ code: 'unwritable-text', what });
  });

  it('settings whose author no record can carry are asked for anew, and records can be written before', async () => {
    await ask('settings.write', { author: '孙丽华', organisation: '梯审物业', locale: 'en' });
    await ports.close();
    const path = join(profileDir, 'settings.json');
    const settings = JSON.parse(readFileSync(path, 'utf8')) as Settings;
    writeFileSync(path, JSON.stringify({ ...settings, author: HALF }));
    await open();
    expect(ports.settings.read()).toMatchObject({
      author: '',
      organisation: '梯审物业',
      locale: 'en',
      unwritable: ['author'],
    });
    expect(await refusalOf('visit.log', { visit: visitOf(NO) })).toBe('ok');
    await ask('settings.write', { locale: 'zh-CN' });
    expect(ports.settings.read().unwritable).toEqual(['author']);
    await ask('settings.write', { author: '孙丽华' });
    expect(ports.settings.read()).toMatchObject({ author: '孙丽华' });
    expect(ports.settings.read()).not.toHaveProperty('unwritable');
  });
});
