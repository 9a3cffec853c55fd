import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';
import { pdfsig, runOk, trustingNssDatabase } from '../../support/pdf/outside-tools';

interface Verified {
  readonly verdict: string;
  readonly signatures: readonly Record<string, unknown>[];
}

describe('the countersign command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cli-countersign-'));
  const at = (...names: string[]): string => join(folder, ...names);
  let paper: string;
  const sign = (file: string, out: string, ...rest: string[]) =>
    answer(
      [
        ...['countersign', file, '--role', 'receipt', '--identity', at('unit.p12')],
        ...['--passphrase-file', at('passphrase'), '--out', at(out), ...rest],
      ],
      { now: '2026-11-24T08:00:00Z' },
    );
  const verified = async (file: string): Promise<Verified> => {
    const { out } = await answer(['verify', file, '--trust', at('firm.pem'), '--format', 'json']);
    return (JSON.parse(out) as Verified[])[0]!;
  };

  beforeAll(async () => {
    writeFileSync(at('passphrase'), 'the passphrase 7\n');
    writeFileSync(at('wrong'), 'another passphrase\n');
    for (const [name, file] of [
      ['恒升电梯工程有限公司', 'firm.p12'],
      ['绿源物业', 'unit.p12'],
    ] as const)
      await answer(['identity', 'create', '--name', name, '--out', at(file), '--passphrase-file', at('passphrase')]);
    await answer(['sample', '--elevators', '1', '--years', '1', '--seed', '3', '--out', folder]);
    const made = await answer([
      ...['report', '--register', at('elevators.csv'), '--visits', at('visits.csv'), '--as-of', '2026-11-23'],
      ...['--elevator', 'all', '--kind', 'compliance', '--locale', 'zh-CN', '--identity', at('firm.p12')],
      ...['--passphrase-file', at('passphrase'), '--out', at('reports')],
    ]);
    expect(made.err).toMatch(/1\/1/);
    paper = at('reports', readdirSync(at('reports'))[0]!);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('writes a new file that is valid, with who signed for what', async () => {
    const before = readFileSync(paper);
    const { code, out, err } = await sign(paper, '签收.pdf', '--remark', '已收到');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/签收\.pdf\nsha256:[0-9a-f]{64}\n$/);
    expect(readFileSync(paper).equals(before)).toBe(true);
    const result = await verified(at('签收.pdf'));
    expect(result.verdict).toBe('valid');
    expect(result.signatures).toMatchObject([
      { role: 'issuer', verdict: 'valid', coversTo: before.length, changesBefore: [] },
      {
        role: 'receipt',
        signer: '绿源物业',
        remark: '已收到',
        claimedTime: '2026-11-24T08:00:00Z',
        verdict: 'untrusted',
        changesBefore: ['signature-field'],
      },
    ]);
    const text = await answer(['verify', at('签收.pdf'), '--trust', at('firm.pem'), '--locale', 'zh-CN']);
    expect(text.out).toContain('2 签收，绿源物业，2026-11-24T08:00:00Z，已收到，未信任，其前增加：签名');
  });

  it('the real paper and its receipt are sound before outside judges', () => {
    const told = pdfsig(at('签收.pdf'), trustingNssDatabase(at('nss'), readFileSync(at('firm.pem'), 'utf8')));
    expect(told.match(/Signature is Valid/g)).toHaveLength(2);
    expect(runOk('qpdf', ['--check', at('签收.pdf')])).toContain('No syntax or stream encoding errors found');
  });

  it.each([
    ['a file that is there', () => sign(paper, '签收.pdf'), 'exists already'],
    ['a wrong passphrase', () => sign(paper, 'x.pdf', '--passphrase-file', at('wrong')), 'passphrase is wrong'],
    ['a file that is no paper', () => sign(at('visits.csv'), 'x.pdf'), 'no paper made by this program'],
    ['a file that is not there', () => sign(at('none.pdf'), 'x.pdf'), 'there is no such file'],
    ['a role that nobody has', () => sign(paper, 'x.pdf', '--role', 'issuer'), '--role'],
    ['a remark of two lines', () => sign(paper, 'x.pdf', '--remark', 'a\nb'), '--remark'],
    ['two files', () => answer(['countersign', paper, paper]), 'FILE.pdf'],
  ])('%s is refused in words, and nothing is written', async (_name, ask, words) => {
    const { code, err } = await ask();
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(existsSync(at('x.pdf'))).toBe(false);
  });

  it('a changed paper is refused', async () => {
    const changed = readFileSync(paper);
    changed[500]! ^= 1;
    writeFileSync(at('changed.pdf'), changed);
    const { code, err } = await sign(at('changed.pdf'), 'x.pdf', '--locale', 'zh-CN');
    expect([code, err.includes('签名之后被改动过')]).toEqual([2, true]);
  });
});
