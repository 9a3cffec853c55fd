import type { Ports } from '../host/ports';

/** Papers made of a ledger that is only read: to be saved where somebody chooses, in no folder of the profile. */
const made = new WeakMap<Ports, Map<string, { readonly bytes: Uint8Array; fileName: string }>>();
const MOST = 20;

export function keepForThisRun(ports: Ports, fileSha256: string, bytes: Uint8Array): void {
  const kept = made.get(ports) ?? new Map<string, { bytes: Uint8Array; fileName: string }>();
  made.set(ports, kept);
  kept.set(fileSha256, { bytes, fileName: `${fileSha256}.pdf` });
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
}

export function nameForThisRun(ports: Ports, fileSha256: string, fileName: string): void {
  const paper = made.get(ports)?.get(fileSha256);
  if (paper !== undefined) paper.fileName = fileName;
}

/** One of them; null where there is none of that hash. */
export function madeInThisRun(
  ports: Ports,
  fileSha256: string,
): { readonly bytes: Uint8Array; readonly fileName: string } | null {
  return made.get(ports)?.get(fileSha256) ?? null;
}
