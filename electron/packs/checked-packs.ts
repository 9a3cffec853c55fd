import { sha256Hex } from '../fs/sha256';
import type { PackOrigin } from '../../domain/pack/pack-fault';

/** SHA-256 of the program's own packs by file name, put in by the build; empty where the sources run as they are. */
declare const __CHECKED_PACKS__: Readonly<Record<string, string>>;

/** Whether a file is a pack of the program just as it was when it was built, and so fits the schema: reading the schema costs more than all packs. */
export function isCheckedPack(
  { name, origin }: { readonly name: string; readonly origin: PackOrigin },
  bytes: Uint8Array,
  checked = __CHECKED_PACKS__,
): boolean {
  return origin === 'program' && Object.hasOwn(checked, name) && checked[name] === sha256Hex(bytes);
}
