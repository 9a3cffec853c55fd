import { describe, expect, it } from 'vitest';
import type { Confirmation } from '../../../domain/confirmation/confirmation';
import { composeComplianceReport } from '../../../domain/report/papers/compliance/compose-compliance';
import type { RecordId } from '../../../domain/record/record-id';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { chinaPack } from '../../support/report-evidence';
import {
  ABANDONED,
  COMPLIANT,
  dayAfter,
  LAPSED,
  NO_DATA,
  SHUT,
  storyEvidence,
  type Story,
} from '../../support/report-stories';
import { blocksOf, cellsOf, everyWord, linesOf, section, wordsOf } from '../../support/report-words';

const compose = (story: Story) => composeComplianceReport(storyEvidence(story));
const verdictOf = (story: Story) => {
  const block = blocksOf(compose(story), 'verdict').at(-1)!; // where use is refused, it stands before
  return { mark: block.mark, title: block.title, text: wordsOf(block.runs), runs: block.runs };
};
const tablesOf = (story: Story, heading: string) =>
  section(compose(story), heading).filter((block) => block.kind === 'table');

describe('the verdict sentence', () => {
  it('of a lapsed elevator carries counts, limits, days and dates, and the next due day in bold', () => {
    const { mark, title, text, runs } = verdictOf(LAPSED);
    expect([mark, title]).toEqual(['lapsed', '曾超期（法定），截至日已恢复']);
    expect(text).toBe(
      '仅就维保间隔，未含检验、检测。期内半月维护保养22个间隔中，5个超过15日期限，合计超期19个在用日，最长一次超期15日（2026年1月26日期满，2026年2月10日到场）。' +
        '另按通行读法，季度维护保养4个间隔中1个超期3日，半年维护保养2个间隔中1个超期2日，属偏差，不作违法认定。' +
        '截至2026年11月23日，各项规则均未超期。下次半月维护保养应不迟于2026年11月26日。' +
        '记录自2025年11月11日起，此前未审计。',
    );
    expect(runs.filter(({ bold }) => bold).map(({ text: day }) => day)).toEqual([
      '仅就维保间隔，未含检验、检测。',
      '2026年11月26日',
    ]);
  });

  it('of a non-compliant elevator names each overdue rule, the day it was due and by how much it is over', () => {
    const { mark, title, text, runs } = verdictOf(ABANDONED);
    expect([mark, title]).toEqual(['late', '不合规（法定）']);
    expect(text).toContain(
      '半月维护保养自2026年6月12日起未见到场记录，应不迟于2026年6月27日，已超期114个在用日，错过8次',
    );
    expect(text).toContain('已超期67个在用日，错过1次（通行读法，属偏差，不作违法认定）');
    expect(runs.filter(({ bold }) => bold).map(({ text: day }) => day)).toEqual([
      '仅就维保间隔，未含检验、检测。',
      '2026年6月27日',
      '2026年8月13日',
    ]);
  });

  it('of a compliant elevator counts every rule with its limit', () => {
    expect(verdictOf(COMPLIANT)).toMatchObject({ mark: 'met', title: '合规' });
    expect(verdictOf(COMPLIANT).text).toContain(
      '半月维护保养26个（期限15日），季度维护保养4个（期限3个月），半年维护保养2个',
    );
  });

  it('of an elevator without a service day says since when it stands and judges nothing', () => {
    expect(verdictOf(SHUT)).toMatchObject({
      mark: 'not-applicable',
      title: '不适用',
      text: '仅就维保间隔，未含检验、检测。审计期间内没有在用日（停用：2025年11月20日起，未启用），维护保养间隔不适用，不作判定。记录自2025年11月11日起，此前未审计。',
    });
  });

  it('of an elevator put into service after the period gives that day', () => {
    const { text } = verdictOf({
      ...SHUT,
      outages: [],
      visits: [],
      elevator: { inServiceOn: '2027-01-01', recordsFrom: null },
    });
    expect(text).toContain('（2027年1月1日投用）');
  });

  it('of an elevator without data says what is missing', () => {
    expect(verdictOf(NO_DATA)).toMatchObject({ mark: 'no-data', title: '无记录' });
    expect(verdictOf(NO_DATA).text).toContain('没有投用日期、记录起始日期，也没有维护保养记录');
  });

  it('speaks of a reading alone as a deviation and says that the law was kept', () => {
    const visits = Array.from({ length: 27 }, (_, index) => `${index} ${dayAfter('2025-11-11', index * 14)}`);
    const { title, text } = verdictOf({ visits: [...visits, '90 2026-11-10 year'], outages: [] });
    expect(title).toBe('曾超期（通行读法），截至日已恢复');
    expect(text).toContain(
      '按通行读法为“曾超期”，属偏差，不作违法认定；仅按条文为“合规”。期内按通行读法，季度维护保养',
    );
    expect(text).toContain('属偏差，不作违法认定。半月维护保养26个间隔均在期限之内。');
  });
});

describe('rule by rule', () => {
  it('every gap stands with both ends, deadline, days and the act that would have been lawful', () => {
    const [first, second] = blocksOf(compose(LAPSED), 'rule');
    expect(first!.dates!.rows.map((cells) => cellsOf({ cells }).join('|'))).toEqual([
      '2025-11-26 半月|2025-12-12 半月|2025-12-11|1日|2025-12-11一次',
      '2026-01-11 半月|2026-02-10 季度|2026-01-26|15日|2026-01-26一次',
      '2026-02-10 季度|2026-02-26 半月|2026-02-25|1日|2026-02-25一次',
      '2026-04-27 半月|2026-05-13 半年|2026-05-12|1日|2026-05-12一次',
      '2026-09-26 半月|2026-10-12 半月|2026-10-11|1日|2026-10-11一次',
    ]);
    expect(second!.dates!.rows.map((cells) => cellsOf({ cells }).at(-1))).toEqual(['2026-05-10一次']);
  });

  it('names clause, what it asks, and its confidence as a tag directly behind', () => {
    const rules = blocksOf(compose(LAPSED), 'rule');
    expect(wordsOf(rules[0]!.basis.content)).toBe(
      '《特种设备安全监察条例》（国务院令第549号）第三十一条第二款：电梯应当至少每15日进行一次清洁、润滑、调整和检查。 [法定]',
    );
    expect(rules.slice(1).every(({ basis }) => wordsOf(basis.content).endsWith('[通行读法]'))).toBe(true);
  });

  it('a breach is named without softening, a reading as deviation', () => {
    const [law, reading] = blocksOf(compose(LAPSED), 'rule');
    expect(wordsOf(law!.finding.content)).toContain('5个间隔不合规，17个间隔合规。');
    expect(wordsOf(law!.finding.content)).not.toContain('偏差');
    expect(wordsOf(reading!.finding.content)).toContain('1个间隔超过期限，属偏差，不作违法认定；其余3个间隔合规。');
  });

  it('a missing record is not called a missing visit', () => {
    const text = everyWord(compose(ABANDONED)).join('');
    expect(text).toContain('未见到场记录');
    expect(text).not.toMatch(/未做|未维保|没有维保(?!记录)/);
    expect(text).toContain('季度维护保养自2026年5月13日起未见季度或以上记录'); // half-month visits may be on record
    expect(text).not.toContain('季度维护保养自2026年5月13日起未见到场记录');
  });

  it('dates used are given for a rule without gaps too', () => {
    const used = blocksOf(compose(COMPLIANT), 'rule').map(({ datesUsed }) => wordsOf(datesUsed));
    expect(used).toEqual([
      '2025-11-11（半月）至2026-11-10（半月），共26个间隔，最长14个在用日，逐一见表1。',
      '2025-11-11（起算日）至2026-10-13（年度），共4个间隔，最长84个在用日，逐一见表2。',
      '2025-11-11（起算日）至2026-10-13（年度），共2个间隔，最长168个在用日，逐一见表2。',
      '2025-11-11（起算日）至2026-10-13（年度）；期限2026-11-11。',
    ]);
    expect(wordsOf(blocksOf(compose(LAPSED), 'rule')[3]!.datesUsed)).toBe(
      '2025-11-11（年度）至2026-11-11（年度）；期限2026-12-04（停用23日不计）。',
    );
    expect(wordsOf(blocksOf(compose(NO_DATA), 'rule')[0]!.datesUsed)).toBe('无。');
  });

  it('an unverified number sorts and judges nothing', () => {
    const rules = chinaPack.rules.map((rule, index) =>
      index === 1
        ? { ...rule, versions: rule.versions.map((version) => ({ ...version, confidence: 'unverified' as const })) }
        : rule,
    );
    const model = compose({ ...LAPSED, rules });
    const block = blocksOf(model, 'rule')[1]!;
    expect(wordsOf(block.finding.content)).toBe('条文数值待核，仅供排序参考，不作判定。');
    expect(wordsOf(block.basis.content)).toContain('[待核]');
    expect(block.dates).toBeNull();
  });
});

describe('the tables', () => {
  it('of the four rules has counts, days, dates and status', () => {
    expect(linesOf(tablesOf(LAPSED, '一、审计结论')[0]!)).toEqual([
      '半月维护保养|监察条例第31条第2款 [法定]|15日|17|5|19|2026-11-11|2026-11-26|临期',
      '季度维护保养|TSG T5002-2017第6条 [通行读法]|3个月|3|1|3|2026-11-11|2027-02-11|在期内',
      '半年维护保养|TSG T5002-2017第6条 [通行读法]|6个月|1|1|2|2026-11-11|2027-05-11|在期内',
      '年度维护保养|TSG T5002-2017第6条 [通行读法]|12个月|1|0|0|2026-11-11|2027-11-11|在期内',
    ]);
  });

  it('of intervals has every interval with both ends, category and record number, late rows marked', () => {
    const [halfMonth, longer] = tablesOf(LAPSED, '五、间隔明细');
    const lines = linesOf(halfMonth!);
    expect(lines).toHaveLength(23);
    expect(lines[1]).toBe('*2|2025-11-26 半月 4019|2025-12-12 半月 4061|16|16|2025-12-11|超1日|2025-12-11一次');
    expect(lines[14]).toBe('15|2026-06-27 半月 4501|2026-07-28 半月 4536|31|8|2026-08-04|按期|停用23日不计');
    expect(lines[22]).toBe('23|2026-11-11 年度 4793|未到期，截至日2026-11-23|12|12|2026-11-26|余3日|不迟于11月26日');
    expect(lines.filter((text) => text.startsWith('*'))).toHaveLength(5);
    expect(halfMonth!.caption).toMatchObject({ label: '表1 半月维护保养间隔（期限15日）', right: '共23行' });
    expect(linesOf(longer!)).toContain(
      '*季度|2026-02-10 季度 4166|2026-05-13 半年 4386|92|92|2026-05-10|超3日|2026-05-10一次',
    );
  });

  it('of an abandoned elevator ends with the running interval and no visit on record', () => {
    const lines = linesOf(tablesOf(ABANDONED, '五、间隔明细')[0]!);
    expect(lines.at(-1)).toBe(
      '*14|2026-06-12 半月 4468|未见到场记录|164|129|2026-06-27|已超114日|自2026-06-27起每15日一次，至2026-10-10共8次',
    );
  });

  it('fill the text width, and no cell is left without a column', () => {
    for (const locale of ['zh-CN', 'en'] as const)
      for (const table of blocksOf(compose({ ...LAPSED, locale }), 'table')) {
        expect(table.columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(164, 0);
        for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
      }
  });

  it('without intervals or visits give a sentence instead of an empty table', () => {
    const model = compose(NO_DATA);
    expect(section(model, '五、间隔明细')).toHaveLength(1);
    expect(section(model, '七、资料与更正').map(({ kind }) => kind)).toEqual(['table', 'missing-glyphs']);
    expect(blocksOf(model, 'strip')[0]!.words.nothing).toBe('没有起算日期和到场记录，无图可绘。');
  });
});

describe('outages', () => {
  it('show how many days the clock stood and what became of the deadline', () => {
    expect(linesOf(tablesOf(LAPSED, '四、停用与计时')[0]!)).toEqual([
      '2026-06-29|2026-07-22|23日|更换曳引钢带|半月期限由2026-07-12顺延至2026-08-04；2026-07-28到场，按期|4512',
    ]);
  });

  it('still open are counted through the as-of day and said to be open', () => {
    expect(linesOf(tablesOf(ABANDONED, '四、停用与计时')[0]!)).toEqual([
      '2026-10-20|未启用|35日|长期停用，等待更换主机|无|4700',
    ]);
    const paused = { ...ABANDONED, outages: [{ no: '4700', from: '2026-06-20' as CivilDate }] };
    expect(linesOf(tablesOf(paused, '四、停用与计时')[0]!)[0]).toContain(
      '自2026-06-12起算的半月期限暂停计时，启用后续计',
    );
  });

  it('still open under several visits say once which deadlines they hold back', () => {
    const visits = [...ABANDONED.visits!, '4801 2026-06-25', '4802 2026-07-09'];
    const outages = [{ no: '4700', from: '2026-06-20' as CivilDate }];
    const [line] = linesOf(tablesOf({ ...ABANDONED, visits, outages }, '四、停用与计时')[0]!);
    expect(line).toContain('自2026-06-12至2026-07-09起算的3个半月期限暂停计时，启用后续计');
    expect(line!.split('暂停计时')).toHaveLength(2);
  });

  it('outside the period are left out', () => {
    const outages = [{ no: '1', from: '2024-01-01' as CivilDate, to: '2025-11-24' as CivilDate }];
    expect(section(compose({ ...LAPSED, outages }), '四、停用与计时').map(({ kind }) => kind)).toEqual(['paragraph']);
  });
});

describe('records and corrections', () => {
  it('are counted, corrected values explained, refused rows named with column, value and reason', () => {
    const [matters, visits] = tablesOf(LAPSED, '七、资料与更正');
    expect(linesOf(matters!)).toEqual([
      '维保记录|22|期内所据到场记录，均有使用单位安全管理人员确认',
      '录入|24|维保与停用记录：当期录入1次，补录0次，导入23次',
      '更正|1|记录4301更正记录4278：到场日由2026-03-31改为2026-03-28；理由：录入笔误',
      expect.stringMatching(/^未采纳行\|2\|visits-2026\.csv 第96行，结束时间“08:10”：.*早于开始.*09:30/),
      expect.stringMatching(/^\|\|visits-2026\.csv 第512行，维保日期“2026年12月31日”：晚于今日/),
      '来源文件|1|visits-2026.csv（SHA-256 7d865e959b246691…）',
    ]);
    expect(linesOf(visits!)[0]).toBe('4019|2025-11-26|半月|08:28–09:58|张建国、李明|吴国平');
    expect(linesOf(visits!)).toHaveLength(22);
  });

  it.each([
    ['zh-CN', '七、资料与更正', '检查表|22|检查项目逐项作答44项，用“其余全部正常”一键记为正常22项，未记作答方式22项'],
    [
      'en',
      '7. Records and corrections',
      'Checklists|22|Items set one by one: 44; set in order at once by the key for the rest: 22; how not on record: 22',
    ],
  ] as const)('with checklists say how their items were set (%s)', (locale, heading, line) => {
    const set = (index: number, how?: 'each' | 'rest') =>
      ({ itemId: `A-1.${index}`, outcome: 'ok', ...(how === undefined ? {} : { set: how }) }) as const;
    const results = [set(1, 'each'), set(2, 'rest'), set(3), set(4, 'each')];
    const visitFields = { checklist: { packId: 'cn', packVersion: '1', results } };
    expect(linesOf(tablesOf({ locale, visitFields }, heading)[0]!)[1]).toBe(line);
  });

  it('without technicians, times or confirmation say that none is on record', () => {
    const visitFields = { technicians: [], confirmedBy: undefined, startedAt: undefined, endedAt: undefined } as never;
    const [matters, visits] = tablesOf({ visitFields }, '七、资料与更正');
    expect(linesOf(matters!)[0]).toContain('22次未见使用单位安全管理人员确认，22次未见维保人员');
    expect(linesOf(visits!)[0]).toBe('4019|2025-11-26|半月|未见记录|未见记录|未见记录');
  });

  it('withdrawn stay out of the judgement and are told with who withdrew them and why', () => {
    const amendment = {
      id: 'dbd3dadc/4800' as RecordId,
      at: '2026-04-02T09:12:00+08:00',
      author: '张建国',
      reason: '重复录入',
      changes: [],
      withdrawn: true as const,
    };
    const story = { ...LAPSED, amendments: { '4278': { original: {}, amendment } } };
    const [matters, visits] = tablesOf(story, '七、资料与更正');
    expect(linesOf(matters!)).toContain('更正|1|记录4800撤回记录4278；理由：重复录入');
    expect(linesOf(visits!).some((text) => text.startsWith('4278|'))).toBe(false);
    expect(linesOf(tablesOf(story, '五、间隔明细')[0]!).join()).not.toContain('4278');
  });

  it('of inspections and call-outs are told in their own words', () => {
    const evidence = storyEvidence(LAPSED);
    const amended = (id: string, value: object, field: string, from: string, to: string | null) => ({
      id: `dbd3dadc/${id}` as RecordId,
      at: '2026-04-01T09:12:00+08:00',
      author: '张建国',
      value: { registrationNo: evidence.dossier.registrationNo, ...value } as never,
      original: {} as never,
      amendments: [
        {
          id: `dbd3dadc/${id}1` as RecordId,
          at: '2026-04-02T09:12:00+08:00',
          author: '张建国',
          reason: '录入笔误',
          changes: [{ field, from, to }],
        },
      ],
    });
    const inspection = { date: '2026-04-01', kind: 'periodic', result: 'fail' };
    const callOut = { kind: 'entrapment', reportedAt: '2026-04-01T08:00' };
    const told = {
      ...evidence,
      dossier: {
        ...evidence.dossier,
        inspections: [
          amended('50', inspection, 'result', 'pass', 'fail'),
          amended('51', inspection, 'kind', 'self-test', 'periodic'),
        ],
        callouts: [
          amended('60', callOut, 'kind', 'fault', 'entrapment'),
          amended('61', callOut, 'note', 'other', null),
        ],
      },
    };
    const matters = blocksOf(composeComplianceReport(told), 'table').find(({ rows }) =>
      linesOf({ rows })[0]?.startsWith('维保记录'),
    );
    const lines = linesOf(matters!).join('\n');
    expect(lines).toContain('记录501更正记录50：结论由合格改为不合格；理由：录入笔误');
    expect(lines).toContain('记录511更正记录51：检验类别由自行检测改为定期检验');
    expect(lines).toContain('记录601更正记录60：事件类别由故障改为困人');
    expect(lines).toContain('记录611更正记录61：备注由other改为无');
  });

  it('notes of visits are printed whole', () => {
    const [matters] = tablesOf({ ...LAPSED, visitFields: { note: '曳引绳有油污，已清理' } }, '七、资料与更正');
    expect(linesOf(matters!)).toContain('备注|22|记录4019（2025-11-26）：曳引绳有油污，已清理');
  });
});

describe('what the report says of itself', () => {
  it('is no inspection report; verdicts can be computed again; what signature and chain show and do not show', () => {
    const notes = section(compose(LAPSED), '八、依据与说明').map((block) =>
      block.kind === 'paragraph' ? wordsOf(block.runs) : '',
    );
    const text = notes.join('');
    expect(text).toContain('不是检验报告');
    expect(text).toContain('由附带记录（evidence.json）重新计算得出');
    expect(text).toContain('链头可据以发现记录被事后改写；二者不证明记录录入时即属真实');
    expect(text).toContain('链头须在别处另有留存');
    expect(text).not.toContain('没有日志');
  });

  it('made from files says that no journal was kept', () => {
    const text = everyWord(compose({ ...LAPSED, chain: { origin: 'files' } })).join('');
    expect(text).toContain('本报告由命令行据所列文件生成，没有日志');
  });

  it('names signer, whole fingerprint in groups, claimed time as claimed, and the seal with the day of signing', () => {
    const block = blocksOf(compose({ ...LAPSED, asOf: '2026-11-20' }), 'signature')[0]!;
    const rows = Object.fromEntries(block.rows.map(({ label, lines }) => [label, lines.join(' ')]));
    expect(rows['签名单位']).toBe('绿源物业服务有限公司');
    expect(rows['证书指纹']).toBe(
      'SHA-256 cacc bd53 78ae 05c4 a368 0c3d c135 fb78 4038 2ecc 2c8d ec08 b2a7 9bc7 e56f f5eb',
    );
    expect(rows['声明时间']).toBe('2026-11-23 18:20:45 +08:00 签名人自述，未经时间戳机构证明');
    expect(block.seal.date).toBe('2026年11月23日');
    expect(compose(LAPSED).signatureField.join()).toContain('签名人自述');
  });

  it('carries number, whole chain head and the start of the fingerprint in the QR code, as plain text', () => {
    const { qr, head } = blocksOf(compose(LAPSED), 'verification')[0]!;
    expect(qr.split('\n')).toEqual([
      '绿源梯审〔2026〕合字第0117号',
      'dbd3dadce93cfead23a781186df5cd3cb62ab13acccd70636f81764b76aa8718',
      'caccbd5378ae05c4',
    ]);
    expect(head.replaceAll(' ', '')).toBe(`链头${qr.split('\n')[1]!}`);
  });

  it('is marked as made up when the elevator is', () => {
    expect(compose({ elevator: { sample: true } }).sampleMark).toBe('样例数据，非真实电梯');
    expect(compose({}).sampleMark).toBeNull();
  });
});

describe('particulars', () => {
  it('state the age in years and months since acceptance, else since the start of service', () => {
    const age = (story: Story) => wordsOf(blocksOf(compose(story), 'facts')[0]!.rows.at(-1)![1]!.content);
    expect(age({})).toBe('22年6个月');
    expect(age({ elevator: { acceptedOn: null } })).toBe('22年5个月');
    expect(age({ elevator: { acceptedOn: '2026-10-24' } })).toBe('0年0个月');
    expect(age({ elevator: { acceptedOn: '2026-10-23' } })).toBe('0年1个月');
    expect(age({ elevator: { acceptedOn: null, inServiceOn: null } })).toBe('未见记录');
  });

  it('say of a missing field that no record was seen', () => {
    const facts = blocksOf(compose({ elevator: { rescueCode: null, userUnit: null } }), 'facts')[0]!.rows.flat();
    expect(facts.filter(({ content }) => wordsOf(content) === '未见记录').map(({ label }) => label)).toEqual([
      '96333识别码',
      '使用单位',
    ]);
  });

  it('say of an on-demand regime that the pack does not relax the limit', () => {
    const facts = blocksOf(compose({ elevator: { regime: 'on-demand:30' } }), 'facts')[0]!.rows.flat();
    expect(facts.map(({ content }) => wordsOf(content))).toContain('登记为按需（30日）；规则包不予放宽，仍按15日计');
  });

  it('with a whole permission say by what it is judged, with both counts beside the verdict', () => {
    const elevator = {
      regime: 'on-demand:60',
      regimeAuthority: '某市市场监管局',
      regimeDocument: '7号',
      regimeFrom: '2025-01-01',
      regimeTo: '2027-11-30',
      regimeMonitoring: '平台3号',
      regimeContract: 'HT-7',
      regimeInsurance: 'BX-7',
    };
    for (const locale of ['zh-CN', 'en'] as const) {
      const report = compose({ ...LAPSED, elevator, locale });
      const verdict = wordsOf(blocksOf(report, 'verdict').at(-1)!.runs);
      const facts = blocksOf(report, 'facts')[0]!
        .rows.flat()
        .map(({ content }) => wordsOf(content));
      if (locale === 'en') {
        expect(verdict).toContain('while the text itself knows no exception. Intervals of the period over 15 days: ');
        expect(facts).toContain(
          'On-demand (60 days), 2025-01-01 to 2027-11-30, 某市市场监管局, 7号; the text says 15 days, see the verdict',
        );
      } else {
        expect(verdict).toContain('条文本身没有例外。期内超过15日的间隔');
        expect(facts).toContain('按需（60日），2025-01-01至2027-11-30，某市市场监管局7号；条文为15日，见结论');
      }
    }
  });
});

describe('in English', () => {
  const stories = [LAPSED, ABANDONED, COMPLIANT, NO_DATA, SHUT];
  it('no sentence of ours has Chinese punctuation or a Chinese word left', () => {
    const own = /[，。；：、！？“”]|期限|维护|停用(?!，)/;
    const registered =
      /拱墅区|翠柏|绿源|恒升|通力|住宅|24层|曳引钢带|长期停用|录入笔误|维保日期|结束时间|2026年|张建国|李明|吴国平|孙丽华|〔2026〕|梯11浙|^停用$/;
    for (const story of stories)
      for (const word of everyWord(compose({ ...story, locale: 'en' })))
        if (!registered.test(word)) expect(word).not.toMatch(own);
  });

  it('the verdict of a lapsed elevator carries the same figures', () => {
    const { title, text } = verdictOf({ ...LAPSED, locale: 'en' });
    expect(title).toBe('Lapsed (law), restored by the as-of day');
    expect(text).toContain('of 22 intervals in the period, 5 ran past the limit of 15 days, by 19 service days in all');
    expect(text).toContain('(limit 26 January 2026, visit 10 February 2026)');
    expect(text).toContain('a deviation, no breach is found on it');
    expect(text).toContain('is due by 26 November 2026. Records begin on 11 November 2025;');
  });

  it('both languages have the same blocks in the same order', () => {
    for (const story of stories)
      expect(compose({ ...story, locale: 'en' }).blocks.map(({ kind }) => kind)).toEqual(
        compose(story).blocks.map(({ kind }) => kind),
      );
  });
});

describe('a report under a pack without rules for visits', () => {
  it('says so instead of drawing empty tables, and still judges what the pack asks for', () => {
    const rules = storyEvidence(LAPSED).pack.rules.filter(({ id }) => !id.startsWith('cn.maintenance.'));
    const model = compose({ ...LAPSED, rules, scope: 'all' });
    expect(everyWord(model)).toContain('这个规则包没有按固定间隔维护保养的要求。');
    expect(section(model, '一、审计结论').some(({ kind }) => kind === 'table')).toBe(false);
    expect(section(model, '六、检验、检测与检查').some(({ kind }) => kind === 'table')).toBe(true);
    expect(section(model, '二、年度维保图').map(({ kind }) => kind)).toEqual(['paragraph']);
  });
});

describe('the confirmations of the user unit', () => {
  const evidence = storyEvidence(COMPLIANT);
  const { visits } = evidence.dossier;
  const alone = visits.filter(({ id }) => visits.filter((other) => other.id === id).length === 1);
  const [last, before, third] = alone.toReversed();
  const said = (visit: (typeof visits)[number], part: Partial<Confirmation>) => ({
    id: '4f1a92c7/900.1' as RecordId,
    at: '2026-11-23T09:00:00+08:00',
    author: '孙丽华',
    value: {
      ...{
        registrationNo: visit.value.registrationNo,
        visit: visit.id,
        version: visit.id,
        hash: 'a'.repeat(64),
        turn: 1,
      },
      ...{ act: 'given', on: '2026-11-22' as CivilDate, by: '周敏', how: 'later', ...part },
    } as Confirmation,
  });
  const material = (confirmations: readonly ReturnType<typeof said>[] | undefined): string => {
    const { confirmations: _, ...dossier } = evidence.dossier;
    const given = confirmations === undefined ? dossier : { ...dossier, confirmations };
    return everyWord(composeComplianceReport({ ...evidence, dossier: given })).join(' ');
  };

  it('are counted by how the visits stand, with who refused and why', () => {
    const words = material([
      said(last!, {}),
      said(before!, { act: 'refused', how: undefined, reason: '当日无人到场' } as unknown as Partial<Confirmation>),
      said(third!, { version: '4f1a92c7/1' as RecordId }),
    ]);
    expect(words).toMatch(/已确认 1，(据记录已确认 \d+，)?更正前已确认 1，拒绝确认 1/);
    expect(words).toContain(`${before!.id.split('/')[1]}：周敏于2026-11-22拒绝确认，理由：当日无人到场`);
    expect(words).toContain('1次的确认在更正之前');
    expect(words).toContain('周敏 2026-11-22');
  });

  it('are not spoken of where there are none, nor in reports of before', () => {
    expect(material([])).toBe(material(undefined));
    expect(material([])).not.toContain('散列值，见附带记录');
  });
});
