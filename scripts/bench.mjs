// Bundles the benchmarks and runs them in plain Node. `npm run bench -- audit report` runs some of them only.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { layoutId } from './layout-id.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outDir = join(root, 'node_modules', '.cache', 'bench');

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  define: { __LAYOUT_ID__: JSON.stringify(layoutId()), __CHECKED_PACKS__: '{}' },
  build: {
    ssr: true,
    outDir,
    target: 'node20',
    rolldownOptions: {
      input: Object.fromEntries(
        ['main', 'import-program', 'duckdb-program'].map((name) => [name, join(root, 'test', 'bench', `${name}.ts`)]),
      ),
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
const { status } = spawnSync(process.execPath, [join(outDir, 'main.mjs'), root, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
