import type { WholePacks } from '../../domain/bridge/replies';
import { call } from '../bridge/client';

let known: Promise<WholePacks> | null = null;

/** All packs with all they say; read when somebody first needs more than the one that judges. */
export function wholePacks(): Promise<WholePacks> {
  return (known ??= call('packs.whole', {}).catch((error: unknown) => {
    known = null; // asked anew next time
    throw error;
  }));
}
