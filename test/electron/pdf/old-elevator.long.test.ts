import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../electron/fs/sha256';
import { photoFactsOf } from '../../../electron/pdf/photos/photo-facts';
import { hazardEvidence, type HazardWords } from '../../support/hazard-story';
import { oldElevatorStory } from '../../support/old-elevator-story';
import { preflight, runOk } from '../../support/pdf/outside-tools';
import { colourPng, greyJpeg } from '../../support/pdf/pictures';
import { objectsOf, pagesOf, renderedFile, textOf, wordsOutside } from '../../support/pdf/rendered';
import { shippedPack } from '../../support/shipped-packs';
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
  ['a severe hazard in use', 'en', [{ found: '2026-11-20', severe: 'severe-25-3' }], ['elevatorinuse']],
  ['no hazard', 'zh-CN', [], ['未登记隐患', '无记录。', '矩阵从略']],
  [
    'twenty long ones',
    'zh-CN',
    MANY,
    ['YH-20', '第20项隐患', '×20', '续表1隐患台账', '续表第', '按状态：待告知20项。', 'YH-01至YH-20告知使用单位'],
  ],
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

  it('ends with the lines to sign, the seal and the way to check on one page', () => {
    const last = pagesOf(file).at(-1);
    const closing =
      locale === 'en' ? ['Preparedby', 'Claimedtime', 'Howtocheck'] : ['编制', '声明时间', '如何自行核验'];
    for (const word of closing) expect(last).toContain(word);
  });

  it('has no note of a table alone at the head of a page', () => {
    const [, ...later] = pagesOf(file);
    for (const page of later)
      expect(page).not.toMatch(/^(?:“无资料”指|“法定”指|按状态：|优先级是|Nodata:|Inthetext:|Bystate:|Thepriority)/);
  });

  it('has no word outside its margins', () => {
    expect(wordsOutside(file)).toEqual([]);
  });

  it('is sound, and breaks no rule of PDF/A that the outside judge knows', () => {
    expect(runOk('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
    expect(preflight(file)).toEqual([]);
  });
});

describe('an old elevator with something of everything', () => {
  it.each([
    [
      'zh-CN',
      [
        '其余检验与检查',
        '现有记录不足以认定',
        '期内曾超期1次；启用后续计',
        '安全评估在期内—最近2026-10-08',
        '程序默认期限已过',
        '菱形：安全评估；三角：设计使用年限届满。',
        '2026-08-22定期检验合格DJ20260003杭州市特种设备检测研究院2026-08-31按期',
        '2022-08-11定期检验合格DJ20220003杭州市特种设备检测研究院2021-08-31超期345个在用日',
        '7个期限未见记录',
        '2024-03-123停层平层精度差5.2.2高平层误差25mm',
        '按状态：待告知1项、已告知1项、待复查1项、已销号1项。',
        '3CII3FIII',
        '设计使用年限20年，至2024-08-22，已超过',
        'DJ20260003',
        '2021-08-24定期检验不合格',
        '何以合规',
        '加装电梯与井道参数',
        '底坑深度（mm）900',
        '门系统210',
        '2026-09-1508:10补录，迟66天28',
        '表2隐患按级别',
        '表3评估发现与另行观察事项（不作判定）',
        '部件的判废条件',
        '2026-06-01至2026-06-30未见保险。',
        '困人，乘客就医检查',
        '恢复并完成半月维护保养',
        '住宅老旧电梯更新补助（2026年）',
      ],
    ],
    [
      'en',
      [
        'Otherinspections,tests',
        'Designlife20years,until2024-08-22:passed.',
        'Whatwouldhavebeenlawful',
        'Retrofitelevatorandwell',
        'Table2Hazardsbyclass',
        'therecordsdonotsuffice',
        'diamond:safetyassessment;triangle:endofthedesignlife.',
        'norecordof7deadlines',
        'Table3Findingsofassessments,observedandnotjudged',
        'Nocoveronrecordfrom2026-06-01to2026-06-30.',
        'resumeandcomplete:Half-monthmaintenance',
      ],
    ],
  ] as const)('prints it all in %s', async (locale, words) => {
    const { file } = await renderedFile(folder, `rich-${locale}`, hazardEvidence(oldElevatorStory(locale)));
    const text = textOf(file);
    for (const word of words) expect(text).toContain(word);
    expect(text).not.toMatch(/undefined|\[object/);
  });

  it('counts the deadlines missed alike in the sentence and in the table of matters', async () => {
    const { file } = await renderedFile(folder, 'missed-alike', hazardEvidence(oldElevatorStory('zh-CN')));
    const text = textOf(file);
    expect(text).toContain('已超期79个在用日，错过6次');
    expect(text).toContain('超79个在用日，错过6次');
    expect(text).toContain('超2214个在用日，错过7次');
  });

  it('asks for what a severe hazard owes right after what must be done at once, and says when the house set the day', async () => {
    const { file } = await renderedFile(folder, 'severe-first', hazardEvidence(oldElevatorStory('zh-CN')));
    const text = textOf(file);
    const left = text.slice(text.lastIndexOf('十七、遗留事项与建议'));
    expect(left).toMatch(
      /^十七、遗留事项与建议序应做事项理由责任期限依据与置信1YH-01复查门锁装置2层层门；程序默认期限已过/,
    );
    expect(left.indexOf('YH-01复查')).toBeLessThan(left.indexOf('完成限速器'));
    expect(left).toContain('YH-03整改控制柜；2026-10-31逾期');
  });

  it('names the clause about its age beside an assessment that was done', async () => {
    const story = { ...oldElevatorStory('zh-CN'), pack: shippedPack('cn-zj-hz') };
    const { file } = await renderedFile(folder, 'age-clause', hazardEvidence(story));
    expect(textOf(file)).toContain('安全评估在期内杭州条例第32条法定最近2026-10-08');
    const assessments = (story.assessments ?? []).map((one) => ({ ...one, nextBy: '2026-11-01' }));
    const due = await renderedFile(folder, 'next-by', hazardEvidence({ ...story, assessments }));
    expect(textOf(due.file)).toContain('安全评估超期—最近2026-10-08'); // no clause set that day
  });

  it('keeps the scenarios where nobody estimated a risk, without a matrix', async () => {
    const hazards = [{ found: '2026-10-08', scenario: '照明不足；灯具老化；乘客绊倒' }];
    const { file } = await renderedFile(folder, 'no-estimate', hazardEvidence({ kind: 'old-elevator', hazards }));
    expect(textOf(file)).toContain('照明不足；灯具老化；乘客绊倒');
    expect(textOf(file)).toContain('矩阵从略');
    expect(textOf(file)).not.toContain('F几乎不可能');
  });

  it('keeps its closing on one page under the longest name of an organisation', async () => {
    const evidence = hazardEvidence(oldElevatorStory('zh-CN'));
    const signer = { ...evidence.signer, organisation: '杭州市拱墅区翠柏苑物业服务有限公司'.repeat(7) };
    const { file } = await renderedFile(folder, 'long-signer', { ...evidence, signer });
    const last = pagesOf(file).at(-1);
    for (const word of ['编制', '声明时间', '如何自行核验']) expect(last).toContain(word);
  });

  it('explains only the shapes that stand above the bar', async () => {
    const { file } = await renderedFile(
      folder,
      'no-shapes',
      hazardEvidence({ kind: 'old-elevator', story: ABANDONED }),
    );
    expect(textOf(file)).toContain('空心圆：投用或安装监督检验。');
    expect(textOf(file)).not.toMatch(/虚线圆|菱形|三角：/);
  });

  it('has the lines to sign once, above the seal, and no reviewer below it', async () => {
    const { file } = await renderedFile(folder, 'signed-once', hazardEvidence(oldElevatorStory('zh-CN')));
    const text = textOf(file);
    const closing = text.slice(text.lastIndexOf('十九、签章'));
    expect(closing.split('审核')).toHaveLength(2);
  });

  it('lists a photo with broken bytes by its hash and draws nothing of it', async () => {
    const broken = [greyJpeg().slice(0, 40), colourPng(9, 9, () => [1, 2, 3]).slice(0, 60), new Uint8Array(0)];
    const facts = broken.map((bytes) => ({ sha256: sha256Hex(bytes), ...photoFactsOf(bytes) }));
    expect(facts.map(({ usable }) => usable)).toEqual([false, false, false]);
    const story = oldElevatorStory('zh-CN', { photos: facts, first: facts.map(({ sha256 }) => sha256) });
    const { file } = await renderedFile(folder, 'broken-photos', hazardEvidence(story));
    const text = textOf(file);
    for (const { sha256 } of facts) expect(text).toContain(sha256);
    expect(objectsOf(file)).not.toContain('/Subtype /Image');
  });
});
