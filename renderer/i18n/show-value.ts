import type { Json } from '../../domain/record/entry';

/** A recorded value as people read it: `—` for nothing, names joined, anything else as it is. */
export function showValue(value: Json): string {
  if (value === null || value === '') return '—';
  if (Array.isArray(value)) return value.map(showValue).join('、');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
