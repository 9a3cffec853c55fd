import { expect, it } from 'vitest';
import { mostWorkerMegabytes } from '../../../electron/import/import-runner';

it('the guard of the import stays well below the 4 GB that Electron gives the whole process', () => {
  expect(mostWorkerMegabytes({ node: '24.0.0', electron: '45.4.1' })).toBeLessThanOrEqual(2048);
  expect(mostWorkerMegabytes({ node: '22.12.0' })).toBe(4096);
});
