import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InspectionPackEvidence } from '../../../domain/report/inspection-pack/pack-evidence';
import { sha256Hex } from '../../../electron/fs/sha256';
import { answer } from '../../support/command-line';
import { preflight, run, runOk } from '../../support/pdf/outside-tools';
import { textOf } from '../../support/pdf/rendered';
import { cmsOf, rangesOf } from '../../support/pdf/signature-parts';

const [A, B, OTHER] = ['梯11浙A12056(04)', '梯11浙A12057(04)', '梯11浙A12099(04)'];
const folder = mkdtempSync(join(tmpdir(), 'inspection-pack-'));
const at = (...names: string[]): string => join(folder, ...names);
const pass = ['--passphrase-file', at('passphrase')];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = (out: string, more: readonly string[]) =>
  answer([
    ...['report', '--register', at('elevators.csv'), '--visits', at('visits.csv'), '--as-of', '2026-11-23'],
    ...['--inspections', at('inspections.csv'), '--identity', at('id.p12'), ...pass, '--out', at(out)],
    ...['--kind', 'inspection-pack', ...more],
  ]);
const only = (out: string): string => at(out, readdirSync(at(out))[0]!); // each run wrote one

beforeAll(async () => {
  writeFileSync(at('passphrase'), '梯审 2026 passphrase\n');
  writeFileSync(
    at('elevators.csv'),
    `registration_no,kind,address,internal_no,in_service_on\n${A},3110,翠柏路18号翠柏苑,1幢A梯,2026-01-01\n${B},3110,翠柏路18号翠柏苑,1幢B梯,2026-01-01\n${OTHER},3110,南苑街7号翠屏里,1幢A梯,2026-01-01\n`,
  );
  writeFileSync(
    at('visits.csv'),
    [
      'registration_no,date,task,start,end,technicians,confirmed_by',
      ...['2026-10-01', '2026-10-15', '2026-10-29', '2026-11-06'].map(
        (on) => `${A},${on},year,09:00,09:40,张建国;李明,孙丽华`,
      ),
      `${A},2026-11-18,quarter,09:00,09:40,张建国;李明,`,
      `${B},2026-10-04,half-month,10:00,10:40,张建国,孙丽华`,
      `${OTHER},2026-11-18,half-month,10:00,10:40,张建国,孙丽华`,
      '',
    ].join('\n'),
  );
  writeFileSync(
    at('inspections.csv'),
    `registration_no,date,kind,result,report_no\n${A},2026-03-01,periodic,pass,JY-17\n`,
  );
  await answer(['identity', 'create', '--name', '样例维保公司', '--out', at('id.p12'), ...pass]);
  expect(await report('zh', ['--site', '翠柏苑', '--locale', 'zh-CN'])).toMatchObject({ code: 0 });
  expect(await report('en', ['--site', '翠柏苑', '--locale', 'en', '--visit-records', 'all'])).toMatchObject({
    code: 0,
  });
});

const evidenceOf = (file: string): InspectionPackEvidence => {
  const out = at('evidence.json');
  const count = runOk('pdfdetach', ['-list', file]).trim().split('\n').length - 1;
  runOk('pdfdetach', ['-save', String(count), '-o', out, file]);
  return JSON.parse(readFileSync(out, 'utf8')) as InspectionPackEvidence;
};

describe('report --kind inspection-pack', () => {
  it('writes one file with the report and the last four records of each elevator of the site, and of no other', () => {
    expect(readdirSync(at('zh'))).toEqual(['翠柏苑_inspection-pack_2026-11-23.pdf']);
    const { papers } = evidenceOf(only('zh'));
    expect(papers.map(({ kind, registrationNo, recordOn }) => [kind, registrationNo, recordOn])).toEqual([
      ['compliance', A, undefined],
      ...['2026-10-15', '2026-10-29', '2026-11-06', '2026-11-18'].map((on) => ['visit-record', A, on]),
      ['compliance', B, undefined],
      ['visit-record', B, '2026-10-04'],
    ]);
    expect(new Set(papers.map(({ number }) => number)).size).toBe(papers.length);
  });

  it.each(['zh', 'en'])('embeds every paper as its original under the digest and pages of the contents (%s)', (out) => {
    const file = only(out);
    const { papers } = evidenceOf(file);
    const shown = textOf(file).replaceAll(/\s/g, '');
    for (const [index, { sha256, pages, bytes, fileName }] of papers.entries()) {
      const saved = at('one.pdf');
      expect(runOk('pdfdetach', ['-list', file])).toContain(`${index + 1}: ${fileName}`);
      runOk('pdfdetach', ['-save', String(index + 1), '-o', saved, file]);
      const original = readFileSync(saved);
      expect([original.length, sha256Hex(original)]).toEqual([bytes, sha256]);
      expect(runOk('pdfinfo', [saved])).toMatch(new RegExp(`^Pages: +${pages}$`, 'm'));
      expect(runOk('pdfsig', ['-nocert', saved])).toContain('Signature is Valid');
      expect(shown).toContain(sha256);
    }
  });

  it.each(['zh', 'en'])('is sound by the judgement of others (%s)', (out) => {
    const file = only(out);
    const bytes = readFileSync(file);
    expect(runOk('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
    expect(runOk('pdfinfo', [file])).toMatch(/^Tagged: +yes$/m);
    expect(preflight(file)).toEqual([]);
    expect(runOk('pdfsig', ['-nocert', file])).toContain('Total document signed');
    writeFileSync(at('cms.der'), cmsOf(bytes));
    writeFileSync(at('content.bin'), rangesOf(bytes));
    const files = ['-in', at('cms.der'), '-content', at('content.bin'), '-CAfile', at('id.pem'), '-out', at('out')];
    expect(run('openssl', ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', ...files]).stderr).toContain(
      'CAdES Verification successful',
    );
  });

  it('says what is missing with its clause, and calls nothing complete that is', () => {
    const shown = textOf(only('zh')).replaceAll(/\s/g, '');
    expect(shown).toContain(
      '半月维护保养211幢A梯期内曾超期1次，计258个在用日，已恢复；1幢B梯超期35日（最迟日2026-10-19）监察条例第31条第2款法定',
    );
    expect(shown).toContain('安全管理人员确认（期内到场）651幢A梯1次未见确认');
    expect(shown).toContain('维保记录单（期内到场各一份）65其余1份未附');
    expect(shown).not.toContain('记录中未见所缺');
  });

  it('verifies as a whole and paper by paper', async () => {
    const { code, out } = await answer(['verify', only('zh'), '--trust', at('id.pem'), '--format', 'json']);
    const [found] = JSON.parse(out) as { verdict: string; reasons: unknown[]; papers: { verdict: string }[] }[];
    expect(code).toBe(0);
    expect(found).toMatchObject({ verdict: 'valid', reasons: [] });
    expect(found!.papers.map(({ verdict }) => verdict)).toEqual(evidenceOf(only('zh')).papers.map(() => 'valid'));
    const text = await answer(['verify', only('en'), '--trust', at('id.pem'), '--locale', 'en']);
    expect(text.out).toContain('each checked as its own: 8 of 8 valid');
    const stranger = await answer(['verify', only('zh')]);
    expect(stranger).toMatchObject({ code: 1 });
  });

  it('refuses a site that no address names', async () => {
    expect(await report('none', ['--site', '翠柏'])).toMatchObject({ code: 2, out: '' });
  });
});
