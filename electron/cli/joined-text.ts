import { likelihoodAtMost, type Joined, type JoinedSigns } from '../../domain/doubts/join-signs';
import type { Locale } from '../../domain/pack/legal-basis';
import { plural } from '../../domain/terms/plural';
import { termsOf } from '../../domain/terms/terms-of';

const WORDS = {
  'zh-CN': {
    title: '值得看一看（弱迹象合在一起，单独一项不说明什么；不是结论，不改变任何判定）',
    none: '没有弱迹象合在一起超出本机队和该单位自己的习惯。',
    head: (unit: string, from: string, to: string, visits: number, sum: string) =>
      `${unit}，${from} 至 ${to}，${visits} 次维保，合计 ${sum}`,
    term: (sign: string, hits: number, of: number, usual: string, value: string) =>
      `${sign}：${of} 次中 ${hits} 次（平常 ${usual}），+${value}`,
    more: (count: number) => `另有 ${count} 行未列出，见 --format json。`,
    how: (most: number) =>
      `每项 = k·ln(k/n÷p) + (n−k)·ln((1−k/n)÷(1−p))，p 取机队平常与该单位其他半年两者中较大的；每项至多 ${most}。`,
    joint: '、',
    colon: '：',
  },
  en: {
    title: 'Worth a look (weak signs joined; none of them says anything alone; no verdict, and none is changed)',
    none: 'No weak signs together go beyond the habits of this fleet and of those concerned.',
    head: (unit: string, from: string, to: string, visits: number, sum: string) =>
      `${unit}, ${from} to ${to}, ${plural(visits, 'visit')}, sum ${sum}`,
    term: (sign: string, hits: number, of: number, usual: string, value: string) =>
      `${sign}: ${hits} of ${of} (usual ${usual}), +${value}`,
    more: (count: number) => `${plural(count, 'line')} more, see --format json.`,
    how: (most: number) =>
      `Each = k·ln(k/n÷p) + (n−k)·ln((1−k/n)÷(1−p)), p the larger of what is usual in the fleet and with them in other half-years; at most ${most} each.`,
    joint: ', ',
    colon: ' ',
  },
} as const satisfies Record<Locale, unknown>;

const MOST_LINES = 20;

/** The list of what is worth a look, strongest first, each with the terms of its sum. */
export function joinedText(list: readonly JoinedSigns[], locale: Locale): string {
  const words = WORDS[locale];
  const terms = termsOf(locale);
  if (list.length === 0) return `\n${words.title}\n${words.none}\n`;
  const lines = list.slice(0, MOST_LINES).flatMap(({ unit, from, to, visits, terms: signs, sum }) => [
    `  ${words.head(`${terms.joinedUnit[unit.type]}${words.colon}${nameOf(unit, words.joint)}`, from, to, visits, sum.toFixed(1))}`,
    ...signs.map(({ sign, hits, of, usual, value }) => {
      const share = `${(usual * 100).toFixed(1)}%`;
      return `    ${words.term(terms.weakSign[sign], hits, of, share, value.toFixed(1))}`;
    }),
  ]);
  const more = list.length > MOST_LINES ? [`  ${words.more(list.length - MOST_LINES)}`] : [];
  return `\n${[words.title, ...lines, ...more, `  ${words.how(likelihoodAtMost)}`].join('\n')}\n`;
}

function nameOf(unit: Joined, joint: string): string {
  if (unit.type === 'elevator') return unit.registrationNo;
  return unit.type === 'crew' ? unit.people.join(joint) : unit.maintainer;
}
