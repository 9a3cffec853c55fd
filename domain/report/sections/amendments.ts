import type { Text } from '../../pack/legal-basis';
import { columnsOfChange, type ShownChange } from '../../record/columns-of-change';
import type { Amendment } from '../../record/dossier';
import type { Json } from '../../record/entry';
import { recordNoOf } from '../../record/record-id';
import type { Subject } from './subject';

type AmendmentSubject = Pick<Subject, 'texts' | 'evidence' | 'say'>;

/** The pack's own names of what a field may hold. */
function namesOf(
  of: AmendedList,
  field: string,
  { pack }: Subject['evidence'],
): readonly { id: string; title: Text }[] {
  if (of === 'inspection' && field === 'kind') return pack.inspections;
  return of === 'callout' && field === 'cause' ? (pack.causes ?? []) : [];
}

/** Fields whose values are words of ours, not of people. */
const CODED: ReadonlySet<string> = new Set(['kind', 'result', 'area', 'retrofit', 'filledTimes', 'category']);

export type AmendedList = 'elevator' | 'visit' | 'outage' | 'inspection' | 'callout' | 'contract';

/** One correction or withdrawal: what was changed from what to what, by which entry and why. */
export function amendmentSentence(
  subject: AmendmentSubject,
  of: AmendedList,
  record: string,
  amendment: Amendment,
): string {
  const { texts } = subject;
  const { material } = texts;
  const by = recordNoOf(amendment.id);
  const reason = amendment.reason === '' ? material.noReason : amendment.reason;
  if (amendment.withdrawn === true) return material.withdrawal(record, by, reason);
  const changes = amendment.changes
    .flatMap(columnsOfChange)
    .map((change) => changeWords(change, of, subject))
    .join(texts.anySeparator);
  return material.correction(record, by, changes, reason);
}

function changeWords(
  { field, column, from, to }: ShownChange,
  of: AmendedList,
  { texts, evidence, say }: AmendmentSubject,
): string {
  const show = (value: Json): string => {
    if (value === null || value === '') return texts.material.none;
    if (Array.isArray(value)) return value.map(String).join(texts.anySeparator);
    if (typeof value === 'object') return JSON.stringify(value);
    const named = namesOf(of, field, evidence).find(({ id }) => id === value);
    if (named !== undefined) return say(named.title);
    const words: Readonly<Record<string, string>> =
      field === 'task' ? texts.tasks : CODED.has(field) ? texts.values : {};
    return Object.hasOwn(words, String(value)) ? words[String(value)]! : String(value);
  };
  return texts.material.change(
    column ?? texts.fields[`${of}.${field}`] ?? texts.fields[field] ?? field,
    show(from),
    show(to),
  );
}
