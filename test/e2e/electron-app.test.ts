import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** The binary that the electron package would start, found without importing the package: importing it downloads. */
function electronBinary(): string | null {
  const pathFile = join(root, 'node_modules', 'electron', 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(root, 'node_modules', 'electron', 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Why the window cannot be opened here, or null. */
function obstacle(): string | null {
  if (electronBinary() === null) return 'the Electron binary is not here';
  if (process.platform === 'linux' && !process.env['DISPLAY']) return 'there is no graphical display';
  return process.getuid?.() === 0 ? 'Electron keeps its sandbox, and root has none' : null;
}

describe('the application in Electron itself', () => {
  it('opens its window isolated from Node and shows the fleet', async (context) => {
    const reason = obstacle();
    if (reason !== null) return context.skip(reason);
    const userData = mkdtempSync(join(tmpdir(), 'elevator-audit-electron-'));
    const app = await _electron.launch({
      executablePath: electronBinary()!,
      args: [root, `--user-data-dir=${userData}`],
    });
    try {
      const page = await app.firstWindow();
      await page.locator('h1').first().waitFor();
      expect(page.url()).toMatch(/^app:\/\/elevator-audit\//);
      expect(await page.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe('undefined');
    } finally {
      await app.close();
      rmSync(userData, { recursive: true, force: true });
    }
  });
});
