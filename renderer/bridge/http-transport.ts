import type { Progress } from '../../domain/bridge/contract';
import { BridgeError } from '../../domain/bridge/errors';
import { frameLength } from '../../domain/bridge/wire';
import { frameOf, isReply, messageIn } from './frames';
import type { Transport } from './transport';

const TOKEN_KEY = 'elevator-audit-token';
const MEDIA_TYPE = 'application/x-elevator-audit';

/** Takes the run's token out of the first address, so that it stays neither in the address bar nor in the history; answers whether there was one. */
export function takeToken(): boolean {
  const match = /[#&]token=([0-9a-f]{64})/.exec(location.hash);
  if (match === null) return false;
  sessionStorage.setItem(TOKEN_KEY, match[1]!);
  history.replaceState(null, '', `${location.pathname}#/`);
  return true;
}

/** One call over the loopback host: a frame out, progress frames and one reply frame back. */
export const callOverHttp: Transport = async (channel, request, { onProgress, signal }) => {
  let response: Response;
  try {
    response = await fetch('/api/call', {
      method: 'POST',
      headers: { 'content-type': MEDIA_TYPE, 'x-elevator-audit-token': sessionStorage.getItem(TOKEN_KEY) ?? '' },
      body: frameOf({ channel, request }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    throw new BridgeError(signal?.aborted === true ? 'cancelled' : 'io-failed', { cause: 'host' }, { cause: error });
  }
  if (response.status === 413) throw new BridgeError('file-too-large');
  if (response.status === 403) throw new BridgeError('forbidden');
  if (!response.ok || response.body === null) throw new BridgeError('bad-request', { what: `http ${response.status}` });
  try {
    for await (const frame of frames(response.body)) {
      if (isReply(frame)) return frame;
      onProgress?.(messageIn(frame)['progress'] as Progress);
    }
  } catch (error) {
    // The host has ended in the middle of its answer.
    throw new BridgeError(signal?.aborted === true ? 'cancelled' : 'io-failed', { cause: 'host' }, { cause: error });
  }
  throw new BridgeError(signal?.aborted === true ? 'cancelled' : 'io-failed', { cause: 'host' });
};

async function* frames(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
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
      yield all.subarray(0, wanted);
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
