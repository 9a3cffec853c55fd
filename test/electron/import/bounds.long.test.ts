import { expect, it } from 'vitest';
import { readCsv } from '../../../electron/import/read-csv';
import { processorSeconds } from '../../support/processor-seconds';

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
  expect(told).toBeGreaterThanOrEqual(99);
  expect(seconds).toBeLessThan(60);
});
