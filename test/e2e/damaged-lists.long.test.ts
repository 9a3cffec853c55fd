import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { go } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { LoopbackApp } from '../support/loopback-app';
import { callHost } from '../support/window-bridge';

const NUMBERS = [1, 2, 3].map((number) => `梯11浙A1202${number}(04)`);
const HERE = `#/elevator/${encodeURIComponent(NUMBERS[0]!)}`;
const DAYS = ['2026-11-05', '2026-11-12', '2026-11-19'];

interface Harm {
  readonly clear?: readonly string[];
  readonly put?: readonly (readonly [store: string, value: object])[];
  /** Of the place in the journal. */
  readonly state?: object;
}

/** Done to the read model from a page that is not the program's, while no window of the program is open. */
const HARM: Readonly<Record<string, Harm>> = {
  'its elevators are gone behind its place in the journal': { clear: ['elevators'] },
  'its visits are gone': { clear: ['visits'] },
  'the rows of the fleet are gone': { clear: ['histories', 'historyBlocks'] },
  'its place in the journal is gone': { clear: ['meta'] },
  'its place is of another shape': { put: [['meta', { key: 'state', model: 11, at: 'nowhere' }]] },
  'its digest does not fit': { state: { tally: { elevators: 3, visits: 1, sum: 1 } } },
  'a record of an elevator is of another shape': { put: [['elevators', { registrationNo: NUMBERS[0] }]] },
};

/** Runs within the page: everything it needs is in it. */
function harmDatabase({ clear = [], put = [], state }: Harm): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('elevator-audit');
    opening.onerror = () => reject(new Error('not opened'));
    opening.onsuccess = () => {
      const database = opening.result;
      const changing = database.transaction([...database.objectStoreNames], 'readwrite');
      for (const store of clear) changing.objectStore(store).clear();
      for (const [store, value] of put) changing.objectStore(store).put(value);
      if (state !== undefined) {
        const reading = changing.objectStore('meta').get('state');
        reading.onsuccess = () => changing.objectStore('meta').put({ ...(reading.result as object), ...state });
      }
      changing.oncomplete = () => {
        database.close();
        resolve();
      };
      changing.onerror = () => reject(new Error('not harmed'));
    };
  });
}

/** A database of the same name made by somebody else. */
function replaceDatabase(version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('elevator-audit');
    deleting.onerror = () => reject(new Error('not deleted'));
    deleting.onsuccess = () => {
      const opening = indexedDB.open('elevator-audit', version);
      opening.onupgradeneeded = () => opening.result.createObjectStore('meta', { keyPath: 'key' });
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

describe('lists that are damaged are built again from the record by themselves', () => {
  const app = new LoopbackApp();
  let page: Page;

  beforeAll(async () => {
    await app.startHost();
    for (const registrationNo of NUMBERS) {
      const elevator = { registrationNo, kind: '3110', regime: 'standard' as const, inServiceOn: '2026-11-01' };
      await callHost(app.address, 'elevator.register', { elevator });
    }
    for (const date of DAYS) {
      const visit = { registrationNo: NUMBERS[0], date, task: 'half-month', technicians: ['张建国'] };
      await callHost(app.address, 'visit.log', { visit, late: { reason: '补录' } });
    }
  });
  beforeEach(async () => {
    page = await app.openPage();
    await whole();
  });
  afterEach(async () => {
    expect(app.faults).toEqual([]);
    await page.close();
  });
  afterAll(() => app.end());

  /** Every elevator in the list, every visit on the page of the first, and nothing that failed. */
  async function whole(): Promise<void> {
    await go(page, '#/');
    for (const number of NUMBERS) await page.getByText(number, { exact: true }).first().waitFor();
    await go(page, HERE);
    for (const day of DAYS) await page.getByText(day).first().waitFor();
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
  }

  /** Harms what the program keeps while no page of it is open, then opens it. */
  async function harmed(work: () => Promise<void>): Promise<void> {
    await page.goto(new URL('/icon.svg', app.address).href); // of the same origin, without the program
    await work();
    await page.close();
    page = await app.openPage();
    await whole();
  }

  it.each(Object.keys(HARM))('where %s', async (what) => {
    await harmed(() => page.evaluate(harmDatabase, HARM[what]!));
  });

  it.each([
    ['where the whole database has another shape', 110],
    ['where a newer program left it', 9_000],
  ])('%s', async (_what, version) => {
    await harmed(() => page.evaluate(replaceDatabase, version));
  });

  it('where its files are overwritten on the disk', async () => {
    await app.closeBrowser();
    const folder = join(app.browserDir, 'Default', 'IndexedDB');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
    const kept = files.filter((path) => statSync(path).isFile());
    expect(kept.length).toBeGreaterThan(2);
    for (const path of kept) writeFileSync(path, 'not a database'.repeat(100));
    page = await app.openPage();
    await whole();
  });

  it('and by a button, without a word written to the record', async () => {
    const journal = join(app.profileDir, 'journal', 'journal.ndjson');
    const before = statSync(journal);
    await go(page, '#/settings');
    await page.getByRole('button', { name: '从记录重编列表' }).click();
    await page.getByText('列表已从记录重编').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await whole();
    expect(statSync(journal)).toMatchObject({ size: before.size, mtimeMs: before.mtimeMs });
  });
});
