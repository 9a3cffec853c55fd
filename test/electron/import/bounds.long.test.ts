import { expect, it } from 'vitest';
import { readCsv } from '../../../electron/import/read-csv';
import { readXlsx } from '../../../electron/import/read-xlsx';
import { processorSeconds } from '../../support/processor-seconds';
import { workbookParts, zipOf } from '../../support/workbook';

it('four million rows are told of while they are read, and refused at the first one too many', async () => {
  const bytes = Buffer.from(`registration_no,date,task\n${'T1,2026-11-03,半月\n'.repeat(4_000_000)}`);
  let told = 0;
  const { value, seconds } = await processorSeconds(() =>
    readCsv('v.csv', bytes, { usual: [] }, () => {
      told += 1;
      return Promise.resolve();
    }).then(
      () => null,
      (error: unknown) => error,
    ),
  );
  expect(value).toMatchObject({ code: 'too-many-rows', params: { most: 2_000_000 } });
  expect(told).toBeGreaterThanOrEqual(29); // of two million rows of three cells
  expect(seconds).toBeLessThan(60);
});

it('four million shared texts are told of while they are read, and given up where that is asked', async () => {
  const row = ['registration_no', 'date', 'task'];
  const parts = workbookParts([{ name: 'S', rows: [row, ['T1', '2026-11-03', '半月']] }]);
  const texts = Array.from({ length: 4_000_000 }, (_, i) => `<si><t>text ${i}</t></si>`).join('');
  const bytes = zipOf({ ...parts, 'xl/sharedStrings.xml': `<sst>${texts}</sst>` });
  let told = 0;
  const read = (most: number) =>
    readXlsx('v.xlsx', bytes, () => {
      told += 1;
      return told > most ? Promise.reject(new Error('given up')) : Promise.resolve();
    });
  const { value, seconds } = await processorSeconds(() => read(Number.POSITIVE_INFINITY));
  expect(value[0]!.rows).toHaveLength(2);
  expect(told).toBeGreaterThan(1_000);
  expect(seconds).toBeLessThan(60);
  told = 0;
  await expect(read(3)).rejects.toThrow();
  expect(told).toBe(4);
});
