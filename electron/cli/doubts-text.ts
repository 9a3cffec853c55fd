import { grouped } from '../../domain/record/grouped';
import { plural } from '../../domain/terms/plural';
import { DOUBT_LEVELS, type Doubt } from '../../domain/doubts/doubt';
import type { CheckDone, Doubts } from '../../domain/doubts/look';
import { doubtSentence, innocentLooks, type DoubtContext } from '../../domain/explain/doubt-sentences';
import type { Locale } from '../../domain/pack/legal-basis';
import { termsOf } from '../../domain/terms/terms-of';

const WORDS = {
  'zh-CN': {
    title: '疑点（要问的问题，不是结论，不改变任何判定）',
    none: (visits: number) => `在 ${visits} 次维保中没有发现疑点；这不等于记录属实。`,
    total: (parts: readonly string[]) => parts.join('，'),
    head: (kind: string, level: string, count: number) => `${kind}（${level}，${count} 处）`,
    who: (people: string) => `${people}：`,
    also: (days: string, more: number) => `；同样的还有 ${days}${more > 0 ? ` 等 ${more} 处` : ''}`,
    moreGroups: (count: number) => `另有 ${count} 组未列出，见 --format json。`,
    innocent: (what: string) => `也可能是：${what}。`,
    source: (weight: string, source: string) => `界限（${weight}）：${source}。`,
    notLooked: '没有查、或没有查全的项目：',
    lacks: (kind: string, facts: string, lookedAt: number, of: number) =>
      lookedAt === 0 ? `${kind}：缺${facts}，没有查` : `${kind}：查了 ${of} 次中的 ${lookedAt} 次，其余缺${facts}`,
    joint: '、',
  },
  en: {
    title: 'Doubts (questions to ask; no verdict, and none is changed by them)',
    none: (visits: number) => `Nothing was found in ${plural(visits, 'visit')}; that does not say that they are true.`,
    total: (parts: readonly string[]) => parts.join(', '),
    head: (kind: string, level: string, count: number) => `${kind} (${level}: ${count})`,
    who: (people: string) => `${people}: `,
    also: (days: string, more: number) => `; likewise on ${days}${more > 0 ? ` and ${more} more` : ''}`,
    moreGroups: (count: number) => `${plural(count, 'group')} more, see --format json.`,
    innocent: (what: string) => `May be: ${what}.`,
    source: (weight: string, source: string) => `Threshold (${weight}): ${source}.`,
    notLooked: 'Not looked at, or not in all visits:',
    lacks: (kind: string, facts: string, lookedAt: number, of: number) =>
      lookedAt === 0
        ? `${kind}: not looked at without ${facts}`
        : `${kind}: ${lookedAt} of ${plural(of, 'visit')}; the others lack ${facts}`,
    joint: ', ',
  },
} as const satisfies Record<Locale, unknown>;

const MOST_GROUPS = 20;
const MOST_DAYS = 12;

/** All doubts by kind, those of the same people at the same elevators as one; then what could not be looked at. */
export function doubtsText({ doubts, checks }: Doubts, context: DoubtContext): string {
  const { locale } = context;
  const words = WORDS[locale];
  const terms = termsOf(locale);
  const counts = DOUBT_LEVELS.map(
    (level) => `${terms.doubtLevel[level]} ${doubts.filter((doubt) => doubt.level === level).length}`,
  );
  const sections = [...grouped(doubts, ({ kind, level }) => `${level} ${kind}`).values()];
  return [
    `\n${words.title}\n`,
    doubts.length === 0 ? `${words.none(checks[0]?.of ?? 0)}\n` : `${words.total(counts)}\n`,
    ...sections.map((section) => `\n${sectionText(section, context)}`),
    notLookedAt(checks, locale),
  ].join('');
}

function sectionText(section: readonly Doubt[], context: DoubtContext): string {
  const { locale } = context;
  const words = WORDS[locale];
  const terms = termsOf(locale);
  const { kind, level, weight, source } = section[0]!; // a group has one
  const groups = [...grouped(section, sameAgain).values()];
  const lines = [
    words.head(terms.doubtKind[kind], terms.doubtLevel[level], section.length),
    ...groups.slice(0, MOST_GROUPS).map((group) => `  ${groupText(group, context)}`),
    ...(groups.length > MOST_GROUPS ? [`  ${words.moreGroups(groups.length - MOST_GROUPS)}`] : []),
    `  ${words.innocent(innocentLooks(kind, locale))}`,
    `  ${words.source(terms.weight[weight], source[locale])}`,
  ];
  return `${lines.join('\n')}\n`;
}

function groupText(group: readonly Doubt[], context: DoubtContext): string {
  const words = WORDS[context.locale];
  const [first, ...others] = group;
  const { people } = first!; // a group has one
  const days = others.map(({ visits }) => visits[0]?.date ?? '');
  const told = days.slice(0, MOST_DAYS).join(words.joint);
  const also = days.length === 0 ? '' : words.also(told, Math.max(0, days.length - MOST_DAYS));
  const who = people.length === 0 ? '' : words.who(people.join(words.joint));
  return `${who}${doubtSentence(first!, context)}${also}`;
}

/** Doubts that a reader takes for one that repeats: the same people, elevators and measure. */
function sameAgain({ people, visits, measure }: Doubt): string {
  return JSON.stringify([people, visits.map(({ registrationNo }) => registrationNo), measure]);
}

function notLookedAt(checks: readonly CheckDone[], locale: Locale): string {
  const words = WORDS[locale];
  const terms = termsOf(locale);
  const lines = checks
    .filter(({ missing }) => missing.length > 0)
    .map(({ kind, missing, lookedAt, of }) =>
      words.lacks(
        terms.doubtKind[kind],
        missing.map((fact) => terms.missingFact[fact]).join(words.joint),
        lookedAt,
        of,
      ),
    );
  return lines.length === 0 ? '' : `\n${words.notLooked}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
