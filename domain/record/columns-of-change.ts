import type { Change, Json } from './entry';

/** One value that changed; `column` = the header of a column without a field. */
export interface ShownChange {
  readonly field: string;
  readonly column: string | null;
  readonly from: Json;
  readonly to: Json;
}

/** Changes line by line: what stands in columns without a field is told column by column. */
export function columnsOfChange({ field, from, to }: Change): readonly ShownChange[] {
  if (field !== 'extra') return [{ field, column: null, from, to }];
  const [before, after] = [from ?? {}, to ?? {}] as Readonly<Record<string, Json>>[];
  return [...new Set([...Object.keys(before!), ...Object.keys(after!)])].flatMap((column): ShownChange[] => {
    const [was, is] = [before![column] ?? null, after![column] ?? null];
    return was === is ? [] : [{ field, column, from: was, to: is }];
  });
}
