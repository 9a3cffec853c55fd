import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { electronBinary } from '../../scripts/electron-binary.mjs';
import { firstJob } from '../support/first-job';
import { LoopbackApp } from '../support/loopback-app';

const root = join(import.meta.dirname, '..', '..');

/** Why the window cannot be opened here, or null. */
function obstacle(): string | null {
  if (electronBinary(root) === null) return 'the Electron binary is not here'; // importing the package would download it
  if (process.platform === 'linux' && !process.env['DISPLAY']) return 'there is no graphical display';
  return process.getuid?.() === 0 ? 'Electron keeps its sandbox, and root has none' : null;
}

describe('from an empty profile to a verified report', () => {
  it('in Electron itself, isolated from Node', async (context) => {
    const reason = obstacle();
    if (reason !== null) return context.skip(reason);
    const folder = mkdtempSync(join(tmpdir(), 'elevator-audit-electron-'));
    const profile = join(folder, 'profile');
    const app = await _electron.launch({
      executablePath: electronBinary(root)!, // the obstacle above
      args: [root, '--profile', profile, `--user-data-dir=${join(folder, 'window')}`],
    });
    try {
      const page = await app.firstWindow();
      await page.locator('h1').first().waitFor();
      expect(page.url()).toMatch(/^app:\/\/elevator-audit\//);
      await expect
        .poll(() => page.evaluate(() => typeof (globalThis as { require?: unknown }).require))
        .toBe('undefined');
      expect(await firstJob(page, profile)).toMatch(/\.pdf$/);
    } finally {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('in a browser before the loopback host, by the same steps', async () => {
    const app = new LoopbackApp();
    try {
      await app.startHost();
      const page = await app.openPage();
      expect(await firstJob(page, app.profileDir)).toMatch(/\.pdf$/);
      await page.evaluate(() => {
        location.hash = '#/settings';
      });
      await page.getByRole('heading', { name: '记录保存在哪里' }).waitFor();
      await expect.poll(() => page.getByText(app.profileDir).first().isVisible()).toBe(true);
      expect(app.faults).toEqual([]);
    } finally {
      await app.end();
    }
  });
});
