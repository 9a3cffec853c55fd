import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';
import { shippedPack } from '../../support/shipped-packs';
import { overPack, PackFolder, rule, smallPack, version } from '../../support/small-pack';

const regulations = join(import.meta.dirname, '..', '..', '..', 'resources', 'regulations');
const FAULTY = smallPack('faulty', { zone: 'Asia/Atlantis', rules: [rule('r.one', { warnDays: 3 })] });

interface Summary {
  readonly id: string;
  readonly rules: number;
  readonly extends: string | null;
  readonly file: string;
}

describe('packs', () => {
  let folder: PackFolder;
  beforeEach(() => {
    folder = new PackFolder();
  });
  afterEach(() => folder.end());

  it.each([
    [
      'zh-CN',
      /^规则包 +版本 +名称 +所读文本 +查新至 +未读新版 +规则 +要求 +扩展自 +文件\n/,
      /\ncn +\d+\.\d+ +中国大陆/,
    ],
    [
      'en',
      /^Pack +Version +Title +Texts read +Looked until +Newer +Rules +Requirements +Extends +File\n/,
      /\ncn +\d+\.\d+ +Mainland China/,
    ],
  ] as const)('lists what there is, in %s', async (locale, head, china) => {
    const { code, out, err } = await answer(['packs'], { locale });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(head);
    expect(out).toMatch(china);
  });

  it('lists them as JSON, with those of a folder, each with what it extends and the file it came from', async () => {
    folder.write('mine.json', overPack('mine', 'cn', { rules: [rule('mine.one')] }));
    const { code, out } = await answer(['packs', '--format', 'json', '--packs-dir', folder.path]);
    expect(code).toBe(0);
    const packs = JSON.parse(out) as Summary[];
    const china = packs.find(({ id }) => id === 'cn');
    expect(china).toMatchObject({ extends: null, file: 'cn.json', title: { en: expect.stringMatching(/China/) } });
    expect(packs.at(-1)).toMatchObject({ id: 'mine', extends: 'cn', file: 'mine.json', rules: china!.rules + 1 });
  });

  it('shows one pack whole: versions with dates, counting, limit, clause and weight, then the rest', async () => {
    folder.write(
      'mine.json',
      smallPack('mine', {
        rules: [
          rule('r.one', {
            versions: [
              version({ effectiveFrom: null, effectiveTo: '2023-12-31', confidence: 'reading' }),
              version({
                effectiveFrom: '2024-01-01',
                interval: { count: 1, unit: 'year' },
                counting: { mode: 'certificate-expiry', earlyWindow: null },
                limitText: { 'zh-CN': '按证书', en: 'by the certificate' },
              }),
            ],
          }),
        ],
      }),
    );
    const lines = ['packs', '--id', 'mine', '--packs-dir', folder.path];
    const english = await answer(lines);
    expect(english.code).toBe(0);
    expect(english.out).toContain('until 2023-12-31; 1 month; from the last act, calendar days  [accepted reading]');
    expect(english.out).toContain('from 2024-01-01; by the certificate; before the certificate expires  [law]');
    expect(english.out).toContain('Order 1 art. 1\n      text read: 2026-06; successor looked for until 2026-06-15\n');
    for (const title of ['\nRules\n', '\nRequirements\n', '\nSources\n', '\nDoubts\n'])
      expect(english.out).toContain(title);
    const chinese = await answer(lines, { locale: 'zh-CN' });
    expect(chinese.out).toContain('至 2023-12-31；1个月；上次起算，日历天  [通行读法]');
    expect(chinese.out).toContain('2024-01-01 起；按证书；证书到期前  [法定]');
    const json = JSON.parse((await answer([...lines, '--format', 'json'])).out) as Record<string, unknown>;
    expect(json).toMatchObject({
      id: 'mine',
      rules: [{ versions: [{}, { counting: { mode: 'certificate-expiry' } }] }],
    });
    expect(Object.keys(json)).toEqual(expect.arrayContaining(['requirements', 'sources', 'doubts', 'sha256', 'file']));
  });

  it.each([
    [
      'zh-CN',
      [
        '严重  severe-25-2\n    未经监督检验，或检验、检测不合格仍使用。  [法定]\n',
        '重大  major-4.6-d  品种 3310、3320\n',
        '停用：严重，当日，使用单位\n',
        '整改：一般，风险 I 类，7 天，使用单位\n',
        '  1  I   I   I    I    II   III\n',
        '1 高：死亡、系统损失或严重环境破坏。  [通行读法]\n',
        '悬挂钢丝绳  suspension-rope',
        '15 年，可以作安全评估  hz.old.15\n',
        '53 主机不能防开门移动  5.9.4、5.12.1  [待核]  高 [待核]\n',
        '  结论：继续使用、修理、改造、更新',
        '更新每台封顶6万元',
        '保险：杭州拱墅2017年首单',
      ],
    ],
    [
      'en',
      [
        'severe  severe-25-2\n    Used without supervised inspection, or after failing an inspection or test.  [law]\n',
        'major  major-4.6-d  kinds 3310, 3320\n',
        'Stop of use: severe, the same day, user unit\n',
        'Rectification: ordinary, risk group I, 7 days, user unit\n',
        '  1  I   I   I    I    II   III\n',
        '15 years; an assessment may be made  hz.old.15\n',
        '53 Machine allows movement with doors open  5.9.4, 5.12.1  [unverified]  high [unverified]\n',
        '  Conclusions: keep in use, repair, modernise, replace',
        'Insurance: Gongshu, Hangzhou, first policy of 2017',
      ],
    ],
  ] as const)('shows what a pack knows of hazards, each fact with its weight, in %s', async (locale, lines) => {
    const { code, out } = await answer(['packs', '--id', 'cn-zj-hz'], { locale });
    expect(code).toBe(0);
    for (const line of lines) expect(out).toContain(line);
  });

  it('as JSON carries the hazards whole, and null where a pack knows nothing of them', async () => {
    const hazardsOf = async (id: string): Promise<unknown> =>
      (JSON.parse((await answer(['packs', '--id', id, '--format', 'json'])).out) as { hazards: unknown }).hazards;
    expect(await hazardsOf('cn-zj-hz')).toEqual(shippedPack('cn-zj-hz').hazards);
    expect(await hazardsOf('de')).toBeNull();
  });

  it('with an unknown id names the known ones', async () => {
    const { code, err } = await answer(['packs', '--id', 'atlantis']);
    expect(code).toBe(2);
    expect(err).toMatch(/There is no rule pack "atlantis"; there are: .*\bcn\b/);
    const audit = ['audit', '--register', 'x', '--visits', 'x', '--as-of', '2026-11-23', '--pack', 'atlantis'];
    expect((await answer(audit, { locale: 'zh-CN' })).err).toMatch(/没有规则包“atlantis”；现有：.*cn/);
  });

  it('names a pack that was refused, lists the others, and exits with 2', async () => {
    folder.write('faulty.json', FAULTY);
    const { code, out, err } = await answer(['packs', '--packs-dir', folder.path]);
    expect(code).toBe(2);
    expect(out).toContain('cn.json');
    expect(out).not.toContain('faulty');
    expect(err).toMatch(/^faulty\.json:\d+:\d+: There is no time zone called Asia\/Atlantis\. \[\/zone\]\n$/);
  });

  it('judges by a pack of the folder, and still takes what only other packs have a name for', async () => {
    folder.write('mine.json', smallPack('mine'));
    const register = folder.write('elevators.csv', 'registration_no,kind,accepted_on\nT1,L1,2020-01-01\nT2,3110,\n');
    const visits = folder.write('visits.csv', 'registration_no,date,task\nT1,2026-11-01,半月\n');
    const line = ['audit', '--register', register, '--visits', visits, '--as-of', '2026-11-23', '--format', 'json'];
    const { code, out, err } = await answer([...line, '--pack', 'mine', '--packs-dir', folder.path]);
    expect([err, code === 2]).toEqual(['', false]);
    expect(JSON.parse(out)).toMatchObject({ pack: { id: 'mine' }, elevators: [{}, {}], problems: [] });
  });
});

describe('packs validate', () => {
  let folder: PackFolder;
  beforeEach(() => {
    folder = new PackFolder();
  });
  afterEach(() => folder.end());

  it('says of a good file that it is in order, also of one that extends a pack of the program', async () => {
    const good = folder.write('good.json', smallPack('good'));
    const over = folder.write('over.json', overPack('over', 'cn'));
    const { code, out, err } = await answer(['packs', 'validate', good, over]);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')).toEqual([
      `${good}: the rule pack good 1 is in order (rules: 1, requirements: 1).`,
      expect.stringMatching(/over\.json: the rule pack over 1 is in order/),
      '',
    ]);
  });

  it('takes files that extend each other, in any order', async () => {
    const base = folder.write('base.json', smallPack('base'));
    const over = folder.write('over.json', overPack('over', 'base'));
    expect((await answer(['packs', 'validate', over, base])).code).toBe(0);
    expect((await answer(['packs', 'validate', over])).err).toMatch(/There is no pack base to extend/);
  });

  it.each([
    ['en', /faulty\.json:\d+:11: There is no time zone called Asia\/Atlantis\. \[\/zone\]\n$/],
    ['zh-CN', /faulty\.json:\d+:11: 没有名为 Asia\/Atlantis 的时区。 \[\/zone\]\n$/],
  ] as const)('tells the line and the reason of every fault on standard error, in %s', async (locale, line) => {
    const faulty = folder.write('faulty.json', JSON.stringify(FAULTY, null, 8).replace('"zone"', '  "zone"'));
    const good = folder.write('good.json', smallPack('good'));
    const { code, out, err } = await answer(['packs', 'validate', faulty, good], { locale });
    expect(code).toBe(2);
    expect(err).toMatch(line);
    expect(out).toContain('good.json');
    expect(out).not.toContain('faulty');
  });

  it('as JSON prints one object a file, faults included, and nothing on standard error', async () => {
    const broken = folder.write('broken.json', '{\n  "id": 1,\n}');
    const good = folder.write('good.json', smallPack('good'));
    const { code, out, err } = await answer(['packs', 'validate', broken, good, '--format', 'json'], {
      locale: 'zh-CN',
    });
    expect([code, err]).toEqual([2, '']);
    expect(JSON.parse(out)).toEqual([
      {
        file: broken,
        valid: false,
        id: null,
        version: null,
        faults: [{ line: 3, column: 1, pointer: '', reason: expect.stringMatching(/多了一个逗号/) }],
        more: 0,
      },
      { file: good, valid: true, id: 'good', version: '1', faults: [], more: 0 },
    ]);
  });

  it("finds the program's own packs in order where they lie, and a copy of one in the way", async () => {
    const cn = join(regulations, 'cn.json');
    expect((await answer(['packs', 'validate', cn])).code).toBe(0);
    const copy = folder.write('copy.json', smallPack('cn'));
    const { code, err } = await answer(['packs', 'validate', copy]);
    expect(code).toBe(2);
    expect(err).toMatch(/copy\.json:4:3: The id cn belongs to the pack in cn\.json already\. \[\/id\]/);
  });

  it('without a file, with a file that is not there, or with another word is bad usage', async () => {
    expect(await answer(['packs', 'validate'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/FILE\.json is missing/),
    });
    expect(await answer(['packs', 'validate', join(folder.path, 'no.json')])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/there is no such file/),
    });
    expect(await answer(['packs', 'bless'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no command "packs bless"/),
    });
  });
});
