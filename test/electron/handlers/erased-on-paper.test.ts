import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textOf } from '../../support/pdf/rendered';
import { Firm } from '../../support/firm';

const scratch = mkdtempSync(join(tmpdir(), 'erased-on-paper-'));
let firm: Firm;

beforeAll(async () => {
  firm = await Firm.found(join(scratch, 'firm'));
  await firm.logVisit('2026-11-01', '张三丰');
  await firm.logVisit('2026-11-14', '李明');
  await firm.ask('details.erase', { texts: ['张三丰'], reason: 'request' });
});
afterAll(async () => {
  await firm.close();
  rmSync(scratch, { recursive: true, force: true });
});

it.each([
  ['zh-CN', '已于2026-11-23删除（本人请求）'],
  ['en', 'erasedon2026-11-23(askedforbytheperson)'],
] as const)('a report (%s) says in place of an erased name on which day and why it went', async (locale, told) => {
  const { bytes } = await firm.report(locale);
  const file = join(scratch, `${locale}.pdf`);
  writeFileSync(file, bytes);
  const text = textOf(file);
  expect(text).toContain(told);
  expect(text).toContain('李明');
  expect(text).not.toMatch(/张三丰|⟦/);
  expect((await firm.verify(bytes)).verdict).not.toBe('tampered');
});
