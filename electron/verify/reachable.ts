import type { LooseFile } from './loose-reader';
import type { PdfNode } from './pdf-syntax';

/** Ways up the tree again. */
const UPWARDS: readonly string[] = ['P', 'Parent'];

/** Numbers of all objects that the nodes lead to, downwards; entries of the names in `without` are not followed. */
export function reachableFrom(
  file: LooseFile,
  nodes: readonly (PdfNode | undefined)[],
  without: readonly string[] = [],
): Set<number> {
  const reached = new Set<number>();
  const pending = [...nodes];
  for (let node = pending.pop(); node !== undefined || pending.length > 0; node = pending.pop()) {
    if (node?.kind === 'array') for (const item of node.items) pending.push(item);
    if (node?.kind === 'dictionary')
      for (const [key, value] of node.entries)
        if (!UPWARDS.includes(key) && !without.includes(key)) pending.push(value);
    if (node?.kind !== 'reference' || reached.has(node.number)) continue;
    reached.add(node.number);
    pending.push(file.object(node.number)?.node);
  }
  return reached;
}
