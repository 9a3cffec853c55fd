import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storedZip } from '../../electron/fs/stored-zip';
import { go } from '../support/app-steps';
import { violationsOf } from '../support/axe';
import { isCallOf } from '../support/held-calls';
import { LoopbackApp } from '../support/loopback-app';
import { colourPng } from '../support/pdf/pictures';
import { callHost, giveWindow, tellPage, windowAsked } from '../support/window-bridge';

const NO = '梯11浙A12028(04)';
const hazard = (photos: readonly string[]) => ({
  registrationNo: NO,
  foundOn: '2026-11-20',
  foundBy: ['王海'],
  source: 'visit',
  component: 'door-lock',
  what: '层门锁紧元件啮合不足',
  responsible: { party: 'maintainer' },
  photos,
});

/** Drops files on an element, or anywhere on the page, as a person would from a folder. */
async function drop(page: Page, selector: string, name: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    ([where, called, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(content)], called));
      const event = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
      document.querySelector(where)!.dispatchEvent(event);
    },
    [selector, name, [...bytes]] as const,
  );
}

describe('what a page in a browser lacks', () => {
  const app = new LoopbackApp();
  let page: Page;
  let first: string;
  let hazardPage: string;

  beforeAll(async () => {
    await app.startHost();
    const elevator = {
      registrationNo: NO,
      kind: '3110',
      regime: 'standard',
      inServiceOn: '2004-08-30',
      recordsFrom: '2026-11-01',
    };
    await callHost(app.address, 'elevator.register', { elevator });
    const stored: string[] = [];
    for (const colour of [
      [180, 60, 40],
      [40, 90, 160],
    ] as const) {
      const bytes = colourPng(600, 300, () => colour);
      stored.push(
        ((await callHost(app.address, 'attachment.store', { mediaType: 'image/png', bytes })) as { sha256: string })
          .sha256,
      );
    }
    first = stored[0]!;
    const { entry } = (await callHost(app.address, 'hazard.find', { hazards: [hazard(stored)] })) as {
      entry: { feed: string; seq: number };
    };
    hazardPage = `#/hazards/${encodeURIComponent(NO)}/${entry.feed.slice(0, 8)}-${entry.seq}.1`;
    page = await app.openPage();
  });
  afterAll(() => app.end());

  it('a stored photo opens large, is gone through and zoomed by keyboard, and gives the focus back', async () => {
    await go(page, hazardPage);
    const thumbnail = page.locator('.thumbnail').first();
    await thumbnail.focus();
    await page.keyboard.press('Enter');
    const viewer = page.locator('dialog.photo-viewer');
    await viewer.locator('img').waitFor();
    await expect.poll(() => viewer.getAttribute('aria-label')).toContain(first.slice(0, 8));
    await expect.poll(async () => (await viewer.locator('img').boundingBox())?.width).toBeGreaterThan(1_000);
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await expect.poll(() => viewer.locator('.scale').textContent()).toBe('200%');
    await page.keyboard.press('ArrowRight');
    await viewer.getByText('第 2 张，共 2 张').waitFor();
    await expect.poll(() => viewer.locator('.scale').textContent()).toBe('100%');
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    await expect.poll(() => thumbnail.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => page.locator('[target="_blank"]').count()).toBe(0);
  });

  it('a file that is saved is said to be handed to the browser, and no more', async () => {
    await page.locator('.thumbnail').first().click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存照片' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.png$/);
    await page.keyboard.press('Escape');
    await page.getByText(/已交给浏览器保存/).waitFor();
  });

  it('a report dropped anywhere goes to Verify, one in a bundle too, and a broken bundle is told', async () => {
    await go(page, '#/');
    await drop(page, '.nav', 'from-outside.pdf', new TextEncoder().encode('%PDF-1.7 no report'));
    await page.getByText('from-outside.pdf').first().waitFor();
    expect(page.url()).toContain('#/verify');
    const bundle = storedZip(new Map([['in-bundle.pdf', new TextEncoder().encode('%PDF-1.7 no report')]]));
    await drop(page, '.drop', 'bundle.zip', bundle);
    await page.locator('.one-name', { hasText: 'in-bundle.pdf' }).waitFor(); // the one that came last is shown in full
    await drop(page, '.drop', 'broken.zip', bundle.subarray(0, 30));
    await page.getByText(/broken\.zip 不是完整的压缩包/).waitFor();
  });

  it('a fault of the page is shown with the id under which it stands in the log', async () => {
    const reported = page.waitForRequest((request) => isCallOf(request, 'fault.report'));
    await page.evaluate(() => {
      setTimeout(() => {
        throw new TypeError('planted');
      });
    });
    await reported;
    app.faults.splice(0); // the planted fault and nothing else
  });
});

describe('the page in a window', () => {
  const app = new LoopbackApp();
  let page: Page;
  beforeAll(async () => {
    await app.startHost();
    const blank = await app.openPage();
    await giveWindow(blank);
    await blank.goto('about:blank');
    await blank.goto(app.address);
    page = blank;
    await page.locator('h1').first().waitFor();
  });
  afterAll(() => app.end());

  it('finds in the page, counts all matches but the one in its own field, and steps over that one', async () => {
    await tellPage(page, { kind: 'find' });
    await page.getByRole('textbox', { name: '在页面中查找' }).fill('电梯');
    await tellPage(page, { kind: 'found', at: 2, of: 5 });
    await page.getByText('第 2 处，共 4 处').waitFor();
    await page.keyboard.press('Shift+Enter');
    await tellPage(page, { kind: 'found', at: 5, of: 5 });
    await expect
      .poll(async () => (await windowAsked(page)).slice(-3))
      .toEqual([
        { kind: 'find', text: '电梯', forward: true, next: false },
        { kind: 'find', text: '电梯', forward: false, next: true },
        { kind: 'find', text: '电梯', forward: false, next: true },
      ]);
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.find-bar').waitFor({ state: 'detached' });
    await expect.poll(async () => (await windowAsked(page)).at(-1)).toEqual({ kind: 'end-find' });
  });

  it('tells how each saving ended, and asks for its folder to be shown', async () => {
    const id = '5f0c8a52-0000-4000-8000-000000000000';
    await tellPage(page, { kind: 'saved', id, name: 'r.pdf', outcome: 'saved', folder: '/home/c/报告' });
    await tellPage(page, { kind: 'saved', id: '', name: 's.pdf', outcome: 'failed', folder: '' });
    await page.getByText('r.pdf 已保存到 /home/c/报告。').waitFor();
    await page.getByRole('alert').filter({ hasText: 's.pdf 没有保存成功' }).waitFor();
    await page.getByRole('button', { name: '在文件夹中显示' }).click();
    await expect.poll(async () => (await windowAsked(page)).at(-1)).toEqual({ kind: 'show-saved', id });
    expect(await violationsOf(page)).toEqual([]);
  });

  it('takes files that the program was opened with to Verify', async () => {
    await expect.poll(() => windowAsked(page)).toContainEqual({ kind: 'ready' });
    await tellPage(page, { kind: 'opened', files: [{ name: '报告.pdf', ticket: 't1' }] });
    await page.getByText('报告.pdf').first().waitFor();
    expect(page.url()).toContain('#/verify');
  });
});
