import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';
import { runOk } from '../../support/pdf/outside-tools';
import { textOf } from '../../support/pdf/rendered';

const [Z1, Z2, Z3] = ['梯11浙Z00001(24)', '梯11浙Z00002(24)', '梯11浙Z00003(24)'];
const given = (name: string): string => join(import.meta.dirname, '..', '..', 'fixtures', 'truth', 'doubts', name);
const folder = mkdtempSync(join(tmpdir(), 'report-doubts-'));
const at = (...names: string[]): string => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  writeFileSync(at('passphrase'), '梯审 2026 passphrase\n');
  const pass = ['--passphrase-file', at('passphrase')];
  await answer(['identity', 'create', '--name', '样例维保公司', '--out', at('id.p12'), ...pass]);
  for (const locale of ['zh-CN', 'en']) {
    const tables = [
      '--register',
      given('elevators.csv'),
      '--visits',
      given('visits.csv'),
      '--sites',
      given('sites.csv'),
    ];
    const { code, err } = await answer([
      ...['report', ...tables, '--as-of', '2024-04-18', '--elevator', 'all', '--kind', 'compliance'],
      ...['--locale', locale, '--identity', at('id.p12'), ...pass, '--out', at(locale)],
    ]);
    if (code !== 0) throw new Error(err);
  }
});

const paper = (no: string, locale = 'zh-CN'): string => at(locale, `${no}_compliance_2024-04-18.pdf`);
const said = (no: string, locale?: string): string => textOf(paper(no, locale));

describe('the reports of three elevators at which the same two people were at once', () => {
  it('tell the ways that nobody travels, with the records of both elevators, the figure, and what else it may be', () => {
    for (const no of [Z1, Z2]) {
      const text = said(no);
      expect(text).toContain('路上时间不够（要问）');
      expect(text).toContain('2024-01-1009:30离开甲路1号A单位');
      expect(text).toContain('09:31在乙路88号B单位');
      expect(text).toContain('相隔1分钟，路上要25分钟');
      expect(text).toContain('在门口就按了开始');
      expect(text).toContain('待答复');
    }
    expect(said(Z2)).toContain('维保时间过短（要问）');
    expect(said(Z1)).not.toContain('维保时间过短（要问）');
  });

  it('tell nothing of the elevator beside it at the same address but what is missing', () => {
    const text = said(Z3);
    expect(text).not.toContain('路上时间不够（');
    expect(text).toContain('使用单位未确认（供参考）');
    expect(text).toContain('提出7处疑点');
  });

  it('say what was searched, what could not be asked, and that nobody is accused', () => {
    const text = said(Z1);
    expect(text).toContain('就期内7次维保问了');
    expect(text).toContain('查了所给表格中其余2台电梯的记录');
    expect(text).toContain('不认定任何人有错');
    expect(text).toContain('困人期间有维保（缺故障与困人记录）');
    expect(text).toContain('单位人手不足以完成');
    const english = said(Z1, 'en');
    expect(english).toContain('Toolittletimeontheway(tobeasked)');
    expect(english).toContain('theother2elevatorsinthegiventables');
  });

  it('change no verdict, and verify with their doubts computed again', async () => {
    const files = ['zh-CN', 'en'].flatMap((locale) => [Z1, Z2, Z3].map((no) => paper(no, locale)));
    const { code, out } = await answer(['verify', ...files, '--trust', at('id.pem'), '--format', 'json']);
    expect(code).toBe(0);
    const told = [7, 14, 7];
    expect((JSON.parse(out) as { evidence: object }[]).map(({ evidence }) => evidence)).toEqual(
      [...told, ...told].map((doubts) => ({
        ...{ present: true, verdictReproduced: true, pagesMatch: true },
        doubts: { state: 'same', told: doubts },
      })),
    );
    const { out: plain } = await answer(['verify', files[0]!, '--trust', at('id.pem')], { locale: 'zh-CN' });
    expect(plain).toContain('报告列出7处疑点，与由附带证据重算的一致');
  });

  it('are files in order, and the same for the same records', () => {
    runOk('qpdf', ['--check', paper(Z1)]);
    expect(runOk('pdfsig', ['-nocert', paper(Z1)])).toContain('Signature is Valid');
    expect(readFileSync(paper(Z1)).length).toBeGreaterThan(0);
  });
});
