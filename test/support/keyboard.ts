import type { Page } from 'playwright-core';

const MOST_STOPS = 200;

/** Tabs until the element with this label has the focus; throws when a whole round does not meet it. */
export async function tabTo(page: Page, label: string | RegExp): Promise<void> {
  const pattern = typeof label === 'string' ? `^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$` : label.source;
  for (let stop = 0; stop < MOST_STOPS; stop++) {
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
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const chosen = await page.evaluate(() => {
      const at = document.activeElement;
      return at instanceof HTMLSelectElement ? (at.selectedOptions[0]?.textContent ?? '') : '';
    });
    if (chosen.includes(words)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no choice of ${String(label)} contains ${words}`);
}
