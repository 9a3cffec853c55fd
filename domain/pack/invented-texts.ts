import type { Confidence, Text } from './legal-basis';

/** A name under which no text is known; `unless` = a weight at which it may still be named, for it may turn up. */
export interface InventedText {
  readonly name: RegExp;
  readonly why: Text;
  readonly unless?: Confidence;
}

/** Names that stand in pages and programs and under which nobody found a text. They are refused where a pack cites. */
export const INVENTED_TEXTS: readonly InventedText[] = [
  {
    name: /T5002[-—–]202[4-6]/i,
    why: {
      'zh-CN': '没有 TSG T5002 在2017年之后的版本；“T5002-2024”只见于一个杜撰的网页。',
      en: 'There is no edition of TSG T5002 after 2017; "T5002-2024" stands on one invented page alone.',
    },
  },
  {
    name: /T5001[-—–]2023/i,
    why: {
      'zh-CN': '“T5001-2023”是一个演示程序杜撰的名称。',
      en: '"T5001-2023" is a name that a demonstration program invented.',
    },
  },
  {
    name: /Z0008[-—–]2023/i,
    why: {
      'zh-CN': '“TSG Z0008-2023”只见于一个演示程序，没有得到证实；只能以“待核”引用。',
      en: '"TSG Z0008-2023" stands in one demonstration program and is not confirmed; only what is unverified may cite it.',
    },
    unless: 'unverified',
  },
];
