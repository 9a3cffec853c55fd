import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const ROOTS = ['domain', 'electron', 'renderer'];
const SOURCE = /\.tsx?$/;

/** What a file imports or hands on, types included; a path begun with a dot is one of ours. */
const IMPORT = /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"](\.[^'"]+)['"]|\bimport\s*\(?\s*['"](\.[^'"]+)['"]/gm;

/** The relative paths that a source imports. */
export function importsIn(source) {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(IMPORT)].map(([, from, bare]) => from ?? bare);
}

/**
 * The groups of files that import each other in a circle, each sorted; of a graph from file to the files it imports
 * (Tarjan's strongly connected components, without those of one file).
 */
export function circlesOf(graph) {
  const found = [];
  const index = new Map();
  const low = new Map();
  const stack = [];
  const onStack = new Set();
  for (const root of graph.keys()) if (!index.has(root)) visit(root);
  return found;

  // A walk of its own, not the call stack: a chain of imports may be as long as there are files.
  function visit(root) {
    const walk = [{ file: root, next: 0 }];
    enter(root);
    while (walk.length > 0) {
      const step = walk.at(-1);
      const target = (graph.get(step.file) ?? [])[step.next++];
      if (target === undefined) {
        walk.pop();
        leave(step.file);
        const parent = walk.at(-1)?.file;
        if (parent !== undefined) low.set(parent, Math.min(low.get(parent), low.get(step.file)));
      } else if (!index.has(target)) {
        enter(target);
        walk.push({ file: target, next: 0 });
      } else if (onStack.has(target)) low.set(step.file, Math.min(low.get(step.file), index.get(target)));
    }
  }

  function enter(file) {
    index.set(file, index.size);
    low.set(file, index.get(file));
    stack.push(file);
    onStack.add(file);
  }

  function leave(file) {
    if (low.get(file) !== index.get(file)) return;
    const group = stack.splice(stack.lastIndexOf(file));
    for (const one of group) onStack.delete(one);
    if (group.length > 1 || (graph.get(file) ?? []).includes(file)) found.push(group.sort());
  }
}

/** From every source of the program, by its path from `root`, to the sources it imports. */
export function importGraph(root) {
  const files = ROOTS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => SOURCE.test(name))
      .map((name) => join(folder, name).split(sep).join('/')),
  );
  const known = new Set(files);
  return new Map(
    files.map((file) => [
      file,
      importsIn(readFileSync(join(root, file), 'utf8')).flatMap((path) => fileOf(path, join(root, file), root, known)),
    ]),
  );
}

function fileOf(path, importer, root, known) {
  const target = relative(root, resolve(dirname(importer), path.split('?')[0]))
    .split(sep)
    .join('/');
  const file = ['', '.ts', '.tsx', '.d.ts'].map((ending) => target + ending).find((name) => known.has(name));
  return file === undefined ? [] : [file];
}

let known = null;

/** From a file to the circle that it is in; read once a run. */
function circleByFile(root) {
  known ??= new Map(circlesOf(importGraph(root)).flatMap((circle) => circle.map((file) => [file, circle])));
  return known;
}

export const importCircles = {
  meta: { type: 'problem', schema: [], messages: { circle: '{{from}} imports itself by way of {{through}}' } },
  create(context) {
    const from = relative(context.cwd, context.filename).split(sep).join('/');
    return {
      Program(node) {
        const circle = circleByFile(context.cwd).get(from);
        if (circle === undefined) return;
        const through = circle.filter((file) => file !== from).join(', ') || 'nothing else';
        context.report({ node, messageId: 'circle', data: { from, through } });
      },
    };
  },
};
