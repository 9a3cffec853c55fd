import { explainRule } from '../../explain-rule';
import type { Block } from '../../model';
import { yearBlocks } from '../../sections/year';
import { ruleTableBlocks } from '../compliance/verdict';
import type { Ledger } from './tables';

/** The year, the table of rules, and for every rule that was not kept what would have been lawful. */
export function maintenanceBlocks({ subject, words }: Ledger): Block[] {
  const { judgedOn, locale, say, evidence } = subject;
  const remedies = subject.rules.flatMap((judged): Block[] => {
    const { rule } = judged;
    const { remedy } = explainRule(judged, evidence.pack, judgedOn, locale);
    if (remedy === null) return [];
    const colon = locale === 'en' ? ': ' : '：';
    return [
      {
        kind: 'paragraph',
        style: 'body',
        runs: [{ text: `${say(rule.title)}${colon}`, bold: true }, { text: remedy }],
      },
    ];
  });
  return [
    ...yearBlocks(subject).slice(1),
    ...ruleTableBlocks(subject),
    ...(remedies.length === 0 ? [] : [{ kind: 'subheading', text: words.remedy } as const, ...remedies]),
  ];
}
