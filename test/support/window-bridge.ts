import { request as ask } from 'node:http';
import type { Page } from 'playwright-core';
import { decodeFrame, encodeFrame } from '../../domain/bridge/wire';
import type { WireReply } from '../../domain/bridge/errors';
import type { WindowEvent } from '../../domain/bridge/window';

const coder = {
  encode: (text: string): Uint8Array => new TextEncoder().encode(text),
  decode: (bytes: Uint8Array): string => new TextDecoder().decode(bytes),
};

/** One call of the loopback host from outside its page; `address` carries the run's token. */
export async function callHost(address: string, channel: string, request: unknown): Promise<unknown> {
  const { origin, hash, port } = new URL(address);
  const headers = {
    origin,
    'content-type': 'application/x-elevator-audit',
    'x-elevator-audit-token': hash.slice('#token='.length),
  };
  const answer = await new Promise<Buffer>((resolve, reject) => {
    // A connection of its own each time: one kept open may be closed by the host in the moment it is used again.
    const asked = ask(
      { host: '127.0.0.1', port, path: '/api/call', method: 'POST', headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks)));
      },
    );
    asked.on('error', reject);
    asked.end(encodeFrame({ channel, request }, coder));
  });
  const { reply } = decodeFrame(lastFrame(answer), coder) as { reply: WireReply };
  if (!reply.ok) throw new Error(`${reply.error.code} ${JSON.stringify(reply.error.details)}`);
  return reply.value;
}

/** The reply; what came before it was progress. */
function lastFrame(answer: Buffer): Buffer {
  let frames = answer;
  for (;;) {
    const length = frames.readUInt32LE(0) + 4;
    if (length >= frames.length) return frames;
    frames = frames.subarray(length);
  }
}

/**
 * Gives pages that are opened from now on the bridge of a window, as the preload would: calls go on to the loopback host,
 * what the page asks of its window is noted in `windowAsked`, and `tellPage` tells it what a window would.
 */
export async function giveWindow(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const asked: unknown[] = [];
    let listener: (event: unknown) => void = () => undefined;
    const call = async ({ channel, request }: { channel: string; request: unknown }): Promise<Uint8Array> => {
      let carried = new Uint8Array();
      const text = JSON.stringify({ channel, request }, (_key, value: unknown) => {
        if (!(value instanceof Uint8Array)) return value;
        carried = Uint8Array.from(value); // no call of these tests carries more than one file
        return { $bytes: [0, value.length] };
      });
      const json = new TextEncoder().encode(text);
      const frame = new Uint8Array(8 + json.length + carried.length);
      new DataView(frame.buffer).setUint32(0, frame.length - 4, true);
      new DataView(frame.buffer).setUint32(4, json.length, true);
      frame.set(json, 8);
      frame.set(carried, 8 + json.length);
      const response = await fetch('/api/call', {
        method: 'POST',
        headers: {
          'content-type': 'application/x-elevator-audit',
          'x-elevator-audit-token': sessionStorage.getItem('elevator-audit-token') ?? '',
        },
        body: frame,
      });
      let bytes = new Uint8Array(await response.arrayBuffer());
      for (;;) {
        const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) + 4;
        if (length === bytes.length) return bytes; // what came before it was progress
        bytes = bytes.subarray(length);
      }
    };
    Object.assign(globalThis, {
      windowAsked: asked,
      tellPage: (event: unknown) => listener(event),
      elevatorAudit: {
        call,
        cancel: () => undefined,
        offer: () => Promise.resolve(null),
        opened: (ticket: string) => Promise.resolve(new TextEncoder().encode(`%PDF-1.7 ${ticket}`)),
        ask: (request: unknown) => asked.push(request),
        onWindow: (next: typeof listener) => {
          listener = next;
        },
      },
    });
  });
}

export async function tellPage(page: Page, event: WindowEvent): Promise<void> {
  await page.evaluate(
    (told) => (globalThis as unknown as { tellPage: (event: unknown) => void }).tellPage(told),
    event,
  );
}

export async function windowAsked(page: Page): Promise<unknown[]> {
  return page.evaluate(() => (globalThis as unknown as { windowAsked: unknown[] }).windowAsked);
}
