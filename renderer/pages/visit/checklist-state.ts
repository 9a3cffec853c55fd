import type { ChecklistItem } from '../../../domain/pack/rule-pack';
import type { CheckOutcome, CheckResult } from '../../../domain/visit/visit';

export interface Mark {
  readonly outcome: CheckOutcome;
  readonly reading: string;
  readonly note: string;
  readonly photos: readonly string[];
}

export type Marks = Readonly<Record<string, Mark>>;

const PLAIN: Omit<Mark, 'outcome'> = { reading: '', note: '', photos: [] };

export function setOutcome(marks: Marks, itemId: string, outcome: CheckOutcome): Marks {
  return { ...marks, [itemId]: { ...(marks[itemId] ?? PLAIN), outcome } };
}

export function changeMark(marks: Marks, itemId: string, change: Partial<Mark>): Marks {
  return { ...marks, [itemId]: { ...(marks[itemId] ?? { ...PLAIN, outcome: 'defect' }), ...change } };
}

/** Marks every item that has no outcome yet as in order; what was said before stays. */
export function restInOrder(marks: Marks, items: readonly ChecklistItem[]): Marks {
  const open = items.filter(({ id }) => marks[id] === undefined);
  return { ...marks, ...Object.fromEntries(open.map(({ id }) => [id, { ...PLAIN, outcome: 'ok' as const }])) };
}

export function countMarks(
  marks: Marks,
  items: readonly ChecklistItem[],
): Readonly<Record<CheckOutcome | 'open', number>> {
  const counts = { ok: 0, defect: 0, 'not-applicable': 0, open: 0 };
  for (const { id } of items) counts[marks[id]?.outcome ?? 'open'] += 1;
  return counts;
}

/** Whether a reading lies outside the item's limit; null when there is no limit or no number. */
export function beyondLimit({ limit }: ChecklistItem, reading: string): 'below' | 'above' | null {
  const value = Number(reading);
  if (limit === undefined || reading.trim() === '' || Number.isNaN(value)) return null;
  if (limit.min !== undefined && value < limit.min) return 'below';
  return limit.max !== undefined && value > limit.max ? 'above' : null;
}

/** The results as they are recorded, in the annex's order. */
export function resultsOf(marks: Marks, items: readonly ChecklistItem[]): CheckResult[] {
  return items.flatMap(({ id }): CheckResult[] => {
    const mark = marks[id];
    if (mark === undefined) return [];
    const reading = Number(mark.reading);
    return [
      {
        itemId: id,
        outcome: mark.outcome,
        ...(mark.note.trim() === '' ? {} : { note: mark.note.trim() }),
        ...(mark.reading.trim() === '' || Number.isNaN(reading) ? {} : { reading }),
        ...(mark.photos.length === 0 ? {} : { photos: mark.photos }),
      },
    ];
  });
}
