import { termsOf } from '../../../domain/terms/terms-of';
import type { Terms } from '../../../domain/terms/terms';

/** The sets whose names people meet on pages and papers. */
export const GLOSSARY_SETS = [
  'verdict',
  'ruleStatus',
  'use',
  'useReason',
  'status',
  'weight',
  'scope',
  'hazardClass',
  'hazardState',
  'owedStep',
  'party',
  'confirmationState',
  'doubtKind',
  'doubtLevel',
  'inspectionResult',
  'callOutKind',
  'conclusion',
  'drillScenario',
  'recordKind',
  'entryType',
  'signatureVerdict',
  'erasureReason',
] as const satisfies readonly (keyof Terms)[];

export type GlossarySet = (typeof GLOSSARY_SETS)[number];

export interface GlossaryLine {
  readonly set: GlossarySet;
  readonly member: string;
  readonly zh: string;
  readonly en: string;
}

/** Each name in both languages, out of the words of pages and papers themselves. */
export function glossaryLines(): readonly GlossaryLine[] {
  const [zh, en] = [termsOf('zh-CN'), termsOf('en')];
  return GLOSSARY_SETS.flatMap((set) => {
    const english: Readonly<Record<string, string>> = en[set];
    return Object.entries(zh[set]).map(([member, name]) => ({ set, member, zh: name, en: english[member] ?? '' }));
  });
}
