// Runs the program from its sources: pages are reloaded in place as they are saved, the Node side is built and started again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer as listenAnywhere } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveConfig } from 'electron-vite';
import { build, createServer, mergeConfig } from 'vite';
import { electronBinary, fetchElectron } from './electron-binary.mjs';
import { obstacle } from './start-application.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const HOST = '127.0.0.1';

async function freePort() {
  const server = listenAnywhere();
  await once(server.listen(0, HOST), 'listening');
  const { port } = server.address();
  await once(server.close(), 'close');
  return port;
}

/** The pages are opened through the program; the socket of hot reload is reached directly. */
async function servePages(config) {
  const port = await freePort();
  const hmr = { protocol: 'ws', host: HOST, clientPort: port };
  const server = await createServer(mergeConfig(config, { server: { host: HOST, port, strictPort: true, hmr } }));
  await server.listen();
  return { server, address: `http://${HOST}:${port}` };
}

/** Resolves once it is built; `again` is called after each later build. A build that fails is told and waited for. */
function buildAndWatch(config, again) {
  return new Promise((resolve, reject) => {
    let built = false;
    const onEvent = (event) => {
      if (event.code === 'BUNDLE_END' || event.code === 'ERROR') void event.result?.close();
      if (event.code === 'ERROR') process.stderr.write(`${event.error.message}\n`);
      if (event.code !== 'END') return;
      if (built) again();
      built = true;
      resolve();
    };
    build(mergeConfig(config, { logLevel: 'warn', build: { watch: {} } })).then((watcher) => {
      watcher.on('event', onEvent);
    }, reject);
  });
}

/** What runs the program here: Electron where `npm start` would open a window, else the host for a browser. */
function programHere() {
  const why = args.includes('--loopback') ? 'the loopback host was asked for' : obstacle();
  const words = args.filter((word) => word !== '--loopback');
  const binary = why === null ? (electronBinary(root) ?? fetchElectron(root).binary) : undefined;
  if (binary !== undefined) return { command: binary, words: [root, ...words] };
  process.stderr.write(`No Electron window 没有窗口: ${why ?? 'there is no Electron binary'}.\n`);
  return { command: process.execPath, words: [join(root, 'out', 'main', 'loopback.js'), ...words] };
}

/** Ends with the program when that ends by itself; `restart` ends one and starts the next, in turn. */
function keepRunning({ command, words }, address) {
  let child = null;
  let turn = Promise.resolve();
  const start = () => {
    const started = spawn(command, words, {
      stdio: 'inherit',
      env: { ...process.env, ELECTRON_RENDERER_URL: address },
    });
    child = started;
    started.on('exit', (code) => {
      if (child === started) process.exit(code ?? 1);
    });
  };
  const stop = async (signal) => {
    const ending = child;
    child = null;
    if (ending === null || ending.exitCode !== null) return;
    const ended = once(ending, 'exit');
    ending.kill(signal);
    await ended;
  };
  const restart = () => (turn = turn.then(() => stop('SIGTERM')).then(start));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => void stop(signal).then(() => process.exit(0)));
  start();
  return restart;
}

rmSync(join(root, 'out', '.built'), { force: true }); // what is built here is no build for `npm start`
process.env.NODE_ENV_ELECTRON_VITE = 'development';
const { config } = await resolveConfig({}, 'serve', 'development');
const { server, address } = await servePages(config.renderer);
let restart = () => undefined;
await buildAndWatch(config.main, () => restart());
await buildAndWatch(config.preload, () => server.ws.send({ type: 'full-reload' }));
restart = keepRunning(programHere(), address);
