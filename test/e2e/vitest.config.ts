import { defineConfig } from 'vitest/config';
import { HANG_MS, LONG, PAGE_HANG_MS } from '../../scripts/test-length.mjs';

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    exclude: LONG ? [] : ['test/e2e/**/*.long.test.ts'],
    environment: 'node',
    testTimeout: HANG_MS,
    hookTimeout: HANG_MS,
    expect: { poll: { timeout: PAGE_HANG_MS } },
    maxWorkers: 2,
  },
});
