// Runs the built main bundle on the stand-in, plays the attacks of a hostile page, and prints what it saw as JSON.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const root = process.argv[2];
process.argv = ['electron', root, ...JSON.parse(process.env.STAND_IN_ARGS ?? '[]')];
await import(pathToFileURL(join(root, 'out', 'main', 'main.js')).href);
const { app } = await import('electron');
const seen = globalThis.electronStandIn;
const orderBeforeReady = [...seen.order];
app.fireReady();
const ended = () => seen.order.at(-1) === 'quit' || seen.exitCode !== null;
for (let waited = 0; seen.urls.length === 0 && !ended() && waited < 10_000; waited += 20)
  await new Promise((resolve) => setTimeout(resolve, 20));

const { order, schemes, urls, menu, paths, questions, dialogs, exitCode } = seen;
const result = { orderBeforeReady, order, schemes, urls, menu, paths, questions, dialogs, exitCode };
if (seen.windows.length > 0) {
  const { options, contents } = seen.windows[0];
  const ownFrame = { parent: null, url: 'app://elevator-audit/' };
  const sender = { isDestroyed: () => false, send: () => undefined };
  const invoke = (senderFrame, message) => seen.handlers.get('bridge.call')({ senderFrame, sender }, message);
  const call = { channel: 'app.info', request: {}, taskId: '1' };
  const navigation = (url) => {
    let prevented = false;
    contents.emit('will-navigate', { url, preventDefault: () => (prevented = true) });
    return prevented;
  };
  const request = (url) => new Promise((resolve) => seen.beforeRequest({ url }, ({ cancel }) => resolve(cancel)));
  const page = async (url, method = 'GET') => {
    const response = await seen.protocolHandlers.get('app')(new Request(url, { method }));
    return { status: response.status, csp: response.headers.get('content-security-policy') };
  };
  Object.assign(result, {
    webPreferences: options.webPreferences,
    handlers: [...seen.handlers.keys()],
    windowOpen: contents.windowOpenHandler({ url: 'https://example.org/' }),
    navigation: {
      own: navigation('app://elevator-audit/#/import'),
      foreign: navigation('https://example.org/'),
      lookalike: navigation('app://elevator-audit.example/'),
      file: navigation('file:///etc/passwd'),
    },
    webviewPrevented: (() => {
      let prevented = false;
      contents.emit('will-attach-webview', { preventDefault: () => (prevented = true) });
      return prevented;
    })(),
    permission: {
      request: await new Promise((resolve) => seen.permission.request(null, 'media', resolve)),
      check: seen.permission.check(null, 'media'),
      device: seen.permission.device({}),
    },
    network: {
      own: await request('app://elevator-audit/index.html'),
      foreign: await request('https://example.org/x'),
      websocket: await request('wss://example.org/x'),
      file: await request('file:///etc/passwd'),
    },
    calls: {
      own: await invoke(ownFrame, call),
      foreignOrigin: await invoke({ parent: null, url: 'https://example.org/' }, call),
      subFrame: await invoke({ parent: ownFrame, url: 'app://elevator-audit/' }, call),
      nullFrame: await invoke(null, call),
      surplusMember: await invoke(ownFrame, { ...call, more: 1 }),
      surplusField: await invoke(ownFrame, { ...call, request: { more: 1 } }),
      unknownChannel: await invoke(ownFrame, { ...call, channel: 'fs.read' }),
      prototypeChannel: await invoke(ownFrame, { ...call, channel: '__proto__' }),
      noMessage: await invoke(ownFrame, null),
    },
    pages: {
      index: await page('app://elevator-audit/'),
      traversal: await page('app://elevator-audit/..%2f..%2fpackage.json'),
      otherHost: await page('app://elsewhere/index.html'),
      post: await page('app://elevator-audit/', 'POST'),
    },
  });
}
process.stdout.write(JSON.stringify(result, (_key, value) => (value === undefined ? null : value)));
app.emit('will-quit');
setTimeout(() => process.exit(0), 200);
