import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Ports } from '../../../electron/host/ports';
import { openedProfile } from '../../support/opened-profile';

let profileDir: string;
let ports: Ports;
beforeEach(async () => {
  profileDir = mkdtempSync(join(tmpdir(), 'profile-'));
  ports = await openedProfile(profileDir);
});
afterEach(async () => {
  await ports.close();
  rmSync(profileDir, { recursive: true, force: true });
});

const keep = async (kept: unknown): Promise<string> => {
  const context = { signal: new AbortController().signal, progress: () => undefined };
  const reply = await dispatch(createHandlers(ports), 'inspections.keep', { kept }, context, () => undefined);
  return reply.ok ? 'ok' : reply.error.code;
};

it('the latest answer holds, after a new start too; all of them stay in the journal', async () => {
  expect(await ports.ledger.inspectionsKept()).toBeNull();
  expect([await keep({ for: 'all' }), await keep({ for: 'sites', sites: ['翠柏苑'] })]).toEqual(['ok', 'ok']);
  expect(await ports.ledger.inspectionsKept()).toEqual({ for: 'sites', sites: ['翠柏苑'] });
  await ports.close();
  ports = await openedProfile(profileDir);
  expect(await ports.ledger.inspectionsKept()).toEqual({ for: 'sites', sites: ['翠柏苑'] });
  expect(ports.journal.head.seq).toBe(2);
});

it.each([
  ['no choice', { for: 'none' }],
  ['sites without one', { for: 'sites', sites: [] }],
  ['sites of another answer', { for: 'all', sites: ['翠柏苑'] }],
  ['half a character', { for: 'sites', sites: ['\ud800'] }],
  ['more sites than an entry takes', { for: 'sites', sites: Array.from({ length: 1001 }, (_, index) => `${index}`) }],
])('%s is refused, and nothing is written', async (_, kept) => {
  expect(['bad-request', 'unwritable-text']).toContain(await keep(kept));
  expect(ports.journal.head.seq).toBe(0);
});
