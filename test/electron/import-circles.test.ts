import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
// @ts-expect-error the rule is plain JavaScript, as ESLint loads it
import * as rule from '../../eslint-rules/import-circles.js';

type Graph = ReadonlyMap<string, readonly string[]>;
const { importsIn, circlesOf, importGraph } = rule as {
  importsIn: (source: string) => string[];
  circlesOf: (graph: Graph) => string[][];
  importGraph: (root: string) => Graph;
};

describe('what a source imports', () => {
  it.each([
    ["import { a } from './a';", ['./a']],
    ["import type { A } from './a';", ['./a']],
    ["import a, { type B } from '../a';\nimport './b.css';", ['../a', './b.css']],
    ["import {\n  a,\n  type B,\n} from './a';", ['./a']],
    ["export * from './a';\nexport type { B } from './b';", ['./a', './b']],
    ["const page = lazy(() => import('./page'));", ['./page']],
    ["import { x } from 'node:fs';", []],
    ["// import { a } from './a';\n/* import b from './b'; */", []],
  ])('%j', (source, expected) => {
    expect(importsIn(source)).toEqual(expected);
  });
});

describe('circles of imports', () => {
  it('are found whatever their length, and chains are none', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'e']],
      ['c', ['a']],
      ['d', ['a', 'd']],
      ['e', ['f']],
      ['f', []],
    ]);
    expect(circlesOf(graph).sort()).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('are the files that reach themselves, as a slow search says', () => {
    const graphs = fc
      .integer({ min: 1, max: 9 })
      .chain((size) => fc.array(fc.array(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size }));
    fc.assert(
      fc.property(graphs, (targets) => {
        const graph: Graph = new Map(targets.map((to, from) => [String(from), to.map(String)]));
        const inCircle = [...graph.keys()].filter((file) => reachedFrom(graph, file).has(file));
        expect(circlesOf(graph).flat().sort()).toEqual(inCircle.sort());
      }),
      { numRuns: 500 },
    );
  });

  it('are found over the files of a program, by way of a type alone', async () => {
    const root = await mkdtemp(join(tmpdir(), 'circles-'));
    const write = async (path: string, text: string): Promise<void> => {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    };
    await write('domain/a.ts', "import { b } from '../renderer/b';\nexport type A = 1;\n");
    await write('renderer/b.tsx', "import type { A } from '../domain/a';\nimport './b.css';\n");
    await write('electron/c.ts', "import type { A } from '../domain/a';\n");
    expect(circlesOf(importGraph(root))).toEqual([['domain/a.ts', 'renderer/b.tsx']]);
    await rm(root, { recursive: true });
  });
});

function reachedFrom(graph: Graph, file: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const pending = [...(graph.get(file) ?? [])];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    pending.push(...(graph.get(next) ?? []));
  }
  return reached;
}

it('the sources of the program import nothing in a circle', () => {
  expect(circlesOf(importGraph(join(import.meta.dirname, '..', '..')))).toEqual([]);
});
