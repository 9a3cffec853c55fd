import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { checkedPacks } from './scripts/checked-packs.mjs';
import { layoutId } from './scripts/layout-id.mjs';
import { shippedLicences } from './scripts/notices.mjs';

const root = import.meta.dirname;

// Node entries: `main` alone imports the electron module; `cli`, `loopback` and the workers run in plain Node too.
export default defineConfig(({ command }) => ({
  main: {
    define: {
      __LAYOUT_ID__: JSON.stringify(layoutId()),
      __CHECKED_PACKS__: JSON.stringify(checkedPacks()),
    },
    build: {
      outDir: resolve(root, 'out/main'),
      target: 'node20',
      rolldownOptions: {
        input: {
          main: resolve(root, 'electron/main/main.ts'),
          cli: resolve(root, 'electron/cli/main.ts'),
          loopback: resolve(root, 'electron/loopback/main.ts'),
          'import-worker': resolve(root, 'electron/workers/import-worker.ts'),
          'chain-worker': resolve(root, 'electron/workers/chain-worker.ts'),
          'check-worker': resolve(root, 'electron/workers/check-worker.ts'),
          'heads-worker': resolve(root, 'electron/workers/heads-worker.ts'),
          'backup-worker': resolve(root, 'electron/workers/backup-worker.ts'),
          'tied-worker': resolve(root, 'electron/workers/tied-worker.ts'),
          'report-worker': resolve(root, 'electron/workers/report-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(root, 'out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react()],
    define: { __SHIPPED_LICENCES__: JSON.stringify(shippedLicences()) },
    worker: { format: 'es' },
    html: command === 'serve' ? { cspNonce: '__CSP_NONCE__' } : {},
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: resolve(root, 'renderer/index.html') },
        external: [/^\/fonts\//], // the whole fonts of the papers, which the host serves beside the pages
      },
    },
  },
}));
