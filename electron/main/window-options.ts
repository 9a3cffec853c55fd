import type { BrowserWindowConstructorOptions } from 'electron';

export interface WindowSettings {
  readonly preloadPath: string;
  readonly iconPath: string;
  /** What the screen leaves free of bars, in its own scaled pixels. */
  readonly workArea: { readonly width: number; readonly height: number };
  /** Opened as if for the first time. */
  readonly safeMode: boolean;
}

const USUAL = { width: 1280, height: 800 };
const LEAST = { width: 960, height: 600 };

/** The only window, no larger than its screen. What the security checklist asks for is said out loud, defaults included. */
export function windowOptions(settings: WindowSettings): BrowserWindowConstructorOptions {
  const { preloadPath, iconPath, workArea, safeMode } = settings;
  return {
    width: Math.min(USUAL.width, workArea.width),
    height: Math.min(USUAL.height, workArea.height),
    minWidth: Math.min(LEAST.width, workArea.width),
    minHeight: Math.min(LEAST.height, workArea.height),
    name: 'main', // the key under which size and place are kept
    windowStatePersistence: !safeMode,
    show: false,
    backgroundColor: '#F6F4EE',
    icon: iconPath,
    webPreferences: {
      preload: preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
    },
  };
}
