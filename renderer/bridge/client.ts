import type { Channel } from '../../domain/bridge/channels';
import type { Progress, ReplyOf, RequestOf } from '../../domain/bridge/contract';
import { BridgeError, type WireReply } from '../../domain/bridge/errors';
import { callOverHttp } from './http-transport';

/** What the preload offers in Electron. */
interface ElectronBridge {
  readonly call: (message: { channel: string; request: unknown; taskId: string }) => Promise<WireReply>;
  readonly cancel: (taskId: string) => void;
  readonly onProgress: (listener: (message: { taskId: string; progress: Progress }) => void) => () => void;
}

export interface CallOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export type Transport = (channel: Channel, request: unknown, options: CallOptions) => Promise<WireReply>;

function callOverElectron(bridge: ElectronBridge): Transport {
  return async (channel, request, { onProgress, signal }) => {
    const taskId = crypto.randomUUID();
    const stopListening = bridge.onProgress((message) => {
      if (message.taskId === taskId) onProgress?.(message.progress);
    });
    const cancel = (): void => {
      bridge.cancel(taskId);
    };
    signal?.addEventListener('abort', cancel);
    try {
      return await bridge.call({ channel, request, taskId });
    } finally {
      stopListening();
      signal?.removeEventListener('abort', cancel);
    }
  };
}

let transport: Transport | null = null;

function currentTransport(): Transport {
  if (transport !== null) return transport;
  const { elevatorAudit } = globalThis as { elevatorAudit?: ElectronBridge };
  transport = elevatorAudit === undefined ? callOverHttp : callOverElectron(elevatorAudit);
  return transport;
}

/** Asks the machine. Throws BridgeError with the code of the refusal; never answers with an empty success. */
export async function call<C extends Channel>(
  channel: C,
  request: RequestOf<C>,
  options: CallOptions = {},
): Promise<ReplyOf<C>> {
  const reply = await currentTransport()(channel, request, options);
  if (!reply.ok) throw new BridgeError(reply.error.code, reply.error.details);
  return reply.value as ReplyOf<C>; // the contract types both ends of the channel
}
