import type { IncomingMessage, ServerResponse } from 'node:http';
import { MAX_CALL_BYTES } from '../../domain/bridge/limits';
import { decodeFrame, encodeFrame, WireError } from '../../domain/bridge/wire';
import { dispatch, type FaultLog } from '../handlers/dispatch';
import type { Handlers } from '../handlers/handlers';
import { CALL_MEDIA_TYPE } from './request-guards';

/** Beside the files of a call there is little. */
const MAX_FRAME_BYTES = MAX_CALL_BYTES + 64 * 1024 * 1024;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });
const coder = {
  encode: (text: string): Uint8Array => encoder.encode(text),
  decode: (bytes: Uint8Array): string => decoder.decode(bytes),
};

/** One call: a frame `{channel, request}` in; progress frames and one reply frame out. Hanging up cancels the call. */
export async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  handlers: Handlers,
  log?: FaultLog,
): Promise<void> {
  const body = await readBody(request);
  const call = body === null ? null : callOf(body);
  if (call === null) {
    response.writeHead(body === null ? 413 : 400, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(body === null ? 'too large' : 'malformed');
    return;
  }
  const controller = new AbortController();
  response.on('close', () => {
    controller.abort();
  });
  response.writeHead(200, { 'content-type': CALL_MEDIA_TYPE, 'cache-control': 'no-store' });
  const context = {
    signal: controller.signal,
    progress: (progress: unknown) => {
      if (!response.writableEnded) response.write(encodeFrame({ progress }, coder));
    },
  };
  const reply = await dispatch(handlers, call.channel, call.request, context, log);
  response.end(encodeFrame({ reply }, coder));
}

/** Null when the body is larger than any call needs. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_FRAME_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function callOf(body: Uint8Array): { channel: string; request: unknown } | null {
  let message: unknown;
  try {
    message = decodeFrame(body, coder);
  } catch (error) {
    if (error instanceof WireError || error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
  if (typeof message !== 'object' || message === null) return null;
  const { channel, request, ...surplus } = message as Record<string, unknown>;
  return typeof channel === 'string' && Object.keys(surplus).length === 0 ? { channel, request } : null;
}
