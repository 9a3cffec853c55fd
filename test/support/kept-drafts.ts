import type { Page } from 'playwright-core';

/** The drafts on the disk of the browser, as text: what is closed or loaded anew before one stands there keeps nothing. */
export function keptDrafts(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opened = indexedDB.open('elevator-audit-drafts');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opened.onsuccess = () => resolve(opened.result);
      opened.onerror = () => reject(opened.error ?? new Error('no drafts'));
    });
    try {
      const all = database.transaction('drafts').objectStore('drafts').getAll();
      await new Promise((resolve) => (all.onsuccess = resolve));
      return JSON.stringify(all.result);
    } finally {
      database.close();
    }
  });
}
