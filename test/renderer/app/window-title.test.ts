import { describe, expect, it } from 'vitest';
import { titleParts } from '../../../renderer/app/window-title';

describe('the title of a window', () => {
  it.each([
    ['/', 'nav.fleet', ''],
    ['/settings', 'nav.settings', ''],
    [`/elevator/${encodeURIComponent('梯11浙A12056(04)')}`, 'title.elevator', '梯11浙A12056(04)'],
    [`/elevator/${encodeURIComponent('梯11浙A12056(04)')}/correct`, 'title.elevator', '梯11浙A12056(04)'],
    ['/packs/cn', 'nav.packs', 'cn'],
    ['/no-such-page', null, ''],
    ['/constructor', null, ''],
    ['/__proto__/x', null, ''],
    ['', 'nav.fleet', ''],
  ])('%s', (path, word, of) => {
    expect(titleParts(path)).toEqual({ word, of });
  });

  it('an address that was typed with a broken escape is shown as it is', () => {
    expect(titleParts('/elevator/%E6%A2')).toEqual({ word: 'title.elevator', of: '%E6%A2' });
  });
});
