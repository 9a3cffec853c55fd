import type { Joined } from '../doubts/join-signs';
import type { Locale } from '../pack/legal-basis';
import { plural } from '../terms/plural';
import { termsOf } from '../terms/terms-of';

const WORDS = {
  'zh-CN': {
    title: '值得看一看',
    meaning: '弱迹象合在一起，单独一项不说明什么；不是结论，不改变任何判定',
    titled: (title: string, meaning: string) => `${title}（${meaning}）`,
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
    title: 'Worth a look',
    meaning: 'weak signs joined; none of them says anything alone; no verdict, and none is changed',
    titled: (title: string, meaning: string) => `${title} (${meaning})`,
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

/** The sentences about weak signs that are told together, on the page and on the command line. */
export function joinedWords(locale: Locale) {
  return WORDS[locale];
}

/** Whose records are worth a look: `人员：王芳、李强`. */
export function joinedName(unit: Joined, locale: Locale): string {
  const { colon, joint } = WORDS[locale];
  return `${termsOf(locale).joinedUnit[unit.type]}${colon}${joinedUnitName(unit, joint)}`;
}

function joinedUnitName(unit: Joined, joint: string): string {
  if (unit.type === 'elevator') return unit.registrationNo;
  return unit.type === 'crew' ? unit.people.join(joint) : unit.maintainer;
}
