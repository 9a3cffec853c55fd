import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/bridge/channels';
import type { ReportFile, ReportMade } from '../../../domain/bridge/paper-replies';
import { canonicalJson } from '../../../domain/record/canonical-json';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Handlers } from '../../../electron/handlers/handlers';
import type { Ports } from '../../../electron/host/ports';
import { attachmentsOf } from '../../../electron/verify/own-structure';
import { readStrict } from '../../../electron/verify/strict-reader';
import { readRoutine } from '../../../electron/verify/routine-paper';
import { openedProfile } from '../../support/opened-profile';
import { ELEVATOR, HAZARD, NO, VISIT } from '../../support/recorded-once';

const PASSPHRASE = '周报-口令-12';
const LATE = { reason: '当日记在纸上', document: '检查表' };

describe('the week of a site', () => {
  let profileDir: string;
  let ports: Ports;
  let handlers: Handlers;
  let identityId: string;
  const ask = async (channel: Channel, request: unknown): Promise<unknown> => {
    const context = { signal: new AbortController().signal, progress: () => undefined };
    const reply = await dispatch(handlers, channel, request, context, () => undefined);
    if (!reply.ok) throw new Error(reply.error.code);
    return reply.value;
  };
  const paper = (part: object = {}) => ({
    kind: 'weekly-report',
    site: '翠柏苑',
    registrationNos: [NO],
    locale: 'zh-CN',
    period: { from: '2026-11-16', to: '2026-11-22' },
    said: { summary: '一处隐患在改' },
    identityId,
    passphrase: PASSPHRASE,
    ...part,
  });

  beforeAll(async () => {
    profileDir = mkdtempSync(join(tmpdir(), 'profile-'));
    ports = await openedProfile(profileDir);
    handlers = createHandlers(ports);
    await ask('settings.write', { author: '吴国平', organisation: '绿源物业' });
    await ask('elevator.register', { elevator: { ...ELEVATOR, internalNo: '1幢A梯' } });
    const check = { registrationNo: NO, by: '吴国平' };
    for (const date of ['2026-11-16', '2026-11-17', '2026-11-19'])
      await ask('daily-check.record', { check: { ...check, date, result: 'nothing-found' }, late: LATE });
    const found = { ...check, date: '2026-11-20', result: 'found', found: '层门异响', modules: ['car-and-landings'] };
    await ask('daily-check.record', { check: found, late: LATE });
    await ask('daily-check.record', {
      check: { ...check, date: '2026-11-21', result: 'not-done', reason: '全院停电' },
    });
    await ask('hazard.find', { hazards: [HAZARD] });
    await ask('visit.log', { visit: VISIT });
    const identity = { organisation: '绿源物业', kind: 'self-signed', passphrase: PASSPHRASE };
    ({ identityId } = (await ask('identity.create', identity)) as { identityId: string });
  });
  afterAll(async () => {
    await ports.close();
    rmSync(profileDir, { recursive: true, force: true });
  });

  it('is signed with the records that its figures follow from, stands on record, and its pages are found again', async () => {
    const made = (await ask('routine.paper', paper())) as ReportMade;
    expect(made.fileName).toBe('翠柏苑_每周排查治理报告_2026-11-22.pdf');
    const { bytes } = (await ask('report.read', { reportId: made.reportId })) as ReportFile;
    const signal = new AbortController().signal;
    const { result, stated } = await ports.checker.check(bytes, [], { signal });
    expect(stated?.number).toBe(made.number);
    expect(result.evidence).toMatchObject({ present: true, verdictReproduced: true, pagesMatch: true });
    if (process.env['KEEP_PAPERS'] !== undefined) writeFileSync(join(process.env['KEEP_PAPERS'], 'week-zh.pdf'), bytes);
    const listed = (await ask('report.list', {})) as readonly { number: string; kind: string }[];
    expect(listed[0]).toMatchObject({ number: made.number, kind: 'weekly-report' });
  });

  it('and the month of it likewise, in English', async () => {
    const period = { from: '2026-11-01', to: '2026-11-22' };
    const made = (await ask(
      'routine.paper',
      paper({ kind: 'monthly-minutes', locale: 'en', period, said: {} }),
    )) as ReportMade;
    expect(made.fileName).toBe('翠柏苑_monthly-minutes_2026-11-22.pdf');
    const { bytes } = (await ask('report.read', { reportId: made.reportId })) as ReportFile;
    const { result } = await ports.checker.check(bytes, [], { signal: new AbortController().signal });
    expect(result.evidence).toMatchObject({ present: true, verdictReproduced: true, pagesMatch: true });
    if (process.env['KEEP_PAPERS'] !== undefined)
      writeFileSync(join(process.env['KEEP_PAPERS'], 'month-en.pdf'), bytes);
  });

  it.each([
    ['a week that has not begun', { period: { from: '2999-01-01', to: '2999-01-07' } }],
    ['more days than a week has', { period: { from: '2026-11-15', to: '2026-11-22' } }],
    ['an elevator that is not on record', { registrationNos: ['梯11浙A99999(20)'] }],
  ])('is refused of %s, and then nothing is signed', async (_, part) => {
    const { seq } = ports.journal.head;
    await expect(ask('routine.paper', paper(part))).rejects.toThrow(/bad-request|unknown-elevator/);
    expect(ports.journal.head.seq).toBe(seq);
  });

  it('is no evidence with a check from before the one that is said to be the first', async () => {
    const made = (await ask('routine.paper', paper())) as ReportMade;
    const { bytes } = (await ask('report.read', { reportId: made.reportId })) as ReportFile;
    const own = attachmentsOf(readStrict(Buffer.from(bytes)))[0]!; // a paper has its evidence and nothing else
    const evidence = JSON.parse(Buffer.from(own.content(1_000_000)).toString()) as object;
    const written = (since: string | null): Uint8Array =>
      new TextEncoder().encode(canonicalJson({ ...evidence, since }));
    expect(readRoutine(written('2026-11-16'))).toMatchObject({ kind: 'weekly-report', site: '翠柏苑' });
    expect([readRoutine(written('2026-11-17')), readRoutine(written(null))]).toEqual([null, null]);
  });
});
