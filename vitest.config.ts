import { defineConfig } from 'vitest/config';
import { layoutId } from './scripts/layout-id.mjs';

export default defineConfig({
  define: { __LAYOUT_ID__: JSON.stringify(layoutId()), __CHECKED_PACKS__: '{}' },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    environment: 'node',
    reporters: ['default'],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
