import type { RuleFigures } from '../../audit/compare-audits';
import type { RuleStatus, Verdict } from '../../audit/verdict';
import type { Confidence } from '../../pack/legal-basis';
import type { Requirement } from '../../pack/rule-pack';

/**
 * The sentences of comparisons, once a language. `{left}` and `{right}` are filled by the words of the two sides ("under
 * cn", "as of 23 November 2026"), `{a}` and `{b}` by what each of them says.
 */
export interface CompareWords {
  /** What a side is called: by its pack, by its day, or by both where both differ. */
  readonly side: { readonly pack: string; readonly day: string; readonly both: string };
  readonly same: string;
  readonly verdictIs: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly status: Readonly<Record<RuleStatus, string>>;
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly none: string;
  /** A rule that meets another of its act under another name. */
  readonly titles: string;
  readonly only: string;
  readonly onlyDue: string;
  readonly differs: Readonly<
    Record<'status' | 'due' | 'last-done' | 'limit' | 'version' | 'clause' | 'confidence' | 'figures', string>
  >;
  readonly clause: string;
  readonly version: {
    readonly since: string;
    readonly between: string;
    readonly until: string;
    readonly unknown: string;
  };
  readonly figures: Readonly<Record<keyof RuleFigures, string>>;
  readonly comma: string;
  readonly gap: string;
  readonly gapOnly: { readonly closed: string; readonly open: string };
  readonly gapIs: { readonly closed: string; readonly open: string };
  readonly requirement: string;
  readonly requirementKind: Readonly<Record<Requirement['kind'], string>>;
}
