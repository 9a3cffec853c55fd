import { describe, expect, it } from 'vitest';
import { PROBABILITIES } from '../../../domain/hazard/hazard';
import type { Fact } from '../../../domain/pack/hazard-criteria';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { shippedPack } from '../../support/shipped-packs';

const cn = shippedPack('cn');
const hangzhou = shippedPack('cn-zj-hz');
const criteria = cn.hazards!;

const LIFTS = ['3110', '3120', '3130', '3210', '3220', '3410', '3420', '3430'];
const ESCALATORS = ['3310', '3320'];

/** Component and, for each of its criteria, the start of the clause and its weight. */
const CRITERIA: readonly (readonly [id: string, criteria: readonly (readonly string[])[]])[] = [
  [
    'motor',
    [
      ['GB/T 31821-2015 4.2.1', 'reading'],
      ['GB/T 31821-2015 4.2.1', 'reading'],
      ['GB/T 31821-2015 4.2.1', 'reading'],
      ['GB/T 31821-2015 4.2.1', 'reading'],
      ['GB/T 31821-2015 4.2.1', 'reading'],
      ['GB/T 31821-2015 4.2.1', 'reading'],
      ['GB/T 31821-2015 4.2.1', 'reading'],
    ],
  ],
  ['gearbox', [['GB/T 31821-2015 4.2.2', 'unverified']]],
  ['brake', [['GB/T 31821-2015 4.2.3', 'unverified']]],
  ['traction-sheave', [['GB/T 31821-2015 4.2.4', 'unverified']]],
  ['drum', [['GB/T 31821-2015 4.2.5', 'unverified']]],
  ['rescue-devices', [['GB/T 31821-2015 4.3', 'unverified']]],
  [
    'suspension-rope',
    [
      ['TSG T7001', 'unverified'],
      ['TSG T7001', 'unverified'],
      ['TSG T7001', 'unverified'],
      ['TSG T7001', 'unverified'],
      ['GB/T 31821-2015 4.4.2', 'unverified'],
      ['GB/T 31821-2015 4.4.2', 'unverified'],
    ],
  ],
  ['coated-belt', [['GB/T 31821-2015 4.4.4', 'unverified']]],
  ['rope-terminations', [['GB/T 31821-2015 4.4.5', 'unverified']]],
  ['compensation', [['DB44/2529-2024 4.5', 'unverified']]],
  ['car', [['DB44/2529-2024 4.6', 'unverified']]],
  ['counterweight', [['DB44/2529-2024 4.7', 'unverified']]],
  ['doors', [['DB44/2529-2024 4.8', 'unverified']]],
  ['door-lock', [['DB44/2529-2024 4.9', 'unverified']]],
  ['overspeed-governor', [['DB44/2529-2024 4.10', 'unverified']]],
  ['safety-gear', [['DB44/2529-2024 4.11', 'unverified']]],
  ['buffer', [['DB44/2529-2024 4.12', 'unverified']]],
  ['ascending-overspeed-protection', [['DB44/2529-2024 4.13', 'unverified']]],
  ['unintended-movement-protection', [['DB44/2529-2024 4.14', 'unverified']]],
  ['controller', [['DB44/2529-2024 4.16', 'unverified']]],
  ['pessral', [['DB44/2529-2024 4.17', 'unverified']]],
  ['travelling-cable', [['DB44/2529-2024 4.18', 'unverified']]],
  ['hydraulic-parts', [['DB44/2529-2024 4.19-4.23', 'unverified']]],
  ['guide-rails', [['没有查到', 'unverified']]],
  ['other', [['GB/T 31821-2015 4.1', 'reading']]],
];

describe('the components of the China pack', () => {
  it('are the parts that have criteria and those the program added so that hazards can be filed', () => {
    const withCriteria = criteria.components.filter((one) => one.criteria.length > 0).map(({ id }) => id);
    expect(withCriteria.sort()).toEqual(CRITERIA.map(([id]) => id).sort());
    expect(criteria.components).toHaveLength(42);
  });

  it.each(CRITERIA)('%s has each criterion with clause and weight', (id, wanted) => {
    const component = criteria.components.find((one) => one.id === id)!;
    expect(component.criteria.map(({ confidence }) => confidence)).toEqual(wanted.map(([, confidence]) => confidence));
    for (const [index, [clause]] of wanted.entries())
      expect(component.criteria[index]?.basis['zh-CN'].startsWith(clause!)).toBe(true);
  });

  it.each([
    ['suspension-rope', ['90%', '多于4根', '12根（6股）或16根（8股）', '', '24/30根', '']],
    ['door-lock', ['7 mm']],
  ])('%s carries the numbers of the collection, and none of them decides', (id, numbers) => {
    const { criteria: all } = criteria.components.find((one) => one.id === id)!;
    for (const [index, number] of numbers.entries()) expect(all[index]?.says['zh-CN']).toContain(number);
    expect(all.every(({ confidence }) => confidence === 'unverified')).toBe(true);
  });

  it.each([
    ['曳引钢丝绳', 'suspension-rope'],
    ['厅门锁', 'door-lock'],
    ['抱闸', 'brake'],
    ['油缸', 'hydraulic-parts'],
    ['扶手带', 'handrail'],
  ])('%s in a ledger means %s', (name, id) => {
    const meant = criteria.components.filter((one) => one.title['zh-CN'] === name || one.aliases.includes(name));
    expect(meant.map((one) => one.id)).toEqual([id]);
  });
});

describe('the risk matrix', () => {
  it.each([
    ['1', 'I I I I II III'],
    ['2', 'I I I II II III'],
    ['3', 'I I II II III III'],
    ['4', 'II II III III III III'],
  ])('ranks severity %s as %s', (severity, groups) => {
    expect(PROBABILITIES.map((probability) => criteria.matrix.cells[`${severity}${probability}`]).join(' ')).toBe(
      groups,
    );
  });

  it('has 24 cells, none of them verified; of its wordings severity 1 and 2 alone are', () => {
    const { matrix } = criteria;
    expect(Object.keys(matrix.cells)).toHaveLength(24);
    expect(matrix.confidence).toBe('unverified');
    const sure = [...matrix.severities, ...matrix.probabilities].filter(
      ({ confidence }) => confidence !== 'unverified',
    );
    expect(sure.map(({ level, confidence, sources }) => [level, confidence, sources])).toEqual([
      [1, 'reading', ['H-S70']],
      [2, 'reading', ['H-S70']],
    ]);
    expect(matrix.groups.map(({ id, confidence }) => [id, confidence])).toEqual(
      ['I', 'II', 'III'].map((id) => [id, 'unverified']),
    );
  });
});

describe('the classes, duties and deadlines', () => {
  it.each([
    ['severe-25-1', 'severe', 'all', 'law', '报废'],
    ['severe-25-2', 'severe', 'all', 'law', '检验、检测不合格'],
    ['severe-25-3', 'severe', 'all', 'law', '安全保护装置缺失或失灵'],
    ['severe-25-4', 'severe', 'all', 'law', '事故'],
    ['severe-25-5', 'severe', 'all', 'law', '超规定参数'],
    ['severe-25-6', 'severe', 'all', 'law', '监管部门认定'],
    ['major-4.6-a', 'major', LIFTS, 'reading', '定期检验结论为不合格'],
    ['major-4.6-b', 'major', LIFTS.filter((code) => code !== '3430'), 'law', '短接'],
    ['major-4.6-c', 'major', LIFTS, 'reading', '联动试验失效'],
    ['major-4.6-d', 'major', ESCALATORS, 'law', '紧急停止开关'],
    ['major-4.6-e', 'major', ESCALATORS, 'law', '400 mm'],
  ] as const)('%s is %s, for its kinds, with its weight and wording', (id, hazardClass, kinds, confidence, words) => {
    const one = criteria.classes.find((criterion) => criterion.id === id)!;
    expect([one.class, one.appliesTo, one.confidence]).toEqual([hazardClass, { kinds }, confidence]);
    expect(one.legalBasis.says['zh-CN']).toContain(words);
    expect(one.legalBasis.shortDocument['zh-CN']).toBe(hazardClass === 'severe' ? '总局令第57号' : 'GB 45067-2024');
  });

  it('there are eleven classes and five duties, each duty with its clause', () => {
    expect(criteria.classes).toHaveLength(11);
    expect(
      criteria.duties.map((duty) => [duty.step, duty.class, duty.confidence, duty.legalBasis.shortClause['zh-CN']]),
    ).toEqual([
      ['notify', 'ordinary', 'law', '第5条第11项'],
      ['notify', 'severe', 'law', '第5条第11项'],
      ['notify', 'major', 'law', '第5条第11项'],
      ['report', 'severe', 'law', '第5条第11项'],
      ['stop-use', 'severe', 'law', '第70条'],
    ]);
  });

  it("the law sets one deadline, to stop at once; every other number says that it is the program's own", () => {
    const byLaw = criteria.deadlines.filter(({ confidence }) => confidence === 'law');
    expect(byLaw.map(({ step, class: of, days }) => [step, of, days])).toEqual([['stop-use', 'severe', 0]]);
    for (const own of criteria.deadlines.filter(({ confidence }) => confidence !== 'law')) {
      expect([own.confidence, own.sources]).toEqual(['unverified', ['own-default']]);
      expect(own.legalBasis.says['zh-CN']).toMatch(/程序自己的默认值.*不作为判定依据/);
      expect(own.legalBasis.says.en).toMatch(/the program's own default.*never the ground of a verdict/);
    }
  });

  it.each([
    ['ordinary', 3],
    ['severe', 0],
    ['major', 0],
  ] as const)('%s hazards have days for every step', (of, notifyDays) => {
    const daysOf = (step: string): unknown[] =>
      criteria.deadlines.filter((one) => one.step === step && one.class === of).map(({ group, days }) => [group, days]);
    expect(daysOf('notify')).toEqual([[undefined, notifyDays]]);
    expect(daysOf('rectify')).toEqual([
      [undefined, 30],
      ['I', 7],
      ['II', 30],
      ['III', 60],
    ]);
    expect(daysOf('recheck')).toEqual([[undefined, 7]]);
  });
});

describe('age and assessment', () => {
  const agesOf = ({ hazards }: RulePack): unknown =>
    hazards!.oldAges.map(({ id, years, assessment, confidence }) => [id, years, assessment, confidence]);

  it('15 years are common usage in China, and in Hangzhou a text that says "may"', () => {
    const national = ['cn.old.15', 15, 'none', 'reading'];
    expect(agesOf(cn)).toEqual([national]);
    expect(agesOf(hangzhou)).toEqual([national, ['hz.old.15', 15, 'may', 'law']]);
    expect(hangzhou.hazards!.oldAges[1]).toMatchObject({
      sources: ['HZ2020'],
      legalBasis: { document: { 'zh-CN': '《杭州市电梯安全管理条例》' }, clause: { 'zh-CN': '第三十二条' } },
    });
  });

  it('what Fujian alone asks for is a hint elsewhere', () => {
    expect(criteria.assessmentTriggers.map(({ id, confidence }) => [id, confidence])).toEqual([
      ['disaster', 'unverified'],
      ['frequent-faults', 'unverified'],
      ['after-event', 'unverified'],
    ]);
    expect(hangzhou.hazards!.assessmentTriggers.at(-1)).toMatchObject({
      id: 'hz.renewal-grant',
      confidence: 'reading',
    });
  });
});

/** Number, clause, priority, weight of the title, title. */
const SITUATIONS: readonly (readonly [string, string, string | null, string, string])[] = [
  ['1', '5.1.4', 'high', 'reading', '存在有害材料'],
  ['2', '5.2.1', null, 'reading', '无障碍不足'],
  ['3', '5.2.2', 'high', 'reading', '停层平层精度差'],
  ['4', '5.3', null, 'reading', '防破坏能力不足'],
  ['5', '5.4', null, 'reading', '火灾时控制功能不足'],
  ['6', '5.5.1.1', 'high', 'reading', '井道壁有孔'],
  ['7', '5.5.1.2', 'high', 'reading', '部分封闭井道围壁过低'],
  ['8', '5.5.2', 'high', 'reading', '进入井道底坑的门锁不足'],
  ['9', '5.5.3', 'high', 'reading', '层门地坎下垂直面不足'],
  ['10', '5.5.4', 'low', 'reading', '可进入空间上方对重无安全钳'],
  ['11', '5.5.5', 'low', 'unverified', '对重运行区无隔障'],
  ['12', '5.5.6.1', 'high', 'reading', '同井道多梯底坑无隔障'],
  ['13', '5.5.6.2', 'high', 'unverified', '同井道多梯无隔障'],
  ['14', '5.5.7', 'high', 'reading', '顶层底坑避险空间不足'],
  ['15', '5.5.8', 'high', 'reading', '进入底坑不安全'],
  ['16', '5.5.9', 'high', 'reading', '底坑滑轮间无停止装置'],
  ['17', '5.5.10', 'high', 'reading', '井道照明不足'],
  ['18', '5.5.11', 'medium', 'reading', '底坑轿顶无报警'],
  ['19', '5.6.1', 'high', 'reading', '进入机房滑轮间不安全'],
  ['20', '5.6.2', 'low', 'reading', '机房滑轮间地面打滑'],
  ['21', '5.6.3', 'medium', 'reading', '机房净空不足'],
  ['22', '5.6.4', 'high', 'reading', '机房高差无防护'],
  ['23', '5.6.5', 'high', 'reading', '机房滑轮间照明不足'],
  ['24', '5.6.6', 'medium', 'reading', '吊运设施不足'],
  ['25', '5.7.1', 'high', 'reading', '层门轿门有孔'],
  ['26', '5.7.2', 'high', 'reading', '层门固定设计不足'],
  ['27', '5.7.3', 'high', 'reading', '门玻璃不合适'],
  ['28', '5.7.4', 'low', 'unverified', '玻璃滑动门夹手'],
  ['29', '5.7.5', 'medium', 'reading', '层门处照明不足'],
  ['30', '5.7.6', 'high', 'reading', '动力门防夹不足'],
  ['31', '5.7.7', 'high', 'reading', '层门锁不安全'],
  ['32', '5.7.8.1', 'high', 'unverified', '无专用工具可开层门'],
  ['33', '5.7.8.2', 'high', 'reading', '可经孔触及门锁'],
  ['34', '5.7.9', 'high', 'reading', '滑动层门不自闭'],
  ['35', '5.7.10', 'medium', 'reading', '门扇间连接不足'],
  ['36', '5.7.11', 'medium', 'unverified', '层门耐火不足'],
  ['37', '5.7.12', 'medium', 'reading', '层门未关轿门动作'],
  ['38', '5.8.1', 'low', 'unverified', '轿厢面积过大'],
  ['39', '5.8.2', 'high', 'unverified', '轿厢护脚板过短'],
  ['40', '5.8.3', 'high', 'unverified', '轿厢无门'],
  ['41', '5.8.4', 'medium', 'unverified', '轿顶安全窗锁紧不安全'],
  ['42', '5.8.5', 'low', 'unverified', '轿顶强度不足'],
  ['43', '5.8.6', 'high', 'unverified', '轿顶无护栏或不足'],
  ['44', '5.8.7', 'medium', 'unverified', '轿厢通风不足'],
  ['45', '5.8.8.1', 'medium', 'unverified', '轿厢照明不足'],
  ['46', '5.8.8.2', 'medium', 'unverified', '轿厢无应急照明'],
  ['47', '5.9.1', 'medium', 'unverified', '绳轮链轮伤人'],
  ['48', '5.9.1', 'medium', 'unverified', '绳链脱槽'],
  ['49', '5.9.1', 'low', 'unverified', '异物进入绳轮'],
  ['50', '5.9.2', 'high', 'unverified', '无安全钳限速器或不足'],
  ['51', '5.9.3', 'medium', 'unverified', '限速器绳无松绳开关'],
  ['52', '5.9.4', 'medium', 'unverified', '无上行超速保护'],
  ['53', '5.9.4, 5.12.1', 'high', 'unverified', '主机不能防开门移动'],
  ['54', '5.9.5', 'high', 'unverified', '液压梯无防坠超速沉降保护'],
  ['55', '5.10.1', 'low', 'unverified', '对重由两根绳导向'],
  ['56', '5.10.2', 'high', 'unverified', '无缓冲器或不足'],
  ['57', '5.10.3', 'medium', 'unverified', '无极限开关或不足'],
  ['58', '5.11.1', 'high', 'unverified', '轿厢与对面井壁间隙大'],
  ['59', '5.11.2', 'high', 'unverified', '轿门与层门间距大'],
  ['60', '5.12.2', 'high', 'unverified', '无紧急操作或不足'],
  ['61', '5.12.3', 'low', 'unverified', '无截止阀'],
  ['62', '5.12.4', 'high', 'unverified', '无独立接触器'],
  ['63', '5.12.5', 'medium', 'unverified', '无松绳松链装置'],
  ['64', '5.12.6', 'low', 'unverified', '无运行时间限制'],
  ['65', '5.12.7', 'medium', 'unverified', '无低压装置'],
  ['66', '5.13.1', 'high', 'unverified', '防触电与标识不足'],
  ['67', '5.13.2', 'low', 'unverified', '电动机保护不足'],
  ['68', '5.13.3', 'medium', 'unverified', '主开关不能锁'],
  ['69', '5.14.1', 'low', 'unverified', '无错相保护'],
  ['70', '5.14.2', 'high', 'unverified', '轿顶无检修控制停止装置'],
  ['71', '5.14.3', 'high', 'unverified', '无报警装置或不足'],
  ['72', '5.14.4', 'medium', 'unverified', '机房轿厢无对讲（行程超过30 m）'],
  ['73', '5.14.5', 'low', 'unverified', '无超载控制'],
  ['74', '5.15', 'medium', 'unverified', '标识说明缺失'],
];

describe('the assessment lists', () => {
  const listOf = (id: string) => criteria.assessmentLists.find((list) => list.id === id)!;
  const itemsOf = (id: string) => listOf(id).sections.flatMap(({ items }) => items);

  it('the 74 situations stand in their order', () => {
    expect(itemsOf('en-81-80').map(({ no }) => no)).toEqual(SITUATIONS.map(([no]) => no));
  });

  it.each(SITUATIONS)('situation %s of clause %s has priority %s, derived, and a title that is %s', (no, ...wanted) => {
    const item = itemsOf('en-81-80').find((one) => one.no === no)!;
    const [clause, priority, confidence, title] = wanted;
    expect([item.clause.en, item.priority ?? null, item.confidence, item.title['zh-CN']]).toEqual([
      clause,
      priority,
      confidence,
      title,
    ]);
    expect(item.priorityConfidence).toBe(priority === null ? undefined : 'unverified');
  });

  it('the list of GB/T 42615 has the annexes as sections, and says that no item was read', () => {
    const { sections, note } = listOf('gbt-42615');
    expect(sections.map(({ id, items }) => [id, items.length])).toEqual([
      ['A', 29],
      ['B', 9],
      ['C', 9],
      ['D', 9],
    ]);
    for (const item of itemsOf('gbt-42615')) {
      expect([item.confidence, item.priority]).toEqual(['unverified', undefined]);
      expect(item.clause.en).toContain('text not read');
    }
    expect(note.en).toContain('The items of the annexes were not read');
    expect(note.en).toContain('the program has no scores');
  });

  it.each(['gbt-42615', 'en-81-80'])('%s ends in the four conclusions and is not for escalators', (id) => {
    expect(listOf(id).conclusions.map((one) => one.id)).toEqual(['continue', 'repair', 'modernise', 'replace']);
    expect(listOf(id).appliesTo).toEqual({ kinds: LIFTS });
  });
});

describe('programmes and notes', () => {
  it.each([
    ['cn', 'cn.renewal.bonds-2024', ['62亿元', '4.1万台']],
    ['cn', 'cn.renewal.grant', ['15万元']],
    ['cn-zj-hz', 'hz.renewal-2024-2027', ['30%', '6万元', '5万元', '3万元', '200台以上', '800台以上']],
    ['cn-zj-hz', 'zj.renewal-target', ['20年以上', '15至20年', '1.3万台', '没有写明年份']],
  ] as const)('%s knows %s with its numbers, as a reading', (packId, id, numbers) => {
    const programme = shippedPack(packId).hazards!.programmes.find((one) => one.id === id)!;
    for (const number of numbers) expect(programme.says['zh-CN']).toContain(number);
    expect(programme.confidence).toBe('reading');
  });

  it('Hangzhou grants where age or record, and an assessment, speak for it; nothing of Guangzhou is in the pack', () => {
    const { conditions } = hangzhou.hazards!.programmes.find(({ id }) => id === 'hz.renewal-2024-2027')!;
    expect(conditions[0]?.['zh-CN']).toMatch(/15年以上.*或者/);
    expect(conditions[1]?.['zh-CN']).toContain('评估');
    expect(JSON.stringify([cn.hazards!.programmes, hangzhou.hazards!.programmes])).not.toContain('广州');
  });

  it.each([
    ['cn', 'cn.pit.jiangsu', ['1 m/s', '450 kg'], 'reading'],
    ['cn', 'cn.pit.no-limit', ['不给限值'], 'unverified'],
    ['cn', 'cn.insurance.model', ['责任险', '财产险', '主要零部件险'], 'reading'],
    ['cn', 'cn.insurance.fuzhou', ['10%', '1000元'], 'unverified'],
    ['cn', 'cn.report.self-check', ['4年'], 'reading'],
    ['cn-zj-hz', 'hz.insurance.first', ['15万元', '9420元', '15年'], 'reading'],
    ['cn-zj-hz', 'hz.insurance.fund', ['30%'], 'reading'],
    ['cn-zj-hz', 'nb.insurance.2016', ['300元', '100万元', '2000万元'], 'reading'],
    ['cn-zj-hz', 'nb.insurance.2017', ['4200元', '550元'], 'unverified'],
    ['cn-zj-hz', 'hz.pit.case', ['1.3 m', '600 mm', '不是限值'], 'reading'],
  ] as const)('%s says in %s: %j, which is %s', (packId, id, words, confidence) => {
    const note = shippedPack(packId).hazards!.notes.find((one) => one.id === id)!;
    for (const word of words) expect(note.says['zh-CN']).toContain(word);
    expect(note.confidence).toBe(confidence);
  });
});

describe('the weight of a fact', () => {
  const facts = (node: unknown): Fact[] => {
    if (typeof node !== 'object' || node === null) return [];
    const own = 'sourceConfidence' in node ? [node as Fact] : [];
    return [...own, ...Object.values(node).flatMap(facts)];
  };

  it.each(['cn', 'cn-zj-hz'])(
    'in %s nothing from memory, from weak sources or our own is more than unverified',
    (id) => {
      const all = facts(shippedPack(id).hazards);
      expect(all.length).toBeGreaterThan(200);
      for (const fact of all) {
        const bare = fact.sources.every((source) => source === 'memory' || source === 'own-default');
        if (bare || fact.sourceConfidence === 'low') expect(fact.confidence).toBe('unverified');
        if (fact.confidence === 'law') expect(fact.sourceConfidence).toBe('high');
      }
    },
  );

  it('cn-sd, which states nothing of hazards, knows what the national pack knows', () => {
    expect(shippedPack('cn-sd').hazards).toEqual(criteria);
  });

  it.each([
    'GB/T 20900',
    'GB/T 42615-2023 的等级数目',
    '4.6只见于一份逐条解读',
    'GB/T 31821-2015 的数值没有读到',
    'GB/T 24804-2023 的危险清单',
    'EN 81-80:2019',
    '宁波、深圳、上海',
    '浅底坑没有查到',
    '没有查到全国统一的整改天数',
    '第五条第（十一）项',
  ])('the doubt about %s is carried', (words) => {
    expect(cn.doubts.some((doubt) => doubt['zh-CN'].includes(words))).toBe(true);
  });

  it.each(['没有地址', '明年'])('Hangzhou carries the doubt about %s', (words) => {
    expect(hangzhou.doubts.some((doubt) => doubt['zh-CN'].includes(words))).toBe(true);
  });
});
