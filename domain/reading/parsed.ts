import type { RefusalCode } from '../record/refusal';

/** What a text was read as, or why it could not be. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: RefusalCode; readonly params: Readonly<Record<string, string | number>> };

export const taken = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const refused = (code: RefusalCode, params: Readonly<Record<string, string | number>> = {}): Parsed<never> => ({
  ok: false,
  code,
  params,
});
