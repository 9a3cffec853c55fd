import { BridgeError } from '../../domain/bridge/errors';
import type { Progress } from '../../domain/bridge/contract';
import type { WindowEvent, WindowRequest } from '../../domain/bridge/window';
import type { Transport } from './transport';

/** What the preload offers in Electron. */
export interface ElectronBridge {
  readonly call: (
    message: { readonly channel: string; readonly request: unknown; readonly taskId: string },
    onProgress: (progress: Progress) => void,
  ) => Promise<Uint8Array>;
  readonly cancel: (taskId: string) => void;
  readonly offer: (file: File) => Promise<string | null>;
  readonly opened: (ticket: string) => Promise<Uint8Array | null>;
  readonly ask: (request: WindowRequest) => void;
  readonly onWindow: (listener: (event: WindowEvent) => void) => void;
}

/** The bridge of the window; null in a browser. */
export function electronBridge(): ElectronBridge | null {
  return (globalThis as { elevatorAudit?: ElectronBridge }).elevatorAudit ?? null;
}

export function callOverElectron(bridge: ElectronBridge): Transport {
  return async (channel, request, { onProgress, signal }) => {
    const taskId = crypto.randomUUID();
    const cancel = (): void => {
      bridge.cancel(taskId);
    };
    signal?.addEventListener('abort', cancel);
    try {
      return await bridge.call({ channel, request, taskId }, (progress) => onProgress?.(progress));
    } catch (error) {
      // What cannot be copied between the processes, or a main process that is gone: an answer there is none.
      throw new BridgeError(signal?.aborted === true ? 'cancelled' : 'io-failed', { cause: 'host' }, { cause: error });
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  };
}
