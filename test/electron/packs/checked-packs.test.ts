import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isCheckedPack } from '../../../electron/packs/checked-packs';
import { checkedPacks } from '../../../scripts/checked-packs.mjs';

const cn = readFileSync(join(import.meta.dirname, '..', '..', '..', 'resources', 'regulations', 'cn.json'));

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
    expect(isCheckedPack({ name: 'cn.json', origin: 'program' }, cn)).toBe(false); // the sources run as they are
  });
});
