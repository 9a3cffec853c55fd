import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/bridge/channels';
import type { ReplyOf } from '../../../domain/bridge/contract';
import { checklistFor } from '../../../domain/pack/rule-pack';
import type { Evidence } from '../../../domain/report/evidence';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Handlers } from '../../../electron/handlers/handlers';
import type { Ports } from '../../../electron/host/ports';
import { runOk } from '../../support/pdf/outside-tools';
import { textOf } from '../../support/pdf/rendered';
import { openedProfile } from '../../support/opened-profile';
import { chinaPack } from '../../support/report-evidence';

const NO = '梯11浙A12056(04)';
const PASSPHRASE = 'long enough a phrase';

describe('the paper of one record', () => {
  let folder: string;
  let ports: Ports;
  let handlers: Handlers;
  let identityId: string;
  const reply = (channel: Channel, request: unknown) =>
    dispatch(
      handlers,
      channel,
      request,
      { signal: new AbortController().signal, progress: () => undefined },
      () => undefined,
    );
  const ask = async <C extends Channel>(channel: C, request: unknown): Promise<ReplyOf<C>> => {
    const answer = await reply(channel, request);
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.code} ${JSON.stringify(answer.error.details)}`);
    return answer.value as ReplyOf<C>;
  };
  const wish = (change: object = {}) => ({
    registrationNo: NO,
    kind: 'visit-record',
    locale: 'zh-CN',
    asOf: '2026-11-23',
    period: { from: '2025-11-24', to: '2026-11-23' },
    identityId,
    passphrase: PASSPHRASE,
    ...change,
  });
  const refusal = async (change: object): Promise<unknown> => {
    const answer = await reply('report.make', wish(change));
    return answer.ok ? null : answer.error.code;
  };
  let visitId: string;
  let withdrawnId: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'record-papers-'));
    ports = await openedProfile(join(folder, 'profile'));
    handlers = createHandlers(ports);
    await ask('settings.write', { author: '孙丽华' });
    const elevator = { registrationNo: NO, kind: '3110', regime: 'standard', recordsFrom: '2026-10-01' };
    await ask('elevator.register', { elevator });
    const results = checklistFor(chinaPack, '3110', ['half-month']).map(({ id, asks }) => ({
      itemId: id,
      outcome: id === 'A-1.18' ? 'defect' : 'ok',
      set: 'each',
      ...(asks === 'value' ? { reading: 8 } : {}),
    }));
    const checklist = { packId: chinaPack.id, packVersion: chinaPack.version, results };
    const visit = { registrationNo: NO, task: 'half-month', technicians: ['张建国 T33010199', '李明'] };
    const hazard = {
      ...{ registrationNo: NO, foundOn: '2026-11-15', foundBy: ['张建国'], source: 'visit', itemId: 'A-1.18' },
      ...{ component: 'alarm', what: '对讲无声', responsible: { party: 'maintainer', unit: '恒升电梯' } },
    };
    const { entry } = await ask('visit.log', {
      visit: { ...visit, date: '2026-11-15', startedAt: '09:00', endedAt: '09:40', checklist },
      hazards: [hazard],
      late: { reason: '地下室无网络', document: '纸质单0412' },
    });
    visitId = `${entry.feed.slice(0, 8)}/${entry.seq}`;
    await ask('visit.correct', {
      ...{ registrationNo: NO, recordId: visitId, reason: '看错' },
      set: [{ field: 'startedAt', to: '09:05' }],
    });
    const other = await ask('visit.log', { visit: { ...visit, date: '2026-11-16' } });
    withdrawnId = `${other.entry.feed.slice(0, 8)}/${other.entry.seq}`;
    await ask('visit.withdraw', { registrationNo: NO, recordId: withdrawnId, reason: '记重了' });
    ({ identityId } = await ask('identity.create', {
      organisation: '恒升电梯',
      kind: 'self-signed',
      passphrase: PASSPHRASE,
    }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['zh-CN', 'en'] as const)(
    'is made of a visit as it stands on record, in %s, and its own verifier confirms it',
    async (locale) => {
      const made = await ask('report.make', wish({ locale, paper: { record: visitId } }));
      expect(made.fileName).toMatch(
        locale === 'en' ? /_visit-record_2026-11-15\.pdf$/ : /_维保记录单_2026-11-15\.pdf$/,
      );
      expect(made.number).toContain('〔2026〕维字第');
      const { bytes } = await ask('report.read', { reportId: made.reportId });
      const file = join(folder, `${locale}.pdf`);
      writeFileSync(file, bytes);
      expect(runOk('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
      const text = textOf(file);
      for (const part of ['张建国T33010199', 'YH-01', '09:05', '09:00', '看错', '地下室无网络', '孙丽华'])
        expect(text).toContain(part);
      runOk('pdfdetach', ['-save', '1', '-o', `${file}.json`, file]);
      const evidence = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as Evidence;
      expect(evidence.recorded?.entry).not.toHaveProperty('body');
      expect(evidence.recorded?.entry?.hash).toMatch(/^[0-9a-f]{64}$/);
      const checked = await ask('verify.file', { name: 'paper.pdf', bytes });
      const held = checked.checks.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id);
      expect(held).toEqual(expect.arrayContaining(['verdict-reproduced', 'pages-match']));
    },
  );

  it('is listed with the others and counted with them', async () => {
    const listed = await ask('report.list', {});
    expect(listed.map(({ kind }) => kind)).toEqual(['visit-record', 'visit-record']);
  });

  it('is refused without a record, of one that is not there, was withdrawn, or is of a later day, and with words of other papers', async () => {
    expect(await refusal({})).toBe('bad-request');
    expect(await refusal({ paper: {} })).toBe('bad-request');
    expect(await refusal({ paper: { record: `${visitId}9` } })).toBe('unknown-record');
    expect(await refusal({ paper: { record: withdrawnId } })).toBe('unknown-record');
    expect(await refusal({ paper: { record: visitId, addressee: '谁' } })).toBe('bad-request');
    expect(await refusal({ paper: { record: visitId, hazards: [] } })).toBe('bad-request');
    const early = { asOf: '2026-11-10', period: { from: '2026-10-01', to: '2026-11-10' } };
    expect(await refusal({ ...early, paper: { record: visitId } })).toBe('future-date');
    expect(await refusal({ kind: 'stop-use-sheet', paper: { record: visitId } })).toBe('bad-request');
    expect(await refusal({ kind: 'compliance', paper: { record: visitId } })).toBe('bad-request');
  });
});
