import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/bridge/channels';
import type { Progress, ReplyOf } from '../../../domain/bridge/contract';
import { parseSummary } from '../../../domain/report/summary/summary';
import type { Evidence } from '../../../domain/report/evidence';
import type { LabelsEvidence } from '../../../domain/report/labels';
import { sha256Hex } from '../../../electron/fs/sha256';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Handlers } from '../../../electron/handlers/handlers';
import type { Ports } from '../../../electron/host/ports';
import { runOk } from '../../support/pdf/outside-tools';
import { openedProfile } from '../../support/opened-profile';

const NOS = ['梯11浙A12056(04)', '梯11浙A12057(04)', '梯11浙A12058(04)'];
const PASSPHRASE = 'long enough a phrase';
const GRID = {
  columns: 3,
  rows: 8,
  marginTop: 0,
  marginBottom: 1,
  marginLeft: 0,
  marginRight: 0,
  gapX: 0,
  gapY: 0,
  cutLines: true,
};
const POLICY = {
  insurer: '甲财产保险',
  policyNo: 'PZ-2026/01',
  cover: '=电梯责任',
  from: '2026-01-01',
  to: '2026-12-31',
  services: [],
};

interface Asked {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

describe('papers made in one go', () => {
  let folder: string;
  let ports: Ports;
  let handlers: Handlers;
  let identityId: string;
  let rootPem: string;
  const reply = (channel: Channel, request: unknown, { signal, progress }: Asked = {}) =>
    dispatch(
      handlers,
      channel,
      request,
      { signal: signal ?? new AbortController().signal, progress: progress ?? (() => undefined) },
      () => undefined,
    );
  const ask = async <C extends Channel>(channel: C, request: unknown, asked: Asked = {}): Promise<ReplyOf<C>> => {
    const answer = await reply(channel, request, asked);
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.code} ${JSON.stringify(answer.error.details)}`);
    return answer.value as ReplyOf<C>;
  };
  const batch = (change: object = {}) => ({
    registrationNos: NOS,
    form: 'a4',
    locale: 'zh-CN',
    asOf: '2026-11-23',
    identityId,
    passphrase: PASSPHRASE,
    ...change,
  });
  const unzipped = (bytes: Uint8Array, name: string): string => {
    const [file, into] = [join(folder, `${name}.zip`), join(folder, name)];
    writeFileSync(file, bytes);
    runOk('python3', [
      '-c',
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])',
      file,
      into,
    ]);
    return into;
  };
  const evidenceIn = (file: string): unknown => {
    runOk('pdfdetach', ['-save', '1', '-o', `${file}.json`, file]);
    return JSON.parse(readFileSync(`${file}.json`, 'utf8'));
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'batches-'));
    ports = await openedProfile(join(folder, 'profile'));
    handlers = createHandlers(ports);
    await ask('settings.write', { author: '孙丽华' });
    for (const [index, registrationNo] of NOS.entries()) {
      const rescueCode = `33010${index}`;
      await ask('elevator.register', {
        elevator: { registrationNo, kind: '3110', regime: 'standard', rescueCode, recordsFrom: '2026-10-01' },
      });
      const visit = {
        registrationNo,
        task: 'half-month',
        startedAt: '09:00',
        endedAt: '09:40',
        technicians: ['张建国'],
      };
      await ask('visit.log', { visit: { ...visit, date: `2026-11-${15 + index}` } });
    }
    await ask('hazard.find', {
      hazards: [
        {
          registrationNo: NOS[0],
          foundOn: '2026-11-20',
          foundBy: ['张建国'],
          source: 'visit',
          component: 'door-lock',
          what: '门锁啮合不足7毫米',
          responsible: { party: 'maintainer' },
        },
      ],
    });
    const policies = [NOS[0], NOS[2]].map((registrationNo) => ({ ...POLICY, registrationNo }));
    await ask('policy.record', { policies });
    const made = await ask('identity.create', { organisation: '绿源物业', kind: 'own-ca', passphrase: PASSPHRASE });
    ({ identityId, certificatePem: rootPem } = made);
  });
  afterAll(async () => {
    await ports.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a sheet of each elevator is signed, kept, numbered in the feed, and its code can be checked', async () => {
    const stages: Progress[] = [];
    const made = await ask('sheet.batch', batch(), { progress: (progress) => stages.push(progress) });
    expect(made.papers.map(({ number }) => number.slice(-6))).toEqual(['-0001号', '-0002号', '-0003号']);
    expect(stages.filter(({ stage }) => stage === 'layout').map(({ done }) => done)).toEqual([0, 1, 2, 3]);
    expect(stages.at(-1)).toEqual({ stage: 'write', done: 3, total: 3 });
    const into = unzipped(made.bytes, 'sheets');
    await ask('trust.add', { pem: rootPem });
    for (const [index, registrationNo] of NOS.entries()) {
      const file = join(into, `${registrationNo}_电梯公示_2026-11-23.pdf`);
      const bytes = readFileSync(file);
      expect(sha256Hex(bytes)).toBe(made.papers[index]!.reportId);
      const kept = await ask('report.read', { reportId: made.papers[index]!.reportId });
      expect(Buffer.from(kept.bytes).equals(bytes)).toBe(true);
      const verified = await ask('verify.file', { name: 'x.pdf', bytes: new Uint8Array(bytes) });
      expect(verified).toMatchObject({
        verdict: 'valid',
        claims: { registrationNo, number: made.papers[index]!.number },
      });
      const { paper } = evidenceIn(file) as Evidence;
      const checked = await ask('summary.verify', { text: paper!.summary });
      expect(checked).toMatchObject({
        verdict: 'valid',
        summary: { registrationNo, openHazards: index === 0 ? 1 : 0, lastVisit: { on: `2026-11-${15 + index}` } },
        signer: { organisation: '绿源物业' },
      });
    }
    const listed = await ask('report.list', {});
    expect(listed.map(({ number }) => number)).toEqual(made.papers.map(({ number }) => number).reverse());
    expect(listed.every(({ kind, papers }) => kind === 'public-sheet' && papers === 1)).toBe(true);
  });

  it('labels are one signed file whose papers are counted one by one, and it says what it is', async () => {
    const before = await ports.ledger.papersIn(ports.journal.head.feed);
    const made = await ask('sheet.batch', batch({ form: 'labels', grid: GRID, locale: 'en' }));
    expect(await ports.ledger.papersIn(ports.journal.head.feed)).toBe(before + 3);
    const file = join(folder, 'labels.pdf');
    writeFileSync(file, made.bytes);
    expect(runOk('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
    expect(made.pages).toBe(2);
    const verified = await ask('verify.file', { name: 'x.pdf', bytes: new Uint8Array(made.bytes) });
    const numbers = made.papers.map(({ number }) => number);
    expect(verified).toMatchObject({
      verdict: 'valid',
      claims: null,
      labels: { count: 3, first: numbers[0], last: numbers[2] },
    });
    const [listed] = await ask('report.list', {});
    expect(listed).toMatchObject({ kind: 'public-sheet', registrationNo: '', papers: 3 });
    const { labels } = evidenceIn(file) as LabelsEvidence;
    for (const [index, { summary }] of labels.entries()) {
      expect((await ask('summary.verify', { text: summary })).verdict).toBe('valid');
      const parsed = parseSummary(summary);
      expect(parsed.ok && numbers[index]!.includes(parsed.summary.serial)).toBe(true);
    }
    const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    for (const shown of [...NOS, '330100', '330101', '330102']) expect(text).toContain(shown);
    const made2 = await ask('sheet.batch', batch({ form: 'a5' }));
    expect(made2.papers[0]!.number.slice(-6)).toBe('-0007号');
    const a5 = join(unzipped(made2.bytes, 'a5'), `${NOS[0]}_电梯公示_2026-11-23.pdf`);
    expect(runOk('pdfinfo', [a5])).toMatch(/Page size: +419\.53 x 595\.28 pts/);
  });

  it.each<[string, object, string]>([
    ['labels without a grid', { form: 'labels' }, 'bad-request'],
    ['labels too small for a code', { form: 'labels', grid: { ...GRID, rows: 16 } }, 'bad-request'],
    ['margins wider than the page', { form: 'labels', grid: { ...GRID, marginLeft: 100, gapX: 100 } }, 'bad-request'],
    ['an elevator named twice', { registrationNos: [NOS[0], NOS[0]] }, 'bad-request'],
    ['an elevator nobody knows', { registrationNos: ['x'] }, 'unknown-elevator'],
    ['a day to come', { asOf: '2026-11-24' }, 'bad-request'],
    ['another passphrase', { passphrase: 'not the phrase' }, 'wrong-passphrase'],
  ])('%s is refused and nothing is signed', async (_, change, code) => {
    const before = ports.journal.head.seq;
    expect(await reply('sheet.batch', batch(change))).toMatchObject({ ok: false, error: { code } });
    expect(ports.journal.head.seq).toBe(before);
  });

  it('given up midway leaves nothing on record', async () => {
    const before = ports.journal.head.seq;
    const controller = new AbortController();
    const progress = ({ stage, done }: Progress): void => {
      if (stage === 'layout' && done === 1) controller.abort();
    };
    const answer = await reply('sheet.batch', batch(), { signal: controller.signal, progress });
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(ports.journal.head.seq).toBe(before);
  });

  it('an insurer gets compliance reports where the chosen pack knows no hazards', async () => {
    const { policyNo, insurer } = POLICY;
    const wish = { policyNo, insurer, locale: 'zh-CN', asOf: '2026-11-23', identityId, passphrase: PASSPHRASE };
    const { packId } = await ask('settings.read', {});
    await ask('settings.write', { packId: 'gb' });
    try {
      const into = unzipped((await ask('insurer.bundle', wish)).bytes, 'bundle-gb');
      const [, ...lines] = readFileSync(join(into, 'index.csv'), 'utf8').trim().split('\r\n');
      expect(lines.map((line) => line.split(',').at(-2))).toEqual(
        [NOS[0], NOS[2]].map((no) => `${no}_合规审计_2026-11-23.pdf`),
      );
    } finally {
      await ask('settings.write', { packId });
    }
  });

  it('an insurer gets a signed report of each elevator under the policy and a table of them', async () => {
    const { policyNo, insurer } = POLICY;
    const wish = { policyNo, insurer, locale: 'en', asOf: '2026-11-23', identityId, passphrase: PASSPHRASE };
    const made = await ask('insurer.bundle', wish);
    expect(made.fileName).toBe('insurer-bundle_PZ-2026-01_2026-11-23.zip');
    expect(made.papers.map(({ registrationNo }) => registrationNo)).toEqual([NOS[0], NOS[2]]);
    const into = unzipped(made.bytes, 'bundle');
    const lines = readFileSync(join(into, 'index.csv'), 'utf8').trim().split('\r\n');
    expect(lines).toHaveLength(3);
    for (const [index, line] of lines.slice(1).entries()) {
      const cells = line.split(',');
      expect(cells).toContain("'=电梯责任"); // what looks like a formula does not run in a spreadsheet
      const bytes = readFileSync(join(into, cells.at(-2)!));
      expect(cells.at(-2)).toContain('_old-elevator_2026-11-23.pdf');
      expect(sha256Hex(bytes)).toBe(cells.at(-1));
      expect(cells).toContain(made.papers[index]!.number);
      expect(await ask('verify.file', { name: 'x.pdf', bytes: new Uint8Array(bytes) })).toMatchObject({
        verdict: 'valid',
      });
    }
    expect(await reply('insurer.bundle', { ...wish, insurer: '乙保险' })).toMatchObject({
      ok: false,
      error: { code: 'unknown-policy' },
    });
  });
});
