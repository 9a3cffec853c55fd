import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { hazardSchema, hazardStepSchema } from '../../../domain/record/hazard-schemas';
import { refusalCure, refusalSentence } from '../../../domain/record/refusal-sentences';
import { readRecords } from '../../../electron/import/read-records';
import { shippedPack } from '../../support/shipped-packs';
import { bodyOf, Desk, pack, refusalsOf, REGISTER, today, tryFiles } from '../../support/import-desk';
import { hazardTable, SEVERE_CLOSED, type Cells } from '../../support/hazard-table';

const files = (...rows: readonly Cells[]) => ({ 'r.csv': REGISTER, 'h.csv': hazardTable(...rows) });
const hazardsOf = async (...rows: readonly Cells[]) => (await tryFiles(files(...rows))).plan.hazards;

/** What keeps the row `SEVERE_CLOSED` with these cells instead out: column and reason in Chinese. */
async function refusedFor(cells: Cells): Promise<string[]> {
  const { preview } = await tryFiles(files({ ...SEVERE_CLOSED, ...cells }));
  return [...preview.refusals, ...preview.notes].map((refusal) => {
    for (const locale of ['zh-CN', 'en'] as const)
      for (const said of [refusalSentence(refusal, locale), refusalCure(refusal, locale)])
        expect(said).not.toMatch(/undefined|^$/);
    return `${refusal.column} ${refusal.value}: ${refusalSentence(refusal, 'zh-CN')}`;
  });
}

describe('a ledger of hazards', () => {
  it('a severe hazard from finding to closing is taken with every step in its order, as the record takes it', async () => {
    const [imported] = await hazardsOf(SEVERE_CLOSED);
    expect(imported!.hazard).toEqual({
      registrationNo: 'T1',
      foundOn: '2026-09-01',
      foundBy: ['张建国', '李明'],
      source: 'visit',
      component: 'door-lock',
      location: '2层层门',
      what: '门锁啮合不足，触点烧蚀',
      scenario: '开门走梯',
      basis: 'TSG T7001',
      severe: 'severe-25-3',
      major: 'major-4.6-b',
      risk: { severity: 1, probability: 'D', reason: '开门走梯会致人坠落' },
      measure: '更换门锁',
      responsible: { party: 'maintainer', unit: '恒升电梯', person: '张建国' },
      deadline: '2026-09-10',
      estimatedCost: 1200,
      costSource: '专项维修资金',
      note: '已停梯',
      extra: { 天气: '雨' },
    });
    expect(imported!.steps).toEqual([
      { act: 'stop-use', on: '2026-09-01', by: ['张建国', '李明'] },
      {
        act: 'notify',
        on: '2026-09-01',
        by: ['张建国', '李明'],
        to: '翠屏业委会',
        paper: 'GZ-001',
        receivedBy: '孙丽华',
      },
      { act: 'report', on: '2026-09-02', by: ['张建国', '李明'], to: '西湖区市监局', paper: 'BG-1', receipt: 'HZ-1' },
      { act: 'start', on: '2026-09-03', by: ['王海'] },
      {
        act: 'rectify',
        on: '2026-09-04',
        by: ['王海'],
        what: '换新门锁',
        cost: 980.5,
        evidence: { documents: ['PZ-2026/09-1', 'SY-9'] },
      },
      { act: 'recheck', on: '2026-09-05', by: ['孙丽华'], result: 'pass', evidence: { documents: ['FC-3'] } },
      { act: 'return-to-use', on: '2026-09-05', by: ['孙丽华'] },
      { act: 'close', on: '2026-09-06', by: ['章文斌'] },
    ]);
    expect(hazardSchema.parse(imported!.hazard)).toEqual(imported!.hazard);
    for (const step of imported!.steps) expect(hazardStepSchema.parse(step)).toEqual(step);
  });

  it('English headers and ids say the same', async () => {
    const header =
      'registration_no,found_on,found_by,source,component,what,severe,severity,probability,responsible,notified_on,notified_to,notified_by';
    const row = 'T1,2026-09-01,Zhang,callout,door-lock,worn,severe-25-3,2,e,user-unit,2026-09-02,Committee,Li';
    const { plan, preview } = await tryFiles({ 'r.csv': REGISTER, 'h.csv': `${header}\n${row}\n` });
    expect(preview.refusals).toEqual([]);
    expect(plan.hazards).toEqual([
      {
        hazard: {
          registrationNo: 'T1',
          foundOn: '2026-09-01',
          foundBy: ['Zhang'],
          source: 'callout',
          component: 'door-lock',
          what: 'worn',
          severe: 'severe-25-3',
          risk: { severity: 2, probability: 'E' },
          responsible: { party: 'user-unit' },
        },
        steps: [{ act: 'notify', on: '2026-09-02', by: ['Li'], to: 'Committee' }],
      },
    ]);
  });

  it.each([
    ['门锁装置', 'door-lock'],
    ['门锁', 'door-lock'],
    [' Door  Locks ', 'door-lock'],
    ['DOOR-LOCK', 'door-lock'],
    ['曳引钢丝绳', 'suspension-rope'],
  ])('the component %s is %s', async (部位, component) => {
    expect((await hazardsOf({ ...SEVERE_CLOSED, 部位 }))[0]?.hazard.component).toBe(component);
  });

  it.each([
    '25条(三)',
    '第二十五条第（三）项',
    '57号令25条（3）',
    'art. 25(3)',
    'severe-25-3',
    '总局令第57号第25条第3项',
  ])('the circumstance %s is that of the clause', async (严重情形) => {
    expect((await hazardsOf({ ...SEVERE_CLOSED, 严重情形 }))[0]?.hazard.severe).toBe('severe-25-3');
  });

  it.each(['4.6 b)', '4.6b', 'GB 45067-2024 4.6 b）', 'Major-4.6-b'])(
    'the major circumstance %s is that of the clause',
    async (重大情形) => {
      expect((await hazardsOf({ ...SEVERE_CLOSED, 重大情形 }))[0]?.hazard.major).toBe('major-4.6-b');
    },
  );

  it('an empty source is other; a re-check without a result passed, one that failed leaves the work to be done again', async () => {
    const open = { 启用日期: '', 销号日期: '', 销号人: '' };
    expect((await hazardsOf({ ...SEVERE_CLOSED, 来源: '' }))[0]?.hazard.source).toBe('other');
    const [failed] = await hazardsOf({ ...SEVERE_CLOSED, ...open, 复查结论: '不合格' });
    expect(failed?.steps.at(-1)).toMatchObject({ act: 'recheck', result: 'fail' });
  });
});

const NOTHING_DONE = Object.fromEntries(
  Object.keys(SEVERE_CLOSED)
    .slice(Object.keys(SEVERE_CLOSED).indexOf('停用日期'), Object.keys(SEVERE_CLOSED).indexOf('备注'))
    .map((header) => [header, '']),
);
const REFUSED: Cells = {
  ...NOTHING_DONE,
  不予认定日期: '2026-09-03',
  不予认定人: '孙丽华',
  不予认定理由: '复测啮合8mm',
  不予认定材料: 'FC-9',
};

describe('a hazard that was refused', () => {
  it('is taken with its reason and its proof', async () => {
    const [imported] = await hazardsOf({ ...SEVERE_CLOSED, ...REFUSED });
    expect(imported?.steps).toEqual([
      { act: 'refuse', on: '2026-09-03', by: ['孙丽华'], reason: '复测啮合8mm', evidence: { documents: ['FC-9'] } },
    ]);
  });

  it.each<[string, Cells, string]>([
    ['a severe one without proof', { 不予认定材料: '' }, '不予认定材料 : 严重或重大隐患要有见证材料'],
    [
      'a severe one by its finder',
      { 不予认定人: '李明' },
      '不予认定人 李明: “不予认定”须由另一人做：整改人不能复查、销号，发现人不能不予认定',
    ],
    ['one without a reason', { 不予认定理由: '' }, '不予认定理由 : 不予认定，没有写理由'],
    [
      'one on which work began',
      { 告知日期: '2026-09-01', 告知对象: '业委会', 整改开始: '2026-09-02' },
      '不予认定日期 2026-09-03: 隐患“整改中”之后不能再有“不予认定”',
    ],
  ])('%s is refused itself', async (_, cells, said) => {
    expect(await refusedFor({ ...REFUSED, ...cells })).toEqual([said]);
  });
});

describe('a row that breaks the lifecycle is refused at the cell to look at', () => {
  it.each<[string, Cells, string]>([
    ['severe closed without evidence', { 见证材料: '' }, '见证材料 : 严重或重大隐患要有见证材料'],
    ['re-checked without evidence', { 复查材料: '' }, '复查材料 : 严重或重大隐患要有见证材料'],
    [
      're-checked by who rectified',
      { 复查人: '王海' },
      '复查人 王海: “复查”须由另一人做：整改人不能复查、销号，发现人不能不予认定',
    ],
    [
      'closed by who rectified',
      { 销号人: '王 海' },
      '销号人 王 海: “销号”须由另一人做：整改人不能复查、销号，发现人不能不予认定',
    ],
    [
      'severe and not reported',
      { 报告日期: '', 报告部门: '', 报告书编号: '', 回执编号: '' },
      '报告日期 : 严重或重大隐患没有报告监管部门，不能销号',
    ],
    [
      'not notified',
      { 告知日期: '', 告知对象: '', 告知书编号: '', 签收人: '' },
      '整改开始 2026-09-03: 到“开始整改”这一步，隐患还在“待告知”，要先有“告知使用单位”',
    ],
    [
      'rectified without a start',
      { 整改开始: '' },
      '整改完成日期 2026-09-04: 到“整改完成”这一步，隐患还在“已告知”，要先有“开始整改”',
    ],
    [
      'closed before its re-check',
      { 销号日期: '2026-09-04' },
      '销号日期 2026-09-04: 到“销号”这一步，隐患还在“待复查”，要先有“复查”',
    ],
    ['told before it was found', { 告知日期: '2026-08-31' }, '告知日期 2026-08-31: “告知使用单位”早于发现日期或前一步'],
    [
      'back in use before its re-check',
      { 启用日期: '2026-09-04' },
      '复查日期 2026-09-05: 严重或重大隐患复查合格之前不能启用',
    ],
    ['back in use and never out', { 停用日期: '' }, '停用日期 : 没有停用日期，谈不上启用'],
    [
      'out of use after closing',
      { 停用日期: '2026-09-07', 启用日期: '' },
      '停用日期 2026-09-07: 隐患“已销号”之后不能再有“停用”',
    ],
  ])('%s', async (_, cells, said) => {
    expect(await refusedFor(cells)).toEqual([said]);
  });
});

describe('bad cells', () => {
  it.each<[string, Cells, string]>([
    ['no day', { 发现日期: '' }, '发现日期 : 没有发现日期，期限无从起算'],
    ['a day that is none', { 发现日期: '2026-02-30' }, '发现日期 2026-02-30: 2026年2月只有28天'],
    ['found tomorrow', { 发现日期: '2026-11-24' }, '发现日期 2026-11-24: 晚于今日 2026-11-23'],
    ['nobody found it', { 发现人: '、' }, '发现人 、: 没有发现人'],
    ['no component', { 部位: '' }, '部位 : 没有部位，不知是哪个部件的隐患'],
    ['nothing wrong', { 隐患情况: '' }, '隐患情况 : 没有写隐患情况'],
    ['nobody responsible', { 责任方: '' }, '责任方 : 没有责任方，不知由谁整改'],
    ['an unknown party', { 责任方: '张三' }, '责任方 张三: 不是维保单位、使用单位、物业单位之一'],
    ['an unknown source', { 来源: '梦见' }, '来源 梦见: 不是维保、检验、评估、故障与困人、投诉、其他之一'],
    ['a roman severity', { 严重程度: 'Ⅰ' }, '严重程度 Ⅰ: 不是1、2、3、4之一'],
    ['a probability beyond F', { 概率: 'G' }, '概率 G: 不是A、B、C、D、E、F之一'],
    ['half a risk', { 概率: '' }, '概率 : 同一行填了“严重程度”，这一格却空着'],
    ['an early deadline', { 整改期限: '2026-08-31' }, '整改期限 2026-08-31: 期限早于发现日期（2026-09-01）'],
    ['a cost in words', { 估算费用: '不少' }, '估算费用 不少: 不是认得的数'],
    ['a cost below nought', { 估算费用: '-1' }, '估算费用 -1: 不是认得的数'],
    ['told tomorrow', { 告知日期: '2026-11-24' }, '告知日期 2026-11-24: 晚于今日 2026-11-23'],
    ['told to nobody', { 告知对象: '' }, '告知对象 : 有告知日期，没有写告知了谁'],
    ['rectified by nobody', { 整改人: '' }, '整改人 : 整改完成了，没有写谁整改'],
    ['rectified without a word', { 整改情况: '' }, '整改情况 : 整改完成了，没有写做了什么'],
    ['closed by nobody', { 销号人: '' }, '销号人 : 有销号日期，没有写谁销号'],
    ['a step without its day', { 复查日期: '' }, '复查日期 : 同一行填了“复查人”，这一格却空着'],
    ['a re-check neither good nor bad', { 复查结论: '尚可' }, '复查结论 尚可: 不是合格、不合格之一'],
    ['a name without end', { 整改人: '长'.repeat(81) }, `整改人 ${'长'.repeat(81)}: 超过80个字`],
    ['papers without end', { 见证材料: 'A;'.repeat(21) }, `见证材料 ${'A;'.repeat(21)}: 超过20项`],
    [
      'a report number that lost its digits',
      { 报告书编号: '3.3E+17' },
      '报告书编号 3.3E+17: 被当作数字，后面的位数已经丢了',
    ],
  ])('%s is refused or told', async (_, cells, said) => {
    expect(await refusedFor(cells)).toEqual([said]);
  });

  it('an unknown component or circumstance is refused, naming what is known', async () => {
    const [component] = await refusedFor({ 部位: '烟囱' });
    expect(component).toMatch(/^部位 烟囱: 规则包里没有这个部位，有的是：驱动电动机、.*门锁装置/);
    const [severe] = await refusedFor({ 严重情形: '是' });
    expect(severe).toMatch(/^严重情形 是: 规则包里没有这种情形，有的是：severe-25-1（第25条第1项）、/);
    const [major] = await refusedFor({ 重大情形: '25条(三)' });
    expect(major).toMatch(/^重大情形 25条\(三\): 规则包里没有这种情形，有的是：major-4\.6-a/);
  });

  it('an unknown elevator and a header that names ten thousands of yuan', async () => {
    expect(await refusalsOf(files({ ...SEVERE_CLOSED, 使用登记证编号: 'T9' }))).toEqual([
      [2, '使用登记证编号', 'T9', 'unknown-elevator'],
    ]);
    const table = hazardTable(SEVERE_CLOSED).replace('估算费用', '估算费用（万元）');
    const { plan } = await tryFiles({ 'r.csv': REGISTER, 'h.csv': table });
    expect(plan.hazards[0]?.hazard).not.toHaveProperty('estimatedCost');
    expect(plan.hazards[0]?.hazard.extra).toMatchObject({ '估算费用（万元）': '1,200元' });
  });

  it('under a pack that says nothing of hazards every row is refused with the reason', async () => {
    const context = { pack: shippedPack('hk'), today };
    const { body, refusals } = await readRecords(
      {
        elevators: [{ name: 'r.csv', bytes: Buffer.from('registration_no,kind\nT1,lift\n') }],
        hazards: [{ name: 'h.csv', bytes: Buffer.from(hazardTable(SEVERE_CLOSED)) }],
      },
      context,
      new AbortController().signal,
    );
    expect(body.hazards).toEqual([]);
    expect(refusals.filter(({ file }) => file === 'h.csv').map((r) => `${r.column} ${r.code}`)).toEqual([
      '部位 no-hazard-criteria',
    ]);
  });
});

describe('a ledger imported again', () => {
  it('changes nothing, also after the record went on or was corrected', async () => {
    const desk = new Desk();
    const open = { ...SEVERE_CLOSED, 启用日期: '', 销号日期: '', 销号人: '' };
    const first = await desk.take(files(open));
    expect(first.preview.adds.hazards).toBe(1);
    expect(bodyOf(await tryFiles(files(open), desk.lookup))).toBeNull();
    const { id } = desk.dossier('T1').hazards[0]!;
    const step = { act: 'return-to-use', on: '2026-09-05' as CivilDate, time: '17:00', by: ['孙丽华'] } as const;
    const entry = { subject: 'T1', author: '' };
    desk.write({ type: 'hazard-advanced', ...entry, body: { hazard: id, step } });
    const changes = [{ field: 'location', from: '2层层门', to: '3层层门' }] as const;
    desk.write({ type: 'hazard-corrected', ...entry, body: { corrects: id, changes, reason: '记错' } });
    const again = await tryFiles(files(open), desk.lookup);
    expect(again.preview.unchanged.hazards).toBe(1);
    expect(bodyOf(again)).toBeNull();
  });

  it('with other content under the same elevator, day, component and words it is a conflict with the record', async () => {
    const desk = new Desk();
    await desk.take(files(SEVERE_CLOSED));
    const { preview } = await tryFiles(files({ ...SEVERE_CLOSED, 整改人: '何伟' }), desk.lookup);
    expect(preview.refusals.map((r) => `${r.column} ${r.code}`)).toEqual(['发现日期 conflict-with-record']);
    expect(refusalSentence(preview.refusals[0]!, 'zh-CN')).toBe(
      '同一项隐患（同台、同日发现、同部位、同位置、同情况）已有记录，内容不同',
    );
  });

  it('two rows with the same key are taken once if they agree, refused at the cell in which they differ if not', async () => {
    const agreed = await tryFiles(files(SEVERE_CLOSED, SEVERE_CLOSED));
    expect(agreed.plan.hazards).toHaveLength(1);
    expect(agreed.preview.files[1]).toMatchObject({ repeated: 1, refused: 0 });
    expect(await refusalsOf(files(SEVERE_CLOSED, { ...SEVERE_CLOSED, 见证材料: 'X-1' }))).toEqual([
      [3, '见证材料', 'X-1', 'conflict-in-files'],
    ]);
    expect(await refusalsOf(files(SEVERE_CLOSED, { ...SEVERE_CLOSED, 概率: 'E' }))).toEqual([
      [3, '概率', 'E', 'conflict-in-files'],
    ]);
  });

  it('steps that came with a row are steps of the record, numbered behind it', async () => {
    const desk = new Desk();
    await desk.take(files(SEVERE_CLOSED));
    const [hazard] = desk.dossier('T1').hazards;
    expect(hazard!.steps.map(({ id }) => id)).toEqual(hazard!.steps.map((_, index) => `${hazard!.id}.${index + 1}`));
    expect(desk.dossier('T1').outages).toEqual([]);
  });

  it('the pack of these tests is the one that ships', () => {
    expect(pack.hazards?.components.length).toBeGreaterThan(10);
  });
});
