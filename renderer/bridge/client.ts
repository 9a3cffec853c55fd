import type { Channel } from '../../domain/bridge/channels';
import type { ReplyOf, RequestOf } from '../../domain/bridge/contract';
import { BridgeError } from '../../domain/bridge/errors';
import { MAX_CALL_BYTES } from '../../domain/bridge/limits';
import type { OfferedFile } from '../../domain/bridge/window';
import { callOverElectron, electronBridge } from './electron-bridge';
import { replyIn } from './frames';
import { callOverHttp } from './http-transport';
import type { CallOptions, Transport } from './transport';

/** A request in whose files tickets may stand for bytes. */
type WithFiles<T> = T extends Uint8Array
  ? T | OfferedFile
  : T extends readonly (infer Member)[]
    ? readonly WithFiles<Member>[]
    : T extends object
      ? { readonly [K in keyof T]: WithFiles<T[K]> }
      : T;
type FileRequest<C extends Channel> = C extends 'import.preview' | 'verify.file' ? WithFiles<RequestOf<C>> : never;

let transport: Transport | null = null;

function currentTransport(): Transport {
  const bridge = electronBridge();
  return (transport ??= bridge === null ? callOverHttp : callOverElectron(bridge));
}

/** Asks the machine. Throws BridgeError with the code of the refusal; never answers with an empty success. */
export async function call<C extends Channel>(
  channel: C,
  request: RequestOf<C> | FileRequest<C>,
  options: CallOptions = {},
): Promise<ReplyOf<C>> {
  const reply = replyIn(await callForFrame(channel, request, options));
  if (!reply.ok) throw new BridgeError(reply.error.code, reply.error.details);
  return reply.value as ReplyOf<C>; // the contract types both ends of the channel
}

/** The reply as it came, for a worker to read: a long one holds the page up neither in decoding nor in copying. */
export async function callForFrame<C extends Channel>(
  channel: C,
  request: RequestOf<C> | FileRequest<C>,
  options: CallOptions = {},
): Promise<Uint8Array> {
  if (bytesIn(request) > MAX_CALL_BYTES) throw new BridgeError('file-too-large', { max: MAX_CALL_BYTES });
  return currentTransport()(channel, request, options);
}

/** Bytes of the files of a request, as far as they are here and not tickets. */
function bytesIn(request: object): number {
  const { bytes, files = [] } = request as { bytes?: unknown; files?: readonly { readonly bytes?: unknown }[] };
  return [bytes, ...files.map((file) => file.bytes)].reduce<number>(
    (sum, each) => sum + (each instanceof Uint8Array ? each.length : 0),
    0,
  );
}

/** A file that was chosen or dropped, for a call: a ticket where it lies on this machine in a window's reach, else its bytes. */
export async function fileForCall(file: File): Promise<Uint8Array | OfferedFile> {
  const ticket = (await electronBridge()?.offer(file)) ?? null;
  return ticket === null ? new Uint8Array(await file.arrayBuffer()) : { $file: ticket };
}
