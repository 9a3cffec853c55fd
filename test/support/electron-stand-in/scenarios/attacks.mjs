// A hostile page tries everything it should not be able to do.
export async function play({ seen, result, electron }) {
  const window = seen.windows[0];
  if (window === undefined) return;
  const { options, webContents: contents } = window;
  const ownFrame = { parent: null, url: 'app://elevator-audit/' };
  const sender = { isDestroyed: () => false, send: () => undefined };
  const decode = (frame) => {
    const jsonLength = new DataView(frame.buffer, frame.byteOffset).getUint32(4, true);
    return JSON.parse(new TextDecoder().decode(frame.subarray(8, 8 + jsonLength))).reply;
  };
  const invoke = async (senderFrame, message) =>
    decode(structuredClone(await seen.handlers.get('bridge.call')({ senderFrame, sender }, structuredClone(message))));
  const call = { channel: 'app.info', request: {}, taskId: '1' };
  const navigation = (url) => {
    const event = { ...electron.preventable(), url };
    let prevented = false;
    contents.emit('will-navigate', { ...event, preventDefault: () => (prevented = true) });
    return prevented;
  };
  const request = (url) => new Promise((resolve) => seen.beforeRequest({ url }, ({ cancel }) => resolve(cancel)));
  const page = async (url, method = 'GET') => {
    const response = await seen.protocolHandlers.get('app')(new Request(url, { method }));
    return {
      status: response.status,
      csp: response.headers.get('content-security-policy'),
      text: (await response.text()).slice(0, 200),
    };
  };
  const inWindow = async (channel, senderFrame, message) =>
    (await seen.handlers.get(channel)?.({ senderFrame, sender }, message)) ?? null;
  Object.assign(result, {
    options,
    handlers: [...seen.handlers.keys()],
    listeners: [...seen.listeners.keys()],
    windowOpen: contents.windowOpenHandler({ url: 'https://example.org/' }),
    navigation: {
      own: navigation('app://elevator-audit/#/import'),
      foreign: navigation('https://example.org/'),
      lookalike: navigation('app://elevator-audit.example/'),
      file: navigation('file:///etc/passwd'),
      odd: navigation('http://['),
    },
    webviewPrevented: (() => {
      const event = electron.preventable();
      contents.emit('will-attach-webview', event);
      return event.defaultPrevented;
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
      odd: await request('about:srcdoc'),
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
      unknownTicket: await invoke(ownFrame, {
        channel: 'verify.file',
        request: { name: 'x.pdf', bytes: { $file: '/etc/passwd' } },
        taskId: '2',
      }),
    },
    files: {
      offeredByStranger: await inWindow('file.offer', { parent: null, url: 'https://example.org/' }, '/etc/hosts'),
      offeredFolder: await inWindow('file.offer', ownFrame, '/etc'),
      offeredRelative: await inWindow('file.offer', ownFrame, 'package.json'),
      offeredNothing: await inWindow('file.offer', ownFrame, { path: '/etc/hosts' }),
      readOfPath: await inWindow('file.opened', ownFrame, '/etc/hosts'),
      // A ticket that the page got for a file hands the file on, and shows the page nothing of it.
      readOfOffered: await inWindow('file.opened', ownFrame, await inWindow('file.offer', ownFrame, '/etc/hosts')),
    },
    pages: {
      index: await page('app://elevator-audit/'),
      missing: await page('app://elevator-audit/nothing-here'),
      traversal: await page('app://elevator-audit/..%2f..%2fpackage.json'),
      odd: await page('app://elevator-audit/%zz'),
      nul: await page('app://elevator-audit/%00.html'),
      otherHost: await page('app://elsewhere/index.html'),
      post: await page('app://elevator-audit/', 'POST'),
    },
  });
}
