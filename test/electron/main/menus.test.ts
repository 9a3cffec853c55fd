import { describe, expect, it } from 'vitest';
import { menuBar } from '../../../electron/main/menus';
import { windowWords } from '../../../electron/main/words';

const acts = { find: () => undefined, open: () => undefined, showLog: () => undefined, safeMode: () => undefined };
const rolesOf = (platform: NodeJS.Platform): string[][] =>
  menuBar(windowWords('en'), platform, acts).map(({ submenu }) =>
    (submenu as { role?: string }[]).flatMap(({ role }) => role ?? []),
  );

describe('the menu bar', () => {
  it('on macOS opens with the menu of the application, without which nothing quits or hides', () => {
    const [first] = rolesOf('darwin');
    expect(first).toEqual(['about', 'services', 'hide', 'hideOthers', 'unhide', 'quit']);
  });

  it.each(['win32', 'linux'] as const)(
    'on %s quits from the menu of files and tells about itself under help',
    (system) => {
      const [file, , , , help] = rolesOf(system);
      expect([file, help]).toEqual([['quit'], ['about']]);
    },
  );

  it.each(['darwin', 'win32', 'linux'] as const)('on %s undoes, cuts, copies, pastes, selects and zooms', (system) => {
    const roles = rolesOf(system).flat();
    for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'resetZoom', 'zoomIn', 'zoomOut'])
      expect(roles).toContain(role);
  });

  it.each(['zh-CN', 'en'] as const)(
    'every item has a word of its own in %s, for those of Electron are English',
    (locale) => {
      const items = menuBar(windowWords(locale), 'darwin', acts).flatMap(({ submenu, ...top }) => [
        top,
        ...(submenu as { label?: string; type?: string }[]),
      ]);
      for (const { label, type } of items)
        if (type !== 'separator') expect(label).toMatch(locale === 'en' ? /^[ -~…]+$/ : /[一-鿿]/);
    },
  );
});
