import type { WireReply } from '../../domain/bridge/errors';
import { decodeFrame, encodeFrame } from '../../domain/bridge/wire';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const coder = {
  encode: (text: string): Uint8Array => encoder.encode(text),
  decode: (bytes: Uint8Array): string => decoder.decode(bytes),
};

export function frameOf(message: unknown): Uint8Array<ArrayBuffer> {
  return encodeFrame(message, coder) as Uint8Array<ArrayBuffer>; // made by `new Uint8Array(length)`
}

export function messageIn(frame: Uint8Array): Record<string, unknown> {
  return decodeFrame(frame, coder) as Record<string, unknown>; // the hosts send objects only
}

/** The reply in a frame `{reply}`, by which every host answers a call. */
export function replyIn(frame: Uint8Array): WireReply {
  return messageIn(frame)['reply'] as WireReply;
}

const OPENING = encoder.encode('{"reply"');
const JSON_STARTS = 8;

/** Whether a frame is a reply, told without reading the whole of it. */
export function isReply(frame: Uint8Array): boolean {
  return OPENING.every((byte, index) => frame[JSON_STARTS + index] === byte);
}
