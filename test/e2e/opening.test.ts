import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { go } from '../support/app-steps';
import { CountedCalls } from '../support/counted-calls';
import { LoopbackApp } from '../support/loopback-app';
import { readWatched, watchPages } from '../support/watched-page';

/** Questions of a page to the fleet worker, by name, how often each. */
function counted(asked: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of asked) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

describe('what a page asks of the fleet', () => {
  const app = new LoopbackApp();
  let page: Page;

  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
    await watchPages(page);
    await page.getByRole('button', { name: '载入样例' }).click();
    await page.getByRole('grid').waitFor();
  });
  afterAll(() => app.end());

  it('an opening judges it once, and reads the elevators of no other page', async () => {
    await page.reload();
    await page.getByRole('grid').waitFor();
    await page.locator('.busy-line').waitFor({ state: 'detached' });
    await page.locator('.strip-cell svg').nth(1).waitFor();
    const asked = counted((await readWatched(page)).asked);
    expect(asked['rows']).toBe(1);
    expect(asked['elevators']).toBeUndefined();
  });

  it('a row that is gone to by a key draws two lines of the list anew', async () => {
    await page.getByRole('grid').waitFor();
    await expect.poll(() => page.locator('.quick').innerText()).not.toContain('…');
    const lines = page.locator('[role=row][aria-rowindex]');
    const drawn = await lines.count();
    expect(drawn).toBeGreaterThan(10);
    await expect.poll(() => page.locator('[role=gridcell].strip-cell svg').count()).toBe(drawn - 1); // without the head
    const counted = await CountedCalls.of(page, ['aria-rowindex', 'onDoubleClick', 'gridcell']);
    await counted.taken();
    await page.keyboard.press('ArrowDown');
    await page.locator('[role=row][aria-rowindex="3"][aria-current=true]').waitFor();
    expect(await counted.taken()).toBe(2);
  });

  it('the code of the other pages is there before they are visited', async () => {
    await page.waitForFunction(() => {
      const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
      return ['plan-page', 'verify-page', 'packs-page', 'settings-page'].every((part) =>
        fetched.some((name) => name.includes(part)),
      );
    });
  });

  it('the finder asks for what was typed, and goes where it says', async () => {
    const row = page.locator('[role=row] a').first();
    const registrationNo = await row.innerText();
    await readWatched(page);
    await page.locator('.finder input').fill(registrationNo);
    await page.keyboard.press('Enter');
    await page.waitForFunction((no) => decodeURIComponent(location.hash).endsWith(no), registrationNo);
    const asked = counted((await readWatched(page)).asked);
    expect(asked['find']).toBeGreaterThan(0);
    expect(asked['elevators']).toBeUndefined();
  });

  it('a key that acts on a row waits for the rows of what was typed', async () => {
    await go(page, '#/');
    await page.getByRole('grid').waitFor();
    const last = await page.locator('[role=row] a').last().innerText();
    await page.keyboard.press('/');
    await page.keyboard.insertText(last);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForFunction((no) => decodeURIComponent(location.hash).endsWith(no), last);
  });
});
