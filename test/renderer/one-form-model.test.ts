import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const RENDERER = join(import.meta.dirname, '../../renderer');
const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name));
const textOf = (name: string): string => readFileSync(join(RENDERER, name), 'utf8');

describe('what writes', () => {
  it('stands on the one guard against saving twice', () => {
    const writing = files.filter((name) => /\b(mutate|saveSettings)\(/.test(textOf(name)));
    const guarded = (name: string): boolean => /use(RecordForm|Saving)\b|<WithdrawDialog/.test(textOf(name));
    expect(writing.length).toBeGreaterThan(20);
    // A choice that is saved as it is made, the batch that a form's own write makes, and squares that are each written by a key.
    const others = [
      'app/frame.tsx',
      'pages/settings/appearance.tsx',
      'features/signing/use-signed-batch.ts',
      'pages/routine/use-tick.ts',
    ];
    expect(writing.filter((name) => !guarded(name) && !others.includes(name))).toEqual([]);
  });

  it('holds no copy of what was tried and what is being written', () => {
    const own = files.filter((name) => /\bset(Busy|Tried)\b/.test(textOf(name)));
    expect(own.sort()).toEqual(['components/use-saving.ts']);
  });

  it('every list that is drawn in part stands on the one grid, every dialogue on the one modal', () => {
    const windowed = files.filter((name) => /useVirtualizer\(/.test(textOf(name)));
    expect(windowed.sort()).toEqual(['components/row-grid.tsx', 'pages/hazards/board-column.tsx']); // cards, not rows
    expect(files.filter((name) => /\.showModal\(/.test(textOf(name)))).toEqual(['components/modal.tsx']);
  });
});
