import { en as termsEn } from '../../domain/terms/en';
import { zhCn as termsZh } from '../../domain/terms/zh-cn';
import { plural } from '../../domain/terms/plural';
import type { Conclusion } from '../../domain/assessment/assessment';
import type { HazardClass, Party, RiskGroup } from '../../domain/hazard/hazard';
import type { HazardNote, ItemPriority, OldAge, TimedStep } from '../../domain/pack/hazard-criteria';
import type { Locale } from '../../domain/pack/legal-basis';

interface HazardCriteriaWords {
  readonly components: string;
  readonly classes: string;
  readonly brings: (criterion: string) => string;
  readonly duties: string;
  readonly deadlines: string;
  readonly oldAges: string;
  readonly triggers: string;
  readonly programmes: string;
  readonly notes: string;
  readonly conclusions: (all: readonly { readonly id: Conclusion; readonly title: string }[]) => string;
  readonly hazardClass: Readonly<Record<HazardClass, string>>;
  readonly step: Readonly<Record<TimedStep, string>>;
  readonly party: Readonly<Record<Party, string>>;
  readonly group: (group: RiskGroup | undefined) => string;
  readonly days: (count: number) => string;
  readonly years: (age: OldAge) => string;
  readonly minYears: (count: number) => string;
  readonly priority: Readonly<Record<ItemPriority, string>>;
  readonly about: Readonly<Record<HazardNote['about'], string>>;
  readonly kinds: (codes: readonly string[]) => string;
  readonly comma: string;
  readonly colon: string;
}

const ZH: HazardCriteriaWords = {
  components: '部件与判废依据',
  classes: '严重与重大事故隐患的情形',
  brings: (criterion) => `同时是 ${criterion}，那一级的义务一并适用`,
  duties: '按级别的义务',
  deadlines: '期限',
  oldAges: '老旧年限',
  triggers: '其他需要安全评估的情形',
  programmes: '更新项目',
  notes: '浅底坑、保险与报告',
  conclusions: (all) => `结论：${all.map(({ title }) => title).join('、')}`,
  hazardClass: termsZh.hazardClass,
  step: termsZh.owedStep,
  party: termsZh.party,
  group: (group) => (group === undefined ? '其余' : `风险 ${group} 类`),
  days: (count) => (count === 0 ? '当日' : `${count} 天`),
  years: ({ years, assessment }) =>
    `${years} 年，${{ must: '须作安全评估', may: '可以作安全评估', none: '不要求安全评估' }[assessment]}`,
  minYears: (count) => `${count} 年以上`,
  priority: termsZh.itemPriority,
  about: termsZh.noteSubject,
  kinds: (codes) => `品种 ${codes.join('、')}`,
  comma: '，',
  colon: '：',
};

const EN: HazardCriteriaWords = {
  components: 'Components and when they are condemned',
  classes: 'What makes a hazard severe or major',
  brings: (criterion) => `is ${criterion} too; the duties of that class hold as well`,
  duties: 'Duties by class',
  deadlines: 'Deadlines',
  oldAges: 'Old by age',
  triggers: 'Other circumstances that ask for an assessment',
  programmes: 'Renewal programmes',
  notes: 'Shallow pits, insurance and reports',
  conclusions: (all) => `Conclusions: ${all.map(({ title }) => title.toLowerCase()).join(', ')}`,
  hazardClass: termsEn.hazardClass,
  step: termsEn.owedStep,
  party: termsEn.party,
  group: (group) => (group === undefined ? 'all others' : `risk group ${group}`),
  days: (count) => (count === 0 ? 'the same day' : plural(count, 'day')),
  years: ({ years, assessment }) =>
    `${plural(years, 'year')}; ${{ must: 'an assessment is due', may: 'an assessment may be made', none: 'no assessment is asked for' }[assessment]}`,
  minYears: (count) => `${count} years or more`,
  priority: termsEn.itemPriority,
  about: termsEn.noteSubject,
  kinds: (codes) => `kinds ${codes.join(', ')}`,
  comma: ', ',
  colon: ': ',
};

export const HAZARD_CRITERIA_WORDS: Readonly<Record<Locale, HazardCriteriaWords>> = { 'zh-CN': ZH, en: EN };
