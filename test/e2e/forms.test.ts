import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formsOfProgram, recordedForForms, type Form } from '../support/forms-of-program';
import { HeldCalls } from '../support/held-calls';
import { LoopbackApp } from '../support/loopback-app';

const RENDERER = join(import.meta.dirname, '..', '..', 'renderer');

const app = new LoopbackApp();
let page: Page;
let recorded: Awaited<ReturnType<typeof recordedForForms>>;
const shown = new Proxy({} as Page, {
  get: (_none, member) => {
    const value: unknown = Reflect.get(page, member, page);
    return typeof value === 'function' ? (value.bind(page) as unknown) : value;
  },
});
const FORMS = formsOfProgram(shown, () => recorded, app.profileDir);

beforeAll(async () => {
  await app.startHost();
  recorded = await recordedForForms(app.address, app.profileDir);
  page = await app.openPage();
});
afterAll(() => app.end());

/** Clicks the button that saves, twice before anything can have answered the first. Answers whether it is there. */
function pressTwice({ save }: Form): Promise<boolean> {
  return page.evaluate((begins) => {
    const place = document.querySelector('dialog[open]') ?? document.querySelector('main');
    const fits = (one: HTMLButtonElement): boolean => one.textContent.trim().startsWith(begins);
    const buttons = [...(place?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])].filter(fits);
    const button = buttons.find((one) => one.classList.contains('primary')) ?? buttons[0];
    button?.click();
    button?.click();
    return button !== undefined;
  }, save);
}

/** Everything that is typed or chosen in the dialogue or beside the button that saves, in its order. */
function typed({ save }: Form): Promise<readonly string[]> {
  return page.evaluate((begins) => {
    const button = [...document.querySelectorAll('main button')].find((one) => one.textContent.startsWith(begins));
    const place = document.querySelector('dialog[open]') ?? button?.closest('form') ?? document.querySelector('main');
    return [...(place?.querySelectorAll<HTMLInputElement>('input:not([type=password]), select, textarea') ?? [])].map(
      ({ type, value, checked }) => (type === 'checkbox' || type === 'radio' ? String(checked) : value),
    );
  }, save);
}

it.each(FORMS.map((form) => [`${form.file} (${form.channel})`, form] as const))(
  '%s saves once, keeps what was typed when that fails, and saves then',
  async (_name, form) => {
    await form.open();
    await form.fill?.();
    const before = await typed(form);
    const calls = new HeldCalls(app, form.channel);
    try {
      expect(await pressTwice(form)).toBe(true);
      await expect.poll(() => calls.made).toBe(1);
      await page.keyboard.press('Control+Enter');
      await page.waitForTimeout(100);
      expect(calls.made).toBe(1);
      await calls.fail();
      await page.getByRole('alert').first().waitFor();
      await expect.poll(() => typed(form)).toEqual(before);
      if (form.isRefused === true) await page.keyboard.press('Escape');
      else {
        const passphrase = page.getByLabel('证书口令').last();
        if ((await passphrase.count()) > 0 && (await passphrase.inputValue()) === '') await form.fill?.();
        await pressTwice(form);
        await expect.poll(() => calls.made).toBe(2);
        await (form.done?.() ?? page.getByRole('dialog').waitFor({ state: 'detached' }));
        expect(calls.made).toBe(2);
      }
    } finally {
      await calls.end();
    }
  },
);

it('no form of the program is left out, and none stands on a model of its own', () => {
  const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name));
  const textOf = (name: string): string => readFileSync(join(RENDERER, name), 'utf8');
  const forms = files.filter((name) => /useRecordForm[<(]/.test(textOf(name)));
  // The model itself; and what needs more than a ledger beside it is tried in journal-decision, take-back,
  // erase-details, identities, doubts, plan, round and author.test.ts.
  const others = [
    'components/use-record-form.ts',
    'app/resume-dialog.tsx',
    'features/doubts/answer-dialog.tsx',
    'pages/import/brought-dialog.tsx',
    'pages/plan/site-dialog.tsx',
    'pages/plan/terms-dialog.tsx',
    'pages/settings/details-panel.tsx',
    'pages/settings/identity-acts.tsx',
    'pages/visit/round/use-round-form.ts',
    'session/author-question.tsx',
  ];
  expect(forms.sort()).toEqual([...new Set([...FORMS.map(({ file }) => file), ...others])].sort());
  const own = files.filter((name) => /\bset(Busy|Tried)\b/.test(textOf(name)));
  expect(own.sort()).toEqual(['components/use-saving.ts']);
});
