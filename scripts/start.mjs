// Starts the application: in Electron where its binary is there or can be had, else over the loopback host.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { obstacle, startApplication } from './start-application.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const blocked = args.includes('--loopback') ? 'the loopback host was asked for' : obstacle();

ensureBuilt();
await startApplication(
  root,
  args.filter((arg) => arg !== '--loopback'),
  blocked,
);
