import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hazardEvidence, type HazardWords } from '../../support/hazard-story';
import { preflight, runOk } from '../../support/pdf/outside-tools';
import { renderedFile, textOf } from '../../support/pdf/rendered';
import { ABANDONED } from '../../support/report-stories';

const folder = mkdtempSync(join(tmpdir(), 'old-elevator-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RISK = { severity: 1, probability: 'C' } as const;
const HAZARDS: readonly HazardWords[] = [
  {
    found: '2026-09-15 08:40',
    severe: 'severe-25-3',
    location: '2层层门',
    risk: RISK,
    scenario: '层门未可靠锁紧即运行；啮合不足；人员坠入井道',
    steps: [
      { act: 'stop-use', on: '2026-09-15', time: '09:40' },
      {
        act: 'notify',
        on: '2026-09-15',
        time: '11:05',
        to: '翠柏苑业主委员会',
        paper: '恒升改〔2026〕改字第4F1A92C7-0038号',
      },
      { act: 'report', on: '2026-09-15', time: '15:30', to: '拱墅区市场监督管理局' },
      { act: 'start', on: '2026-09-20', measure: '更换2层层门锁组件，逐层复测啮合长度' },
      { act: 'rectify', on: '2026-10-07', what: '更换门锁', by: ['王海'], evidence: { documents: ['收据1'] } },
      { act: 'recheck', on: '2026-10-08', result: 'pass', evidence: { documents: ['测量表1'] } },
      { act: 'close', on: '2026-10-08', residual: { severity: 1, probability: 'F' } },
    ],
  },
  {
    found: '2026-10-08',
    component: 'overspeed-governor',
    what: '使用满15年后未见每年校验记录',
    deadline: '2026-11-20',
    steps: [{ act: 'notify', on: '2026-10-09', to: '翠柏苑业主委员会' }],
  },
];
const MANY = Array.from({ length: 20 }, (_, index): HazardWords => ({
  found: '2026-10-08',
  what: `第${index + 1}项隐患，${'照度不足需更换灯具并复测'.repeat(6)}`,
  risk: RISK,
}));

describe.each([
  [
    'two hazards in Chinese',
    'zh-CN',
    HAZARDS,
    ['老旧电梯隐患治理报告', '隐患未全部消除', 'YH-02', '目次', '拱墅区市场监督管理局', '第25条第3项'],
  ],
  ['two hazards in English', 'en', HAZARDS, ['HazardReportonanOldElevator', 'hazardsremainopen', 'YH-02', 'Contents']],
  ['no hazard', 'zh-CN', [], ['未登记隐患', '无记录。']],
  ['twenty long ones', 'zh-CN', MANY, ['YH-20', '第20项隐患', '×20', '续表1']],
] as const)('the old-elevator report with %s', (name, locale, hazards, words) => {
  const evidence = hazardEvidence({ kind: 'old-elevator', locale, hazards, story: ABANDONED });
  let file = '';
  beforeAll(async () => {
    ({ file } = await renderedFile(process.env['KEEP_PAPERS'] ?? folder, `old-${name.replaceAll(' ', '-')}`, evidence));
  });

  it('prints what the records give', () => {
    const text = textOf(file);
    for (const word of words) expect(text).toContain(word);
  });

  it('is sound, and breaks no rule of PDF/A that the outside judge knows', () => {
    expect(runOk('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
    expect(preflight(file)).toEqual([]);
  });
});
