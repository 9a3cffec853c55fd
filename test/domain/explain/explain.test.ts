import { describe, expect, it } from 'vitest';
import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../domain/calendar/period';
import type { Elevator, Outage, RegistrationNo } from '../../../domain/elevator/elevator';
import { explain } from '../../../domain/explain/explain';
import { actsPhrase, nameOf } from '../../../domain/explain/act-names';
import { explanationLines, findingSentence } from '../../../domain/explain/explanation-lines';
import { fill } from '../../../domain/explain/words/explain-words';
import { explainEn } from '../../../domain/explain/words/en';
import { explainZhCn } from '../../../domain/explain/words/zh-cn';
import type { Act, Inspection } from '../../../domain/inspection/inspection';
import type { Locale } from '../../../domain/pack/legal-basis';
import type { ScheduleRule } from '../../../domain/pack/rule-pack';
import { noRecords, type Dossier, type Recorded } from '../../../domain/record/dossier';
import type { RecordId } from '../../../domain/record/record-id';
import { historyOf } from '../../../domain/headline/history';
import { compileRule } from '../../../domain/service-clock/compiled-rule';
import type { Visit } from '../../../domain/visit/visit';
import { cnPack as CHINA_PACK } from '../../support/cn-pack';
import { judgedByShipped, type Done } from '../../support/judged-by-shipped';

const NO = '梯11浙A12007(04)' as RegistrationNo;
const AS_OF = '2026-11-23' as CivilDate;

let serial = 0;
function recorded<T>(value: T, part: Partial<Recorded<T>> = {}): Recorded<T> {
  serial += 1;
  return { id: `01234567/${serial}` as RecordId, at: '2026-11-23T08:00:00+08:00', author: '', value, ...part };
}

const visit = (date: string, task: Visit['task'] = 'half-month'): Visit => {
  return { registrationNo: NO, date: date as CivilDate, task, technicians: ['甲'] };
};
const inspection = (date: string, kind: Inspection['kind'], result: Inspection['result'] = 'pass'): Inspection => {
  return { registrationNo: NO, date: date as CivilDate, kind, result };
};

interface Story {
  readonly elevator?: Partial<Elevator>;
  readonly visits?: readonly Recorded<Visit>[];
  readonly outages?: readonly Outage[];
  readonly inspections?: readonly Recorded<Inspection>[];
}

function dossierOf({ elevator = {}, visits = [], outages = [], inspections = [] }: Story): Dossier {
  return {
    ...noRecords(),
    registrationNo: NO,
    elevator: recorded<Elevator>({ registrationNo: NO, kind: '3110', regime: 'standard', ...elevator }),
    visits,
    outages: outages.map((outage) => recorded(outage)),
    inspections,
  };
}

function explained(story: Story, ruleId: string, asOf = AS_OF) {
  const rule = CHINA_PACK.rules.find(({ id }) => id === ruleId);
  if (rule === undefined) throw new Error(`no rule ${ruleId}`);
  return explainedBy(story, rule, CHINA_PACK.rules, asOf);
}

function explainedBy(story: Story, rule: ScheduleRule, rules: readonly ScheduleRule[], asOf = AS_OF) {
  const dossier = dossierOf(story);
  const history = historyOf(dossier);
  const compiled = compileRule(rule, rules);
  const window = auditWindow(asOf, defaultPeriod(asOf));
  const { kind, place } = dossier.elevator.value;
  const audit = auditElevator({ registrationNo: NO, kind, place, history }, [compiled], window).rules[0]!;
  return explain({ dossier, history, rule, compiled, audit, window });
}

const text = (e: ReturnType<typeof explained>, locale: Locale, asOf = AS_OF): string[] =>
  explanationLines(e, CHINA_PACK, asOf, locale).map(({ label, text: said }) => `${label}: ${said}`);

describe('an overdue half-month', () => {
  const story: Story = {
    elevator: { inServiceOn: '2026-01-01' as CivilDate },
    visits: [
      recorded(visit('2026-01-01')),
      recorded(visit('2026-01-25')),
      recorded(visit('2026-11-01'), { withdrawn: true }),
      recorded(visit('2026-02-08'), { original: visit('2026-02-02') }),
      recorded(visit('2025-12-20')),
    ],
  };

  it('names clause, version, anchor, limit, deadline, acts counted and not, and the counterfactual', () => {
    const e = explained(story, 'cn.maintenance.half-month');
    expect(e.status).toBe('overdue');
    expect(e.running).toMatchObject({ from: '2026-02-08', fromAct: true, to: null, deadline: '2026-02-23' });
    expect(e.limit).toEqual({ count: 15, unit: 'day' });
    expect(e.version.effectiveFrom).toBe('2003-06-01');
    expect(e.counted.map(({ date }) => date)).toEqual(['2026-01-01', '2026-01-25', '2026-02-08']);
    expect(e.notCounted.map(({ date, reason }) => `${date} ${reason}`)).toEqual([
      '2025-12-20 before-clock-start',
      '2026-02-02 corrected',
      '2026-11-01 withdrawn',
    ]);
  });

  it('says so in whole sentences of either language', () => {
    const e = explained(story, 'cn.maintenance.half-month');
    expect(text(e, 'en')).toEqual(
      expect.arrayContaining([
        'Counted from: from the half-month visit of 8 February 2026',
        'Finding: Due by 23 February 2026; no record of a visit of any category by 23 November 2026: 273 service days over, 19 missed',
        'Gap: 1 January 2026 to 25 January 2026: due by 16 January 2026, 9 service days late, 1 missed (Safety Reg. art. 31(2), in force from 1 June 2003, law)',
        'What would be lawful: In time, had a visit of any category been done on 16 January 2026, the last lawful day',
        'What would be lawful: In time, had a visit of any category been done on 23 February 2026 and then every 15 days until 20 November 2026, 19 times in all, each time on the last lawful day',
        'What would be lawful: Lawful, had a visit of any category been done 20 times from 16 January 2026 to 20 November 2026, each time on the last lawful day',
        'Not counted: 1 as first recorded, since corrected: half-month visit (2026-02-02)',
        'Not counted: 1 withdrawn: half-month visit (2026-11-01)',
      ]),
    );
    expect(text(e, 'zh-CN')).toEqual(
      expect.arrayContaining([
        '起算: 自2026年2月8日的半月维保起算',
        '超期: 2026年1月1日至2026年1月25日：应不迟于2026年1月16日，迟9个在用日，错过1次（监察条例第31条第2款，2003年6月1日起施行，法定）',
        '怎样才合规: 若在2026年1月16日（最迟日）做过一次任何类别的维保，这段间隔即不超期',
        '怎样才合规: 若自2026年2月23日起每15日做过一次任何类别的维保，至2026年11月20日共19次（每次均在最迟日），这段间隔即不超期',
      ]),
    );
  });

  it('a visit before the clock start is named as not counted', () => {
    const early: Story = {
      elevator: { recordsFrom: '2026-10-10' as CivilDate },
      visits: [recorded(visit('2026-10-01')), recorded(visit('2026-10-20')), recorded(visit('2026-11-30'))],
    };
    const e = explained(early, 'cn.maintenance.half-month');
    expect(e.notCounted.map(({ date, reason }) => `${date} ${reason}`)).toEqual([
      '2026-10-01 before-clock-start',
      '2026-11-30 after-as-of',
    ]);
  });
});

describe('a half-month that nobody has kept for twenty years', () => {
  const story: Story = { elevator: { inServiceOn: '2006-01-01' as CivilDate } };

  it('is told by the number of visits, the first and the last day; the object has every day', () => {
    const e = explained(story, 'cn.maintenance.half-month');
    expect(e.remedy?.days).toHaveLength(508);
    expect(text(e, 'en')).toContain(
      'What would be lawful: Lawful, had a visit of any category been done on 16 January 2006 and then every 15 days until 12 November 2026, 508 times in all',
    );
  });
});

describe('a rule that is not for this elevator', () => {
  it('has neither gaps nor anything that runs', () => {
    const [rule] = CHINA_PACK.rules;
    const forEscalators: ScheduleRule = { ...rule!, appliesTo: { kinds: ['3310'] } };
    const visits = [recorded(visit('2026-01-01')), recorded(visit('2026-03-01'))];
    const e = explainedBy({ visits }, forEscalators, [forEscalators]);
    expect(e).toMatchObject({ status: 'not-applicable', gaps: [], running: null, remedy: null });
    expect(text(e, 'zh-CN').join()).not.toContain('超期');
  });
});

describe('gaps of two versions', () => {
  it('keep clause, version and weight of the one that judged them', () => {
    const story: Story = {
      elevator: { acceptedOn: '2016-05-10' as CivilDate, inServiceOn: '2016-05-10' as CivilDate },
      inspections: [
        recorded(inspection('2016-05-10', 'supervision')),
        recorded(inspection('2021-05-08', 'periodic')),
        recorded(inspection('2022-05-08', 'periodic')),
        recorded(inspection('2023-05-20', 'self-test')),
        recorded(inspection('2026-11-01', 'periodic')),
      ],
    };
    const e = explained(story, 'cn.inspection.periodic');
    const [gap] = e.gaps;
    expect(gap).toMatchObject({ deadline: '2025-05-31', version: '2024-04-02', weight: 'law' });
    expect(gap?.legalBasis.shortClause.en).toBe('4.1');
    expect(gap?.remedy?.days).toEqual(['2025-05-31']);
    expect(text(e, 'zh-CN')).toContain('怎样才合规: 若在2025年5月31日（最迟日）做过一次定期检验，即为合规');
  });
});

describe('a rule that shorter visits do not answer', () => {
  it('names the shorter visits as of another category', () => {
    const story: Story = {
      elevator: { inServiceOn: '2025-01-10' as CivilDate },
      visits: [
        recorded(visit('2025-02-01', 'year')),
        recorded(visit('2026-10-01')),
        recorded(visit('2026-11-01', 'quarter')),
      ],
    };
    const e = explained(story, 'cn.maintenance.year');
    expect(e.status).toBe('overdue');
    expect(e.notCounted.map(({ act, reason }) => `${act} ${reason}`)).toEqual([
      'half-month other-category',
      'quarter other-category',
    ]);
    expect(findingSentence(e, CHINA_PACK, AS_OF, 'en')).toContain('no record of the year visit by 23 November 2026');
    expect(findingSentence(e, CHINA_PACK, AS_OF, 'en')).toContain('a deviation, no breach is found on it');
  });
});

describe('periodic inspection', () => {
  const accepted = { acceptedOn: '2019-06-18' as CivilDate, inServiceOn: '2019-07-01' as CivilDate };

  it('an inspection before its window answers nothing and is named so', () => {
    const story: Story = {
      elevator: accepted,
      inspections: [
        recorded(inspection('2019-06-18', 'supervision')),
        recorded(inspection('2023-06-02', 'periodic')),
        recorded(inspection('2026-01-15', 'periodic')),
      ],
    };
    const e = explained(story, 'cn.inspection.periodic');
    expect(e.status).toBe('overdue');
    expect(e.running).toMatchObject({ deadline: '2026-06-30', to: null });
    expect(e.notCounted).toMatchObject([{ date: '2026-01-15', reason: 'outside-window' }]);
  });

  it('one that was not passed is not counted', () => {
    const story: Story = {
      elevator: accepted,
      inspections: [
        recorded(inspection('2019-06-18', 'supervision')),
        recorded(inspection('2026-06-02', 'periodic', 'fail')),
        recorded(inspection('2026-06-20', 'periodic', 'recheck')),
      ],
    };
    const e = explained(story, 'cn.inspection.periodic');
    expect(e.counted.at(-1)).toMatchObject({ date: '2026-06-20' });
    expect(e.notCounted).toMatchObject([{ date: '2026-06-02', reason: 'not-passed' }]);
    expect(e.status).toBe('met');
  });

  it('without any record since its acceptance it is not shown, and nobody is blamed', () => {
    const e = explained({ elevator: accepted }, 'cn.inspection.periodic');
    expect(e.status).toBe('not-shown');
    expect(explained({ elevator: {} }, 'cn.inspection.periodic').status).toBe('no-data');
    expect(findingSentence(e, CHINA_PACK, AS_OF, 'zh-CN')).toBe('登记所载表明到期应有，未见记录；不作超期认定');
  });
});

const phrase = (task: Act, satisfiedBy: readonly Act[], locale: Locale): string =>
  actsPhrase({ task, satisfiedBy }, CHINA_PACK, locale);

describe('the words', () => {
  it('refuse a sentence whose place has no value', () => {
    expect(() => fill('due by {deadline}', {})).toThrow('deadline');
  });

  it('name what would answer: any visit, one category, a longer one, an inspection', () => {
    expect(phrase('half-month', ['half-month', 'quarter', 'half-year', 'year'], 'en')).toBe('a visit of any category');
    expect(phrase('quarter', ['quarter', 'half-year', 'year'], 'en')).toBe('a quarter visit or a longer one');
    expect(phrase('quarter', ['quarter', 'half-year', 'year'], 'zh-CN')).toBe('季度维保或更长类别的维保');
    expect(phrase('year', ['year'], 'zh-CN')).toBe('年度维保');
    expect(phrase('periodic', ['periodic', 'supervision'], 'zh-CN')).toBe('定期检验');
    expect(phrase('safety-gear', ['safety-gear', 'year'], 'en')).toMatch(/^the .+ or the year visit$/);
    expect(nameOf('periodic', CHINA_PACK, 'zh-CN')).toBe('定期检验');
  });

  it('have the same places in both languages', () => {
    const places = (value: unknown): unknown =>
      typeof value === 'string'
        ? [...value.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, places(member)]))
          : null;
    expect(places(explainEn)).toEqual(places(explainZhCn));
  });
});

describe('what still helps', () => {
  const asked = (acts: readonly Done[], status: string) => {
    const question = judgedByShipped(
      'cn',
      'cn.inspection.periodic',
      { kind: '3110', acceptedOn: '2020-06-15' as CivilDate, inServiceOn: '2020-06-15' as CivilDate },
      acts,
      ['2025-11-24', '2026-11-23'],
    );
    expect(question.audit.status).toBe(status);
    return explain(question);
  };

  it('a rule that is not shown: its report, or the act today, as the audit confirms it', () => {
    const explanation = asked([], 'not-shown');
    expect(explanation.next).toMatchObject({ on: '2026-11-23', act: 'periodic' });
    const lines = explanationLines(explanation, CHINA_PACK, '2026-11-23' as CivilDate, 'zh-CN');
    expect(lines.filter(({ kind }) => kind === 'remedy').map(({ text }) => text)).toEqual([
      expect.stringMatching(/^做过的，补录定期检验的报告；没有做过的，2026年11月23日做一次定期检验并合格，即在期内/),
    ]);
  });

  it('of a rule in time nothing is said', () => {
    expect(asked([['2026-06-10', 'periodic']], 'met').next).toBeNull();
  });
});
