import type { Channel } from '../../domain/bridge/channels';
import type { Progress } from '../../domain/bridge/contract';

export interface CallOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Answers the bytes of a frame `{reply}`; throws BridgeError where no reply comes. */
export type Transport = (channel: Channel, request: unknown, options: CallOptions) => Promise<Uint8Array>;
