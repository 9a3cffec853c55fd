import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/bridge/channels';
import type { ReplyOf } from '../../../domain/bridge/contract';
import type { Entry } from '../../../domain/record/entry';
import { sha256Hex } from '../../../electron/fs/sha256';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Ports } from '../../../electron/host/ports';
import { openedProfile } from '../../support/opened-profile';

const NO = '梯11浙A12056(04)';
const PASSPHRASE = 'long enough a phrase';
const NOW = '2026-11-23T10:00:00+08:00';

function profile(folder: string): Promise<Ports> {
  return openedProfile(folder, NOW);
}

async function lastEntry({ journal }: Ports): Promise<Entry> {
  return (await journal.entries.read([journal.head.seq]))[0]!;
}

async function ask<C extends Channel>(ports: Ports, channel: C, request: unknown): Promise<ReplyOf<C>> {
  const context = { signal: new AbortController().signal, progress: () => undefined };
  const answer = await dispatch(createHandlers(ports), channel, request, context, () => undefined);
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
  return answer.value as ReplyOf<C>;
}

describe('a paper received by the house that it was made for', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'receiving-'));
  let firm: Ports;
  let manager: Ports;
  let paper: Uint8Array;
  let firmPem: string;
  let identityId: string;
  const receive = (more: object = {}) =>
    ask(manager, 'countersign.make', {
      name: '翠柏苑_合规审计.pdf',
      bytes: new Uint8Array(paper),
      role: 'receipt',
      remark: '一式两份，已核对',
      locale: 'zh-CN',
      identityId,
      passphrase: PASSPHRASE,
      ...more,
    });

  beforeAll(async () => {
    firm = await profile(join(scratch, 'firm'));
    manager = await profile(join(scratch, 'manager'));
    await ask(firm, 'elevator.register', { elevator: { registrationNo: NO, kind: '3110', regime: 'standard' } });
    await ask(firm, 'visit.log', {
      visit: { registrationNo: NO, date: '2026-11-20', task: 'half-month', technicians: ['张建国'] },
    });
    const own = await ask(firm, 'identity.create', {
      organisation: '恒升电梯',
      kind: 'own-ca',
      passphrase: PASSPHRASE,
    });
    firmPem = own.certificatePem;
    const made = await ask(firm, 'report.make', {
      registrationNo: NO,
      kind: 'compliance',
      locale: 'zh-CN',
      asOf: '2026-11-23',
      period: { from: '2026-01-01', to: '2026-11-23' },
      identityId: own.identityId,
      passphrase: PASSPHRASE,
    });
    paper = (await ask(firm, 'report.read', { reportId: made.reportId })).bytes;
    await ask(manager, 'settings.write', { author: '孙丽华', organisation: '绿源物业' });
    const theirs = await ask(manager, 'identity.create', {
      organisation: '绿源物业',
      kind: 'self-signed',
      passphrase: PASSPHRASE,
    });
    ({ identityId } = theirs);
    await ask(manager, 'trust.add', { pem: firmPem });
  });
  afterAll(async () => {
    await firm.close();
    await manager.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('stands in a new file that is valid, in the journal of who received it, and in the list', async () => {
    const made = await receive();
    const { bytes, fileName } = await ask(manager, 'report.read', { reportId: made.fileSha256 });
    expect(fileName).toBe('翠柏苑_合规审计_绿源物业.pdf');
    expect(sha256Hex(bytes)).toBe(made.fileSha256);
    const verified = await ask(manager, 'verify.file', { name: fileName, bytes: new Uint8Array(bytes) });
    expect(verified).toMatchObject({ verdict: 'valid', evidence: { pagesMatch: true }, remarks: [] });
    expect(verified.signatures).toMatchObject([
      { role: 'issuer', signer: '恒升电梯', verdict: 'valid' },
      { role: 'receipt', signer: '绿源物业', remark: '一式两份，已核对', changesBefore: ['signature-field'] },
    ]);
    expect(made).toMatchObject({
      number: verified.claims!.number,
      kind: 'compliance',
      registrationNo: NO,
      role: 'receipt',
      issuer: '恒升电梯',
      paperSha256: sha256Hex(paper),
      claimedAt: NOW,
      present: true,
    });
    expect(await lastEntry(manager)).toMatchObject({
      type: 'paper-countersigned',
      subject: '', // the elevator is not on record with the manager
      author: '孙丽华',
      body: { fileSha256: made.fileSha256, fingerprint: identityId },
    });
    expect(await manager.ledger.countersigned()).toHaveLength(1);
    expect(await ask(manager, 'countersign.list', {})).toEqual([made]);
  });

  it('names the elevator as its subject where it is on record', async () => {
    await ask(manager, 'elevator.register', { elevator: { registrationNo: NO, kind: '3110', regime: 'standard' } });
    await receive({ role: 'witness', remark: undefined });
    expect(await lastEntry(manager)).toMatchObject({
      type: 'paper-countersigned',
      subject: NO,
      body: { role: 'witness', remark: '' },
    });
  });

  it.each([
    ['another passphrase', { passphrase: 'another long phrase' }, 'wrong-passphrase'],
    ['an identity that is not there', { identityId: '0'.repeat(64) }, 'unknown-identity'],
    ['no paper of ours', { bytes: new Uint8Array(Buffer.from('%PDF-1.7\n')) }, 'countersign-not-ours'],
    ['a role that nobody has', { role: 'issuer' }, 'bad-request'],
    ['a remark without end', { remark: '收'.repeat(201) }, 'bad-request'],
  ])('%s is refused, and nothing is kept', async (_name, more, code) => {
    const files = () => readdirSync(manager.reportsDir).length;
    const [kept, seq] = [files(), manager.journal.head.seq];
    await expect(receive(more)).rejects.toThrow(code);
    expect([files(), manager.journal.head.seq]).toEqual([kept, seq]);
  });

  it('a paper changed after it was signed is refused', async () => {
    const changed = new Uint8Array(paper);
    changed[400]! ^= 1;
    await expect(receive({ bytes: changed })).rejects.toThrow('countersign-tampered');
  });
});
