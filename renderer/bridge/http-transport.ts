import type { Progress } from '../../domain/bridge/contract';
import { BridgeError, type WireReply } from '../../domain/bridge/errors';
import { decodeFrame, encodeFrame, frameLength } from '../../domain/bridge/wire';
import type { Transport } from './client';

const TOKEN_KEY = 'elevator-audit-token';
const MEDIA_TYPE = 'application/x-elevator-audit';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const coder = {
  encode: (text: string): Uint8Array => encoder.encode(text),
  decode: (bytes: Uint8Array): string => decoder.decode(bytes),
};

/** Takes the run's token out of the first address, so that it stays neither in the address bar nor in the history. */
export function takeToken(): void {
  const match = /[#&]token=([0-9a-f]{64})/.exec(location.hash);
  if (match === null) return;
  sessionStorage.setItem(TOKEN_KEY, match[1]!);
  history.replaceState(null, '', `${location.pathname}#/`);
}

/** One call over the loopback host: a frame out, progress frames and one reply frame back. */
export const callOverHttp: Transport = async (channel, request, { onProgress, signal }) => {
  let response: Response;
  try {
    response = await fetch('/api/call', {
      method: 'POST',
      headers: { 'content-type': MEDIA_TYPE, 'x-elevator-audit-token': sessionStorage.getItem(TOKEN_KEY) ?? '' },
      body: encodeFrame({ channel, request }, coder) as Uint8Array<ArrayBuffer>,
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    throw new BridgeError(signal?.aborted === true ? 'cancelled' : 'io-failed', { cause: 'host' }, { cause: error });
  }
  if (response.status === 403) throw new BridgeError('forbidden');
  if (!response.ok || response.body === null) throw new BridgeError('bad-request', { what: `http ${response.status}` });
  for await (const message of frames(response.body)) {
    if ('progress' in message) onProgress?.(message.progress as Progress);
    else return message.reply as WireReply;
  }
  throw new BridgeError(signal?.aborted === true ? 'cancelled' : 'io-failed', { cause: 'host' });
};

async function* frames(stream: ReadableStream<Uint8Array>): AsyncGenerator<Record<string, unknown>> {
  const reader = stream.getReader();
  let chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    chunks.push(value);
    length += value.length;
    for (;;) {
      const wanted = length < 4 ? null : frameLength(joined(chunks, 4));
      if (wanted === null || length < wanted) break;
      const all = joined(chunks, length);
      yield decodeFrame(all.subarray(0, wanted), coder) as Record<string, unknown>;
      chunks = [all.subarray(wanted)];
      length -= wanted;
    }
  }
}

/** The first `atLeast` bytes or more of the chunks as one array. */
function joined(chunks: readonly Uint8Array[], atLeast: number): Uint8Array {
  const first = chunks[0];
  if (first !== undefined && first.length >= atLeast) return first;
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}
