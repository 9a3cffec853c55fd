import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/bridge/channels';
import type { ReplyOf } from '../../../domain/bridge/contract';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Ports } from '../../../electron/host/ports';
import { createBackup } from '../../../electron/backup/create-backup';
import { meetPaper } from '../../../electron/papers/meet-heads';
import { readPapers } from '../../../electron/verify/read-papers';
import { openedProfile } from '../../support/opened-profile';

const NO = '梯11浙A12056(04)';
const PASSPHRASE = 'long enough a phrase';
const TODAY = '2026-11-23';

/** A ledger of three papers; `older` is the same folder as it was after the first of them. */
describe('a journal held against papers, receipts and backups', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'heads-elsewhere-'));
  const at = (...names: string[]): string => join(scratch, ...names);
  let papers: Uint8Array[] = [];
  let numbers: string[] = [];
  let round = 0;
  let profile: string;
  let open: Ports[] = [];

  const opened = async (folder: string): Promise<Ports> => {
    const ports = await openedProfile(folder);
    open.push(ports);
    return ports;
  };
  const ask = async <C extends Channel>(ports: Ports, channel: C, request: unknown): Promise<ReplyOf<C>> => {
    const context = { signal: new AbortController().signal, progress: () => undefined };
    const answer = await dispatch(createHandlers(ports), channel, request, context, () => undefined);
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.code} ${JSON.stringify(answer.error.details)}`);
    return answer.value as ReplyOf<C>;
  };
  const visit = (date: string) => ({
    visit: { registrationNo: NO, date, task: 'half-month', technicians: ['张建国'] },
  });
  const report = async (ports: Ports) => {
    const [identity] = await ask(ports, 'identity.list', {});
    const made = await ask(ports, 'report.make', {
      registrationNo: NO,
      kind: 'compliance',
      locale: 'zh-CN',
      asOf: TODAY,
      period: { from: '2026-01-01', to: TODAY },
      identityId: identity!.identityId,
      passphrase: PASSPHRASE,
    });
    return { number: made.number, bytes: (await ask(ports, 'report.read', { reportId: made.reportId })).bytes };
  };
  const verify = (ports: Ports, bytes: Uint8Array) =>
    ask(ports, 'verify.file', { name: 'a.pdf', bytes: new Uint8Array(bytes) });
  const codesOf = ({ remarks }: Awaited<ReturnType<typeof verify>>): string[] => remarks.map(({ code }) => code);
  const close = async (): Promise<void> => {
    for (const ports of open) await ports.close();
    open = [];
  };

  beforeAll(async () => {
    const ports = await opened(at('firm'));
    await ask(ports, 'settings.write', { author: '孙丽华', organisation: '恒升电梯', shortName: '恒升' });
    await ask(ports, 'elevator.register', { elevator: { registrationNo: NO, kind: '3110', regime: 'standard' } });
    await ask(ports, 'identity.create', { organisation: '恒升电梯', kind: 'self-signed', passphrase: PASSPHRASE });
    for (const [place, date] of ['2026-11-01', '2026-11-10', '2026-11-20'].entries()) {
      await ask(ports, 'visit.log', visit(date));
      const { number, bytes } = await report(ports);
      papers = [...papers, bytes];
      numbers = [...numbers, number];
      if (place === 0) cpSync(at('firm'), at('older'), { recursive: true });
    }
    await close();
    for (const copy of ['firm', 'older']) rmSync(at(copy, 'journal', 'lock'), { force: true });
  });
  beforeEach(() => {
    profile = at(`round-${round++}`);
  });
  afterEach(close);
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  /** Every entry of the ledger but its first few, and every head beside them. */
  const cutBack = (...also: string[]): void => {
    cpSync(at('firm'), profile, { recursive: true });
    cpSync(at('older', 'journal', 'journal.ndjson'), join(profile, 'journal', 'journal.ndjson'));
    for (const name of ['journal/head.json', 'heads', ...also]) rmSync(join(profile, name), { recursive: true });
  };
  const setBack = (): void => cpSync(at('older'), profile, { recursive: true });

  it('the whole folder set back to an older copy is found by a paper made since, and gives no number twice', async () => {
    setBack();
    const ports = await opened(profile);
    expect((await ask(ports, 'journal.met', {})).condition).toEqual({ state: 'whole' });
    expect(codesOf(await verify(ports, papers[0]!))).toEqual([]);
    expect(codesOf(await verify(ports, papers[2]!))).toEqual(['own-journal-differs']);
    expect(ports.journal.condition).toMatchObject({
      state: 'contradicted',
      known: { from: 'verified', where: numbers[2] },
      has: null,
    });
    await expect(ask(ports, 'visit.log', visit('2026-11-21'))).rejects.toThrow('read-only');
    await close();
    const again = await opened(profile);
    expect(again.journal.condition.state).toBe('contradicted');
    await ask(again, 'journal.resume', { reason: '旧副本，已找不回' });
    await ask(again, 'visit.log', visit('2026-11-21'));
    const next = await report(again);
    expect(next.number).not.toContain(again.journal.head.feed.slice(0, 8).toUpperCase());
    expect(numbers).not.toContain(next.number);
    expect(codesOf(await verify(again, papers[2]!))).toEqual([]);
  });

  it('a copy that goes on beside the ledger is found by its first paper, with both hashes', async () => {
    setBack();
    const copy = await opened(profile);
    await ask(copy, 'visit.log', visit('2026-11-22'));
    const { bytes, number } = await report(copy);
    await close();
    expect(numbers).toContain(number);
    const own = `${profile}-own`;
    cpSync(at('firm'), own, { recursive: true });
    const ports = await opened(own);
    expect(codesOf(await verify(ports, bytes))).toContain('own-journal-differs');
    const { condition } = ports.journal;
    expect(condition.state === 'contradicted' && condition.has !== null && condition.has !== condition.known.hash).toBe(
      true,
    );
  });

  it('cut back, with every head beside it gone, is found by the papers that were signed here', async () => {
    cutBack();
    const ports = await opened(profile);
    expect(ports.journal.condition).toEqual({ state: 'whole' });
    expect((await ask(ports, 'journal.met', {})).condition).toMatchObject({
      state: 'contradicted',
      known: { from: 'paper', where: numbers[2] },
    });
    await close();
    for (const name of readdirSync(join(profile, 'reports'))) rmSync(join(profile, 'reports', name));
    expect((await opened(profile)).journal.condition.state).toBe('contradicted');
  });

  it('deleted with its key and every head is found by them too', async () => {
    cpSync(at('firm'), profile, { recursive: true });
    for (const name of ['journal', 'heads']) rmSync(join(profile, name), { recursive: true });
    const ports = await opened(profile);
    expect((await ask(ports, 'journal.met', {})).condition).toMatchObject({ state: 'contradicted', has: null });
    await expect(ask(ports, 'visit.log', visit('2026-11-21'))).rejects.toThrow();
  });

  it('papers are read once, and again when they are others', async () => {
    cpSync(at('firm'), profile, { recursive: true });
    const ports = await opened(profile);
    await ask(ports, 'journal.met', {});
    const folder = join(profile, 'reports');
    expect(ports.journal.heads.filesRead).toHaveLength(3);
    expect(await readPapers(folder, ports.journal.heads.filesRead)).toEqual([]);
    const [first] = readdirSync(folder);
    writeFileSync(join(folder, first!), 'another');
    expect(await readPapers(folder, ports.journal.heads.filesRead)).toMatchObject([{ name: first, stated: null }]);
    await ask(ports, 'journal.met', {});
    expect((await readPapers(folder, ports.journal.heads.filesRead)).length).toBe(0);
    await close();
    expect((await opened(profile)).journal.condition).toEqual({ state: 'whole' });
  });

  it('cut back is found by a backup made since, and by a paper that came back with a receipt', async () => {
    const into = at('backups');
    mkdirSync(into, { recursive: true });
    await createBackup({ profile: at('firm'), into, madeAt: `${TODAY}T12:00:00+08:00`, program: 'test' });
    cutBack('reports');
    const ports = await opened(profile);
    await ask(ports, 'journal.met', {});
    expect(ports.journal.condition).toEqual({ state: 'whole' });
    await ask(ports, 'backup.choose', { folder: into });
    expect((await ask(ports, 'journal.met', {})).condition).toMatchObject({
      state: 'contradicted',
      known: { from: 'backup' },
    });
    await close();

    const unit = await opened(`${profile}-unit`);
    await ask(unit, 'settings.write', { author: '周敏', organisation: '绿源物业', shortName: '绿源' });
    await ask(unit, 'identity.create', { organisation: '绿源物业', kind: 'self-signed', passphrase: PASSPHRASE });
    const [identity] = await ask(unit, 'identity.list', {});
    const signed = await ask(unit, 'countersign.make', {
      name: 'a.pdf',
      bytes: new Uint8Array(papers[2]!),
      role: 'receipt',
      locale: 'zh-CN',
      identityId: identity!.identityId,
      passphrase: PASSPHRASE,
    });
    const { bytes } = await ask(unit, 'report.read', { reportId: signed.fileSha256 });
    expect(unit.journal.condition).toEqual({ state: 'whole' });
    const back = `${profile}-back`;
    cpSync(at('older'), back, { recursive: true });
    const set = await opened(back);
    expect(codesOf(await verify(set, bytes))).toContain('own-journal-differs');
    expect(set.journal.condition).toMatchObject({ known: { from: 'receipt', where: numbers[2] } });
  });

  it('what is not signed as it should be, or speaks of another ledger, raises no alarm', async () => {
    setBack();
    const ports = await opened(profile);
    const { feed, seq } = ports.journal.head;
    const [mine] = await ask(ports, 'identity.list', {});
    const stranger = 'a'.repeat(64);
    const number = `恒升〔2026〕合字第${feed.slice(0, 8).toUpperCase()}-99999999号`;
    const says = (head: object, signature: string | null = null) => ({
      number,
      head: { feed, seq: 3, hash: 'f'.repeat(64), ...head },
      signature,
    });
    const forged = papers[2]!.slice();
    forged[forged.length - 400]! ^= 1;
    expect((await verify(ports, forged)).verdict).toBe('tampered');
    const { head } = ports.journal;
    const { signedHead } = ports.journal.heads;
    for (const [stated, issuer] of [
      [says({}), stranger],
      [says({}, '0'.repeat(128)), stranger],
      [says({}, signedHead), stranger],
      [says({ feed: 'b'.repeat(64), seq }), mine!.fingerprint],
      [says(head, signedHead), stranger],
    ] as const)
      expect(await meetPaper(ports, { stated, issuer, from: 'verified' })).toBeNull();
    expect(ports.journal.condition).toEqual({ state: 'whole' });
    expect(ports.journal.heads.papersKnown).toBe(1);

    const other = await opened(`${profile}-other`);
    expect(codesOf(await verify(other, papers[2]!))).toEqual([]);
    expect(other.journal.condition).toEqual({ state: 'whole' });
    expect(await meetPaper(ports, { stated: says({}), issuer: mine!.fingerprint, from: 'verified' })).toMatchObject({
      has: ports.journal.hashOf(3),
    });
  });

  it('a line of a head that a power cut left unended takes no other with it', async () => {
    cpSync(at('firm'), profile, { recursive: true });
    const file = join(profile, 'heads', 'heads.ndjson');
    writeFileSync(file, readFileSync(file).subarray(0, -40));
    const ports = await opened(profile);
    const known = { feed: ports.journal.head.feed, seq: 3, hash: ports.journal.hashOf(3)! };
    await ports.journal.heads.meet({ ...known, from: 'backup', where: 'a' });
    await close();
    expect((await opened(profile)).journal.heads.all).toContainEqual({ ...known, from: 'backup', where: 'a' });
  });
});
