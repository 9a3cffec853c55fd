// What a browser would have given: menus, find, downloads, questions before leaving, a way on after a hang or a crash.
import { EventEmitter } from 'node:events';

export async function play({ app, electron, seen, result, until }) {
  const [window] = seen.windows;
  const contents = window.webContents;
  const senderFrame = { parent: null, url: 'app://elevator-audit/' };
  const ask = (message, from = senderFrame) => seen.listeners.get('window.request')({ senderFrame: from }, message);
  const turn = () => new Promise((resolve) => setTimeout(resolve, 50));
  const item = (label, menu = seen.menu) =>
    menu.flatMap(({ submenu = [] }) => submenu).find((each) => each.label === label);

  result.menuZh = structuredCloneOf(seen.menu);
  item('在页面中查找…').click();
  ask({ kind: 'find', text: '电梯', forward: true, next: false });
  ask({ kind: 'find', text: '电梯', forward: false, next: true });
  ask({ kind: 'find', text: '', forward: true, next: true });
  ask({ kind: 'find', text: 'x', forward: true, next: true }, { parent: null, url: 'https://example.org/' });
  contents.emit('found-in-page', {}, { activeMatchOrdinal: 2, matches: 5, finalUpdate: true });
  contents.emit('found-in-page', {}, { activeMatchOrdinal: 0, matches: 1, finalUpdate: false });
  ask({ kind: 'end-find' });

  const flags = { canUndo: true, canCut: false, canCopy: false, canPaste: true, canSelectAll: true };
  contents.emit('context-menu', {}, { isEditable: true, selectionText: '', editFlags: flags });
  contents.emit('context-menu', {}, { isEditable: false, selectionText: '梯11', editFlags: flags });
  contents.emit('context-menu', {}, { isEditable: false, selectionText: '', editFlags: flags });

  const download = (url, state) => {
    const saved = new EventEmitter();
    Object.assign(saved, { getURL: () => url, getSavePath: () => '/home/c/报告/r.pdf', getFilename: () => 'r.pdf' });
    const event = electron.preventable();
    electron.session.defaultSession.emit('will-download', event, saved, contents);
    saved.emit('done', {}, state);
    return event.defaultPrevented;
  };
  const own = 'blob:app://elevator-audit/5f0c';
  result.downloads = [
    download(own, 'completed'),
    download(own, 'cancelled'),
    download(own, 'interrupted'),
    download('https://example.org/x', 'completed'),
  ];
  const told = seen.sent.find(({ message }) => message.kind === 'saved').message;
  ask({ kind: 'show-saved', id: told.id });
  ask({ kind: 'show-saved', id: '00000000-0000-4000-8000-000000000000' });
  ask({ kind: 'show-saved', id: '/etc/passwd' });

  const call = { channel: 'settings.write', request: { locale: 'en' }, taskId: '1' };
  await seen.handlers.get('bridge.call')({ senderFrame, sender: contents }, call);
  result.menuEn = structuredCloneOf(seen.menu);

  seen.answers.push(1); // reload
  window.emit('unresponsive');
  await turn();
  contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }); // answered by its default: reload
  await turn();
  seen.answers.push(1); // again at once: safe mode; the page holds its leaving and the person stays
  window.holds = true;
  seen.answers.push(0);
  contents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 137 });
  await until(() => seen.relaunched !== null);
  await turn();
  result.stayed = !window.isDestroyed();
  item('Show the Log File').click();
  seen.answers.push(1);
  app.quit();
  await new Promise((resolve) => setTimeout(resolve, 10_000));
}

/** What of a menu can be told; of a click only that there is one. */
function structuredCloneOf(menu) {
  return JSON.parse(JSON.stringify(menu, (_key, value) => (typeof value === 'function' ? 'click' : value)));
}
