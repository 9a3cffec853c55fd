import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';
import { runOk } from '../../support/pdf/outside-tools';

interface Verified {
  file: string;
  verdict: string;
  reasons: { code: string; sentence: string }[];
  signature: Record<string, unknown> | null;
  evidence: Record<string, unknown>;
}

const folder = mkdtempSync(join(tmpdir(), 'cli-report-'));
const at = (...names: string[]) => join(folder, ...names);
const PASSPHRASE = '维保 2026 passphrase';
const tables = ['--register', at('elevators.csv'), '--visits', at('visits.csv'), '--outages', at('outages.csv')];
const signing = ['--identity', at('id.p12'), '--passphrase-file', at('passphrase')];
const report = (elevator: string, out: string, ...rest: string[]) =>
  answer([
    ...['report', ...tables, '--as-of', '2026-11-23', '--elevator', elevator, '--kind', 'compliance'],
    ...['--locale', 'zh-CN', ...signing, '--out', at(out), ...rest],
  ]);
const verify = async (...words: string[]) => {
  const { code, out, err } = await answer(['verify', ...words, '--format', 'json']);
  return { code, err, files: out === '' ? [] : (JSON.parse(out) as Verified[]) };
};

beforeAll(async () => {
  await answer(['sample', '--elevators', '4', '--years', '1', '--seed', '3', '--out', folder]);
  writeFileSync(at('passphrase'), `${PASSPHRASE}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the identity command', () => {
  const create = (...rest: string[]) =>
    answer(['identity', 'create', '--name', '恒升电梯工程有限公司', '--passphrase-file', at('passphrase'), ...rest]);

  it('writes the identity for its owner alone and the certificate to hand out', async () => {
    const { code, out } = await create('--out', at('id.p12'));
    expect(code).toBe(0);
    expect(out).toMatch(/sha256:[0-9a-f]{64}\n$/);
    expect(readFileSync(at('id.pem'), 'utf8')).toMatch(/^-----BEGIN CERTIFICATE-----/);
    expect(statSync(at('id.p12')).mode & 0o077).toBe(0);
  });

  it('never overwrites a key', async () => {
    const before = readFileSync(at('id.p12'));
    const { code, err } = await create('--out', at('id.p12'));
    expect(code).toBe(2);
    expect(err).toContain('exists already and was not overwritten');
    expect(readFileSync(at('id.p12'))).toEqual(before);
  });

  it('takes the passphrase from a file only, and not an empty one', async () => {
    writeFileSync(at('empty'), '\n');
    const { code, err } = await create('--out', at('x.p12'), '--passphrase-file', at('empty'));
    expect(code).toBe(2);
    expect(err).toContain('is empty');
    expect((await create('--out', at('x.p12'), '--passphrase', 'secret')).code).toBe(2);
    expect(existsSync(at('x.p12'))).toBe(false);
  });

  it('knows no other word than create', async () => {
    expect((await answer(['identity', 'destroy'])).code).toBe(2);
    expect((await answer(['identity'])).code).toBe(2);
  });
});

describe('the report command', () => {
  it('writes a report that verifies as valid against the certificate handed out', async () => {
    const { code, out } = await report('all', 'reports');
    expect(code).toBe(0);
    const paths = out.trim().split('\n');
    expect(paths).toHaveLength(4);
    expect(basename(paths[0]!)).toMatch(/^梯\d\d浙A10001\(\d\d\)_compliance_2026-11-23\.pdf$/);
    const { code: verified, files } = await verify(...paths, '--trust', at('id.pem'));
    expect(verified).toBe(0);
    expect(files).toHaveLength(4);
    expect(Object.keys(files[0]!)).toEqual(['file', 'verdict', 'reasons', 'signature', 'signatures', 'evidence']);
    expect(files[0]).toMatchObject({
      file: basename(paths[0]!),
      verdict: 'valid',
      reasons: [],
      signature: {
        subFilter: 'ETSI.CAdES.detached',
        signer: '恒升电梯工程有限公司',
        coversWholeFile: true,
        intact: true,
        trusted: true,
      },
      evidence: { present: true, verdictReproduced: true, pagesMatch: true },
    });
  });

  it('leaves nothing but whole reports in the folder', () => {
    expect(readdirSync(at('reports')).every((name) => name.endsWith('.pdf'))).toBe(true);
  });

  it('writes the report of one elevator in English', async () => {
    const [first] = readdirSync(at('reports'));
    const { code, out } = await report(first!.split('_')[0]!, 'single', '--locale', 'en');
    expect(code).toBe(0);
    expect(out.trim()).toBe(at('single', first!));
  });

  it.each(['zh-CN', 'en'])('writes the old-elevator report from a ledger and its call-outs in %s', async (locale) => {
    const ledger = ['--hazards', at('hazards.csv'), '--callouts', at('callouts.csv')];
    const { code, out, err } = await report(
      'all',
      `old-${locale}`,
      ...ledger,
      '--kind',
      'old-elevator',
      '--locale',
      locale,
    );
    expect(err).not.toContain('undefined');
    expect(code).toBe(0);
    const paths = out.trim().split('\n');
    expect(paths).toHaveLength(4);
    expect(basename(paths[0]!)).toContain('_old-elevator_2026-11-23.pdf');
    const { code: verified, files } = await verify(...paths, '--trust', at('id.pem'));
    expect(verified).toBe(0);
    for (const file of files)
      expect(file).toMatchObject({ verdict: 'valid', evidence: { verdictReproduced: true, pagesMatch: true } });
    const numbers = readFileSync(at('hazards.csv'), 'utf8').split('\n').slice(1);
    const withHazards = paths.filter((path) => numbers.some((line) => line.includes(basename(path).split('_')[0]!)));
    expect(withHazards.length).toBeGreaterThan(0);
    for (const path of withHazards) expect(runOk('pdftotext', [path, '-'])).toContain('YH-01');
  });

  it.each([
    ['an elevator that is not in the register', ['--elevator', '梯11浙A99999(99)'], 'There is no elevator'],
    ['a kind that does not exist', ['--kind', 'poem'], 'old-elevator'],
    [
      'an old-elevator report under a pack without hazards',
      ['--kind', 'old-elevator', '--pack', 'de'],
      'says nothing of hazards',
    ],
    ['a period that ends after the as-of day', ['--to', '2026-11-24'], 'nor after the as-of day'],
    ['an identity that is not one', ['--identity', 'package.json'], 'not a .p12 that can be read'],
  ])('refuses %s and writes nothing', async (_, options, sentence) => {
    const { code, out, err } = await report('all', 'refused', '--locale', 'en', ...options);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(existsSync(at('refused'))).toBe(false);
  });

  it('says that a passphrase is wrong without repeating it', async () => {
    writeFileSync(at('wrong'), 'not the passphrase');
    const { code, err } = await report('all', 'refused', '--passphrase-file', at('wrong'));
    expect(code).toBe(2);
    expect(err).toContain('口令不对');
    expect(err).not.toContain('not the passphrase');
    expect(existsSync(at('refused'))).toBe(false);
  });

  it('signs with the good rows, names the bad ones and exits with 2 unless they may be skipped', async () => {
    const bad = readFileSync(at('visits.csv'), 'utf8').split('\n').slice(0, 40);
    writeFileSync(
      at('bad-visits.csv'),
      `${[...bad, bad[1]!.replace(/,2\d{3}-\d\d-\d\d,/, ',2026-02-30,')].join('\n')}\n`,
    );
    const [first] = readdirSync(at('reports'));
    const number = first!.split('_')[0]!;
    const once = await report(number, 'bad', '--visits', at('bad-visits.csv'));
    expect(once.code).toBe(2);
    expect(once.err).toContain('2026-02-30');
    expect(readdirSync(at('bad'))).toHaveLength(1);
    expect((await report(number, 'bad', '--visits', at('bad-visits.csv'), '--skip-bad-rows')).code).toBe(0);
  });
});

describe('the verify command', () => {
  const whole = () => at('reports', readdirSync(at('reports'))[0]!);

  it('calls an intact report of an unknown signer untrusted, with a code and a sentence', async () => {
    const { code, files } = await verify(whole());
    expect(code).toBe(1);
    expect(files[0]).toMatchObject({ verdict: 'untrusted', reasons: [{ code: 'not-in-trust-list' }] });
    expect(files[0]?.reasons[0]?.sentence).toMatch(/\.$/);
  });

  it('calls a report with one changed byte tampered', async () => {
    const bytes = readFileSync(whole());
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(at('changed.pdf'), bytes);
    const { code, files } = await verify(at('changed.pdf'), '--trust', at('id.pem'));
    expect(code).toBe(1);
    expect(files[0]?.verdict).not.toBe('valid');
  });

  it('calls a file with something appended tampered', async () => {
    writeFileSync(at('longer.pdf'), Buffer.concat([readFileSync(whole()), Buffer.from('\n%%EOF\n')]));
    expect((await verify(at('longer.pdf'), '--trust', at('id.pem'))).files[0]?.verdict).toBe('tampered');
  });

  it('gives files that are no reports an honest verdict', async () => {
    writeFileSync(at('nothing.pdf'), '');
    const { code, files } = await verify(join('package.json'), at('nothing.pdf'), whole());
    expect(code).toBe(1);
    expect(files.map(({ verdict }) => verdict)).toEqual(['unreadable', 'unreadable', 'untrusted']);
    expect(files.every(({ reasons }) => reasons.length > 0)).toBe(true);
  });

  it('checks the other files when one is not there, and exits with 2', async () => {
    const { code, err, files } = await verify(at('nowhere.pdf'), whole(), '--trust', at('id.pem'));
    expect(code).toBe(2);
    expect(err).toContain('nowhere.pdf cannot be read');
    expect(files.map(({ verdict }) => verdict)).toEqual(['valid']);
  });

  it('refuses a trust file without a certificate', async () => {
    const { code, err } = await verify(whole(), '--trust', at('passphrase'));
    expect(code).toBe(2);
    expect(err).toContain('no usable certificate');
  });

  it('says the verdict in words, in both languages', async () => {
    const zh = await answer(['verify', whole(), '--trust', at('id.pem')], { locale: 'zh-CN' });
    expect(zh.out).toContain('：有效');
    expect(zh.out).toContain('由附带证据重算的结论与报告一致。');
    const en = await answer(['verify', whole(), '--locale', 'en']);
    expect(en.out).toContain(': untrusted');
    expect(en.out).toContain('not in the trust list');
  });

  it('asks for a file', async () => {
    expect((await answer(['verify'])).code).toBe(2);
  });
});
