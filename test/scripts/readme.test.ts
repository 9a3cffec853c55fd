import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Levels of the headings in their order, and below each its tables as columns × rows. */
function shapeOf(name: string): string[] {
  const shape: string[] = [];
  let isCode = false;
  let columns = 0;
  let lines = 0;
  for (const line of [...readFileSync(join(root, name), 'utf8').split('\n'), '']) {
    if (line.startsWith('```')) isCode = !isCode;
    if (!isCode && line.startsWith('|')) {
      columns = line.split('|').length - 2;
      lines++;
      continue;
    }
    if (lines > 0) shape.push(`${columns} × ${lines - 2}`);
    lines = 0;
    if (!isCode && /^#+ /.test(line)) shape.push(line.split(' ')[0]!);
  }
  return shape;
}

describe('the two READMEs', () => {
  it('have the same headings and the same tables', () => {
    const shape = shapeOf('README.md');
    expect(shape.length).toBeGreaterThan(10);
    expect(shapeOf('README.zh-CN.md')).toEqual(shape);
  });
});
