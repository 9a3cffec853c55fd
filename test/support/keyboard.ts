import type { Page } from 'playwright-core';
import { PAGE_HANG_MS } from '../../scripts/test-length.mjs';

const A_STOP_MS = 20; // what waits for an answer is disabled and skipped meanwhile: the round goes on until it is met

/** Tabs until the element with this label has the focus; throws when none is met in the time of one wait for a page. */
export async function tabTo(page: Page, label: string | RegExp): Promise<void> {
  const pattern = typeof label === 'string' ? `^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$` : label.source;
  const until = Date.now() + PAGE_HANG_MS;
  while (Date.now() < until) {
    const met = await page.evaluate((source) => {
      const at = document.activeElement;
      const labelled =
        at instanceof HTMLElement && 'labels' in at ? (at.labels as NodeListOf<HTMLElement> | null) : null;
      const names = [
        at?.getAttribute('aria-label'),
        at?.matches('button, a, summary') === true ? at.textContent : null,
        ...[...(labelled ?? [])].map((one) => one.textContent),
      ];
      return names.some((name) => new RegExp(source).test((name ?? '').trim()));
    }, pattern);
    if (met) return;
    await page.keyboard.press('Tab');
    await page.waitForTimeout(A_STOP_MS);
  }
  throw new Error(`no element labelled ${String(label)} can be reached with Tab`);
}

/** Tabs to a field and types into it in place of what stands there. */
export async function typeInto(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

/** Tabs to a list of choices and goes down until one that contains the words is chosen. */
export async function choose(page: Page, label: string | RegExp, words: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.press('Home');
  const until = Date.now() + PAGE_HANG_MS;
  while (Date.now() < until) {
    const chosen = await page.evaluate(() => {
      const at = document.activeElement;
      return at instanceof HTMLSelectElement ? (at.selectedOptions[0]?.textContent ?? '') : '';
    });
    if (chosen.includes(words)) return;
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(A_STOP_MS);
  }
  throw new Error(`no choice of ${String(label)} contains ${words}`);
}
