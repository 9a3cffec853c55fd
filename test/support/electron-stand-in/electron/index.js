// Stands in for the electron module: records what the main process does, and fires `ready` only after the main module
// has finished evaluating, as Electron does. A name it lacks is a link error, so nothing can be used unseen.
import { EventEmitter } from 'node:events';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';

export const seen = {
  order: [],
  schemes: [],
  windows: [],
  urls: [],
  permission: {},
  handlers: new Map(),
  listeners: new Map(),
  protocolHandlers: new Map(),
  beforeRequest: null,
  menu: undefined,
  exitCode: null,
  paths: {},
  questions: [],
  dialogs: [],
};
globalThis.electronStandIn = seen;

class App extends EventEmitter {
  isPackaged = false;
  #ready = new Promise((resolve) => {
    this.fireReady = () => {
      seen.order.push('ready');
      resolve();
    };
  });
  whenReady() {
    return this.#ready;
  }
  enableSandbox() {
    seen.order.push('enableSandbox');
  }
  requestSingleInstanceLock() {
    seen.order.push('requestSingleInstanceLock');
    return process.env.STAND_IN_LOCKED !== '1';
  }
  commandLine = { hasSwitch: (name) => process.argv.some((word) => word.startsWith(`--${name}`)) };
  getPath() {
    return process.env.STAND_IN_USER_DATA ?? tmpdir();
  }
  setPath(name, path) {
    statSync(path); // Electron refuses a folder that is not there
    seen.paths[name] = path;
  }
  getVersion() {
    return '0.0.0-test';
  }
  quit() {
    seen.order.push('quit');
  }
  exit(code) {
    seen.exitCode = code;
  }
}
export const app = new App();

const session = {
  setPermissionRequestHandler: (handler) => (seen.permission.request = handler),
  setPermissionCheckHandler: (handler) => (seen.permission.check = handler),
  setDevicePermissionHandler: (handler) => (seen.permission.device = handler),
  webRequest: { onBeforeRequest: (handler) => (seen.beforeRequest = handler) },
};
const sessionModule = { defaultSession: session };
export { sessionModule as session };

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => {
    seen.order.push('registerSchemesAsPrivileged');
    seen.schemes.push(...schemes);
  },
  handle: (scheme, handler) => seen.protocolHandlers.set(scheme, handler),
};

export const ipcMain = {
  handle: (channel, handler) => {
    if (seen.handlers.has(channel)) throw new Error(`handled twice: ${channel}`);
    seen.handlers.set(channel, handler);
  },
  on: (channel, listener) => seen.listeners.set(channel, listener),
};

export const Menu = { setApplicationMenu: (menu) => (seen.menu = menu) };

/** Answers of the person before the dialogs, in order: the number of a button, or a folder. */
const answers = JSON.parse(process.env.STAND_IN_ANSWERS ?? '[]');
export const dialog = {
  showErrorBox: (title, content) => seen.dialogs.push({ title, content }),
  showMessageBox: async ({ detail, buttons, cancelId }) => {
    seen.questions.push({ detail, buttons });
    return { response: answers.shift() ?? cancelId };
  },
  showOpenDialog: async () => {
    const folder = answers.shift();
    return { canceled: folder === undefined, filePaths: folder === undefined ? [] : [folder] };
  },
};

class WebContents extends EventEmitter {
  setWindowOpenHandler(handler) {
    this.windowOpenHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  static all = [];
  static getAllWindows() {
    return BrowserWindow.all;
  }
  constructor(options) {
    super();
    seen.order.push('window');
    this.webContents = new WebContents();
    seen.windows.push({ options, contents: this.webContents });
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url) {
    seen.urls.push(url);
  }
  show() {}
  focus() {}
  restore() {}
  isMinimized() {
    return false;
  }
}
