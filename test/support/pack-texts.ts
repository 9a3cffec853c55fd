import { expect } from 'vitest';
import type { Text } from '../../domain/pack/legal-basis';

/** Every text of a pack, however deep. */
export function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh-CN' in value && 'en' in value) return [value as Text];
  return Object.values(value).flatMap(textsIn);
}

/** Both languages are there, each in its own letters and marks. */
export function expectBothLanguages(text: Text): void {
  expect(text.en).not.toMatch(/[\u3000-\u30ff\u4e00-\u9fff，。；：（）]/);
  expect(text['zh-CN'], text.en).toMatch(/[\u4e00-\u9fff]/);
  expect(text['zh-CN']).not.toMatch(/[\u4e00-\u9fff][,;:()]|[,;:(][\u4e00-\u9fff]/);
  expect(text['zh-CN']).not.toBe(text.en);
}
