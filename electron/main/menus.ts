import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { WindowWords } from './words';

export interface MenuActs {
  readonly find: () => void;
  readonly open: () => void;
  readonly showLog: () => void;
  readonly safeMode: () => void;
}

type Item = MenuItemConstructorOptions;
const LINE: Item = { type: 'separator' };

/**
 * The menu bar. Roles do the work and carry the keys that people expect of each system: on macOS there is no copy, paste
 * or quit without them. Their labels are given, since Electron's own are English only.
 */
export function menuBar(words: WindowWords, platform: NodeJS.Platform, acts: MenuActs): Item[] {
  const mac = platform === 'darwin';
  return [
    ...(mac ? [appMenu(words)] : []),
    {
      label: words.file,
      submenu: [
        { label: words.open, accelerator: 'CmdOrCtrl+O', click: acts.open },
        LINE,
        mac ? { label: words.close, role: 'close' } : { label: words.quit, role: 'quit' },
      ],
    },
    { label: words.edit, submenu: editItems(words, acts) },
    { label: words.view, submenu: viewItems(words) },
    { label: words.window, role: 'window', submenu: windowItems(words, mac) },
    {
      label: words.help,
      role: 'help',
      submenu: [
        { label: words.log, click: acts.showLog },
        { label: words.safeMode, click: acts.safeMode },
        ...(mac ? [] : [LINE, { label: words.about, role: 'about' } satisfies Item]),
      ],
    },
  ];
}

function appMenu(words: WindowWords): Item {
  return {
    label: words.name,
    submenu: [
      { label: words.about, role: 'about' },
      LINE,
      { label: words.services, role: 'services' },
      LINE,
      { label: words.hide, role: 'hide' },
      { label: words.hideOthers, role: 'hideOthers' },
      { label: words.unhide, role: 'unhide' },
      LINE,
      { label: words.quit, role: 'quit' },
    ],
  };
}

function editItems(words: WindowWords, { find }: MenuActs): Item[] {
  return [
    { label: words.undo, role: 'undo' },
    { label: words.redo, role: 'redo' },
    LINE,
    { label: words.cut, role: 'cut' },
    { label: words.copy, role: 'copy' },
    { label: words.paste, role: 'paste' },
    { label: words.delete, role: 'delete' },
    { label: words.selectAll, role: 'selectAll' },
    LINE,
    { label: words.find, accelerator: 'CmdOrCtrl+F', click: find },
  ];
}

function viewItems(words: WindowWords): Item[] {
  return [
    { label: words.resetZoom, role: 'resetZoom' },
    { label: words.zoomIn, role: 'zoomIn' },
    // The plus sign is Shift and = on most keyboards; both must enlarge.
    {
      label: words.zoomIn,
      role: 'zoomIn',
      accelerator: 'CmdOrCtrl+=',
      visible: false,
      acceleratorWorksWhenHidden: true,
    },
    { label: words.zoomOut, role: 'zoomOut' },
    LINE,
    { label: words.fullscreen, role: 'togglefullscreen' },
    LINE,
    { label: words.reload, role: 'reload' },
  ];
}

function windowItems(words: WindowWords, mac: boolean): Item[] {
  const minimize: Item = { label: words.minimize, role: 'minimize' };
  if (!mac) return [minimize, { label: words.close, role: 'close' }];
  return [minimize, { label: words.zoom, role: 'zoom' }, LINE, { label: words.front, role: 'front' }];
}

type Clicked = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>;

/** What a right click offers: in a field the whole of editing, on a selection copying, elsewhere nothing. */
export function contextMenu(words: WindowWords, { isEditable, selectionText, editFlags }: Clicked): Item[] {
  if (isEditable)
    return [
      { label: words.undo, role: 'undo', enabled: editFlags.canUndo },
      LINE,
      { label: words.cut, role: 'cut', enabled: editFlags.canCut },
      { label: words.copy, role: 'copy', enabled: editFlags.canCopy },
      { label: words.paste, role: 'paste', enabled: editFlags.canPaste },
      LINE,
      { label: words.selectAll, role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  return selectionText.trim() === '' ? [] : [{ label: words.copy, role: 'copy' }];
}
