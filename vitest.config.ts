import { defineConfig } from 'vitest/config';
import { layoutId } from './scripts/layout-id.mjs';
import { checkedPacks } from './scripts/checked-packs.mjs';
import { HANG_MS, LONG } from './scripts/test-length.mjs';

export default defineConfig({
  define: { __LAYOUT_ID__: JSON.stringify(layoutId()), __CHECKED_PACKS__: JSON.stringify(checkedPacks()) },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'node_modules/**', ...(LONG ? [] : ['test/**/*.long.test.ts'])],
    environment: 'node',
    setupFiles: ['test/support/fixed-seed.ts'],
    reporters: ['default'],
    testTimeout: HANG_MS,
    hookTimeout: HANG_MS,
    expect: { poll: { timeout: HANG_MS } },
    maxWorkers: 2,
  },
});
