import type { Sides } from '../../domain/audit/compare-audits';
import type { Measure } from '../../domain/audit/judge-by';
import { VERDICTS } from '../../domain/audit/verdict';
import { compareWordsOf, sideNames } from '../../domain/explain/comparison-lines';
import type { Locale } from '../../domain/pack/legal-basis';
import type { ImportBody } from '../../domain/record/entry';
import { termsOf } from '../../domain/terms/terms-of';
import { countedVerdict, differs, type ComparedElevator } from './compare-fleets';
import { scopeLine } from './headline-words';
import { textTable } from './text-table';

const WORDS = {
  'zh-CN': {
    side: ({ pack, asOf, period }: Measure) =>
      `规则包 ${pack.id} ${pack.version}，截至日 ${asOf}，审计期 ${period.from} 至 ${period.to}`,
    sides: (left: string, right: string) => `左：${left}\n右：${right}`,
    head: ['结论', '左', '右'],
    differing: (count: number, total: number) => `共 ${total} 台，${count} 台有差别。`,
    none: '两边没有差别。',
    requirements: (side: string) => `${side}，规则之外另有要求：`,
  },
  en: {
    side: ({ pack, asOf, period }: Measure) =>
      `rule pack ${pack.id} ${pack.version}, as of ${asOf}, period ${period.from} to ${period.to}`,
    sides: (left: string, right: string) => `Left:  ${left}\nRight: ${right}`,
    head: ['Verdict', 'Left', 'Right'],
    differing: (count: number, total: number) => `Elevators: ${total}, of which ${count} differ.`,
    none: 'The two sides do not differ.',
    requirements: (side: string) => `Demands beyond the rules, only ${side}:`,
  },
} as const satisfies Record<Locale, unknown>;

/** Verdict counts of both sides, then for each elevator that differs its differences in sentences. */
export function comparisonText(
  body: ImportBody,
  fleet: Iterable<ComparedElevator>,
  measures: Sides<Measure>,
  locale: Locale,
): string {
  const words = WORDS[locale];
  const { verdict: verdictWords } = compareWordsOf(locale);
  const places = new Map(body.elevators.map((elevator) => [elevator.registrationNo as string, elevator]));
  const counts = new Map([...VERDICTS, null].map((verdict) => [verdict, { left: 0, right: 0 }]));
  const blocks: string[] = [];
  const demands = { left: new Set<string>(), right: new Set<string>() };
  let total = 0;
  for (const compared of fleet) {
    const { registrationNo } = compared.comparison;
    total += 1;
    for (const side of ['left', 'right'] as const) counts.get(countedVerdict(compared, side))![side] += 1;
    for (const side of ['left', 'right'] as const)
      for (const sentence of compared.lines.requirements[side]) demands[side].add(sentence);
    if (differs(compared)) blocks.push(elevatorBlock(compared, places.get(registrationNo), locale));
  }
  const rows = [...counts]
    .filter(([verdict, { left, right }]) => verdict !== null || left + right > 0)
    .map(([verdict, { left, right }]) => [
      verdict === null ? termsOf(locale).retired : verdictWords[verdict],
      ...[String(left), String(right)],
    ]);
  const names = sideNames(measures, locale);
  const demanded = (['left', 'right'] as const).flatMap((side) =>
    demands[side].size === 0 ? [] : [listBlock(words.requirements(names[side]), demands[side])],
  );
  const found = [...blocks, ...demanded];
  return [
    `${words.sides(words.side(measures.left), words.side(measures.right))}\n${scopeLine(measures.left.scope ?? 'all', locale)}\n`,
    textTable(words.head, rows, new Set([1, 2])),
    `${found.length === 0 ? words.none : words.differing(blocks.length, total)}\n`,
    ...found,
  ].join('\n');
}

function elevatorBlock(
  { comparison, lines }: ComparedElevator,
  elevator: { readonly address?: string; readonly internalNo?: string } | undefined,
  locale: Locale,
): string {
  const { registrationNo, verdict } = comparison;
  const { verdict: words } = compareWordsOf(locale);
  const name = [registrationNo, elevator?.address, elevator?.internalNo].filter((part) => part !== undefined).join(' ');
  const said =
    verdict.left === verdict.right ? words[verdict.left] : `${words[verdict.left]} → ${words[verdict.right]}`;
  const rules = lines.rules.map(({ title, sentences }) => listBlock(`  ${title}`, sentences, '    '));
  return `${said}  ${name}\n${rules.join('')}`;
}

function listBlock(head: string, lines: Iterable<string>, indent = '  '): string {
  return `${head}\n${[...lines].map((line) => `${indent}${line}\n`).join('')}`;
}
