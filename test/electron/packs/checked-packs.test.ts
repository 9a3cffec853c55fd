import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isCheckedPack } from '../../../electron/packs/checked-packs';
import { loadPacks, SCHEMA_FILE } from '../../../electron/packs/load-packs';
import { checkedPacks } from '../../../scripts/checked-packs.mjs';

const REGULATIONS = join(import.meta.dirname, '..', '..', '..', 'resources', 'regulations');
const cn = readFileSync(join(REGULATIONS, 'cn.json'));

it('every pack of the program fits the schema, whatever was built', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'packs-'));
  try {
    cpSync(REGULATIONS, folder, { recursive: true });
    const { packs, refused } = await loadPacks(join(REGULATIONS, SCHEMA_FILE), [folder]); // a user's: nothing is taken as checked
    expect(refused).toEqual([]);
    expect(packs.map(({ file }) => file).sort()).toEqual(Object.keys(checkedPacks()).sort());
    expect(packs.every(({ origin }) => origin === 'user')).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('packs that were checked when the program was built', () => {
  it('are those of the program, unchanged to the byte', () => {
    const checked = checkedPacks();
    expect(Object.keys(checked)).toContain('cn.json');
    expect(Object.keys(checked)).not.toContain('rule-pack.schema.json');
    const is = (name: string, origin: 'program' | 'user', bytes: Uint8Array) =>
      isCheckedPack({ name, origin }, bytes, checked);
    expect(is('cn.json', 'program', cn)).toBe(true);
    expect(is('cn.json', 'user', cn)).toBe(false);
    expect(is('gb.json', 'program', cn)).toBe(false);
    expect(is('constructor', 'program', cn)).toBe(false);
    expect(is('cn.json', 'program', Buffer.concat([cn, Buffer.from(' ')]))).toBe(false);
  });
});
