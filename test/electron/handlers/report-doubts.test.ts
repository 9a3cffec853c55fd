import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/bridge/channels';
import type { ReplyOf } from '../../../domain/bridge/contract';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { doubtKey } from '../../../domain/doubt-answer/doubt-key';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { EntryDraft } from '../../../domain/record/entry';
import { recordIdOf } from '../../../domain/record/entry';
import type { RecordId } from '../../../domain/record/record-id';
import { doubtsOf } from '../../../domain/report/doubts-of';
import type { Evidence } from '../../../domain/report/evidence';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import { requirePack } from '../../../electron/host/chosen-pack';
import type { Ports } from '../../../electron/host/ports';
import { doubtBasisOf } from '../../../electron/papers/doubt-basis';
import { openedProfile } from '../../support/opened-profile';
import { runOk } from '../../support/pdf/outside-tools';
import { textOf } from '../../support/pdf/rendered';

const [A, B, C] = ['梯11浙A00001(24)', '梯11浙A00002(24)', '梯11浙A00003(24)'] as [
  RegistrationNo,
  RegistrationNo,
  RegistrationNo,
];
const asOf = '2026-11-23' as CivilDate;
const period = { from: '2025-11-24' as CivilDate, to: asOf };
const context = { progress: () => undefined, signal: new AbortController().signal };

describe('the doubts of a report out of a ledger', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-doubts-'));
  let ports: Ports;
  const put = async (draft: object): Promise<RecordId> =>
    recordIdOf(await ports.append({ author: '张建国', ...draft } as EntryDraft));
  const register = (registrationNo: string, address: string): Promise<RecordId> => {
    const elevator = { registrationNo, address, kind: '3110', regime: 'standard', rescueCode: '330101' };
    return put({ type: 'elevator-registered', subject: registrationNo, body: { elevator } });
  };
  const visit = (
    registrationNo: string,
    date: string,
    technicians: string[],
    startedAt = '09:00',
    endedAt = '09:40',
  ) => {
    const body = {
      visit: { registrationNo, date, task: 'half-month', technicians, startedAt, endedAt, confirmedBy: '孙' },
    };
    return put({ type: 'visit-logged', subject: registrationNo, body });
  };
  const asked = async (no: RegistrationNo) => {
    const dossier = (await ports.ledger.dossier(no))!;
    const basis = await doubtBasisOf(ports, requirePack(ports).pack, { dossier, period, asOf }, context);
    return { basis, ...doubtsOf({ dossier, period, asOf }, basis) };
  };
  const ask = async <K extends Channel>(channel: K, request: unknown): Promise<ReplyOf<K>> => {
    const reply = await dispatch(createHandlers(ports), channel, request, context, (_, error) => {
      throw error;
    });
    if (!reply.ok) throw new Error(`${channel}: ${reply.error.code}`);
    return reply.value as ReplyOf<K>;
  };
  const made: { own: RecordId; other: RecordId } = { own: '' as RecordId, other: '' as RecordId };

  beforeAll(async () => {
    ports = await openedProfile(folder, '2026-11-23T10:00:00+08:00');
    await register(A, '甲路1号');
    await register(B, '乙路88号');
    await register(C, '丙路5号');
    made.own = await visit(A, '2026-10-08', ['张建国', '李明']);
    made.other = await visit(B, '2026-10-08', ['李明', '王五'], '09:10', '09:50');
  });
  afterAll(async () => {
    await ports.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('rest on records of other elevators that the program finds, each with the hash of its entry', async () => {
    const { basis, stated } = await asked(A);
    expect(stated).toMatchObject([
      { kind: 'two-places', people: ['李明'], records: [made.own, made.other], measure: 30 },
    ]);
    expect(basis.searched).toEqual({ elevators: 3, entries: 5 });
    expect(basis.visits.map(({ id, entry }) => [id, entry])).toEqual([
      [made.other, ports.journal.entries.index.hashOf(5)],
    ]);
    expect(JSON.stringify(basis)).not.toContain('王五');
  });

  it('follow what is recorded, corrected and withdrawn since', async () => {
    expect((await asked(C)).stated).toEqual([]);
    const later = await visit(C, '2026-10-20', ['赵六'], '14:00', '14:40');
    await visit(A, '2026-10-20', ['李明'], '14:00', '14:40');
    expect((await asked(C)).stated).toEqual([]);
    const corrected = {
      corrects: later,
      reason: '写错了人',
      changes: [{ field: 'technicians', from: ['赵六'], to: ['李明'] }],
    };
    await put({ type: 'visit-corrected', subject: C, body: corrected });
    expect((await asked(A)).stated.map(({ kind }) => kind)).toEqual(['two-places', 'two-places']);
    expect((await asked(C)).stated.map(({ kind }) => kind)).toEqual(['two-places']);
    await put({ type: 'visit-withdrawn', subject: C, body: { corrects: later, reason: '没有去' } });
    expect((await asked(A)).stated.map(({ records }) => records)).toEqual([[made.own, made.other]]);
  });

  it('stand on paper with their answers, and the paper verifies', async () => {
    await ask('settings.write', { author: '张建国' });
    const wish = { organisation: '绿源物业', kind: 'own-ca', passphrase: 'a passphrase' };
    const { identityId } = await ask('identity.create', wish);
    const asks = { registrationNo: A, kind: 'compliance', locale: 'zh-CN', asOf, period, identityId };
    const paper = async (name: string) => {
      const { reportId } = await ask('report.make', { ...asks, passphrase: 'a passphrase' });
      const { bytes } = await ask('report.read', { reportId });
      writeFileSync(join(folder, name), bytes);
      return { bytes, text: textOf(join(folder, name)) };
    };
    const before = await paper('before.pdf');
    expect(before.text).toContain('同一人同时在两处（不可能都属实）');
    expect(before.text).toContain('重叠30分钟');
    expect(before.text).toContain('待答复');
    expect(before.text).toContain('查了本账本其余2台电梯截至第');
    const answers = [A, B].map((registrationNo, place) => ({
      ...{ registrationNo, kind: 'two-places', doubt: doubtKey('two-places', [made.own, made.other]) },
      records: [[made.own, made.other][place]],
      ...{
        of: 2,
        turn: 1,
        answer: 'explained',
        on: '2026-11-20',
        by: '孙丽华',
        says: '李明有同名的二人',
        document: '花名册',
      },
    }));
    await ask('doubt.answer', { answers });
    const after = await paper('after.pdf');
    expect(after.text).toContain('已说明：李明有同名的二人（孙丽华，2026-11-20，见花名册）');
    expect(after.text).toContain('其中1处已有答复');
    const { evidence } = await ask('verify.file', { name: 'after.pdf', bytes: after.bytes });
    expect(evidence).toMatchObject({ verdictReproduced: true, pagesMatch: true, doubts: { state: 'same', told: 1 } });
  });

  it('carry of a second source what lies at visits of the period, and the paper verifies', async () => {
    const D = '梯11浙A00004(24)' as RegistrationNo;
    await register(D, '丁路7号');
    await visit(D, '2026-10-08', ['钱七'], '15:00', '15:40');
    const event = (startedAt: string, rest: object) => {
      const deviceEvent = { registrationNo: D, startedAt, source: '终端', ...rest };
      return put({ type: 'device-event-recorded', subject: D, body: { deviceEvent } });
    };
    const near = await event('2026-10-08T15:05', { kind: 'trips', endedAt: '2026-10-08T15:30', count: 28 });
    await event('2026-10-09T15:05', { kind: 'trips', endedAt: '2026-10-09T15:30', count: 28 });
    const wish = { organisation: '丁路物业', kind: 'own-ca', passphrase: 'a passphrase' };
    const { identityId } = await ask('identity.create', wish);
    const asks = { registrationNo: D, kind: 'compliance', locale: 'zh-CN', asOf, period, identityId };
    const { reportId } = await ask('report.make', { ...asks, passphrase: 'a passphrase' });
    const { bytes } = await ask('report.read', { reportId });
    writeFileSync(join(folder, 'second.pdf'), bytes);
    const text = textOf(join(folder, 'second.pdf')).replaceAll(/\s+/g, '');
    expect(text).toContain('维保期间电梯正常运行（要问）');
    expect(text).toContain('记有正常运行28次');
    expect(text).toContain('另一来源未见有人在场');
    const { evidence } = await ask('verify.file', { name: 'second.pdf', bytes });
    expect(evidence).toMatchObject({ verdictReproduced: true, pagesMatch: true, doubts: { state: 'same', told: 1 } });
    const { dossier } = JSON.parse(
      runOk('qpdf', ['--show-attachment=evidence.json', join(folder, 'second.pdf')]),
    ) as Evidence;
    expect(dossier.deviceEvents?.map(({ id }) => id)).toEqual([near]);
  });
});
