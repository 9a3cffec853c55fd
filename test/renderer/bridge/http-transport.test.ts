import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { frameOf, replyIn } from '../../../renderer/bridge/frames';
import { callOverHttp, takeToken } from '../../../renderer/bridge/http-transport';

const TOKEN = 'a'.repeat(64);
let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => Uint8Array.from(parts.flatMap((p) => [...p]));

/** A body that arrives in pieces cut at these places; `breaks` = the connection ends in an error after them. */
function inPieces(bytes: Uint8Array, cuts: readonly number[], breaks = false): ReadableStream<Uint8Array> {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return new ReadableStream({
    start(controller) {
      for (const [index, from] of at.slice(0, -1).entries()) controller.enqueue(bytes.slice(from, at[index + 1]));
      if (breaks) controller.error(new TypeError('network error'));
      else controller.close();
    },
  });
}

const answerWith = (body: ReadableStream<Uint8Array> | null, status = 200) => {
  const asked = vi.fn<typeof fetch>(() => Promise.resolve(new Response(body, { status })));
  vi.stubGlobal('fetch', asked);
  return asked;
};

describe('a call over the loopback host', () => {
  it('gives the same progress and reply however its frames are cut on the way', async () => {
    const value = { name: '梯', bytes: new Uint8Array([0, 255, 7]) };
    const steps = [1, 2, 3].map((done) => ({ done, total: 3 }));
    const body = joined([...steps.map((progress) => frameOf({ progress })), frameOf({ reply: { ok: true, value } })]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 20 }), async (cuts) => {
        answerWith(inPieces(body, cuts));
        const seen: unknown[] = [];
        const frame = await callOverHttp('settings.read', {}, { onProgress: (progress) => seen.push(progress) });
        expect(seen).toEqual(steps);
        expect(replyIn(frame)).toEqual({ ok: true, value });
      }),
      { numRuns: 30 },
    );
  });

  it('asks with the token of this run and its channel in a frame', async () => {
    stored.set('elevator-audit-token', TOKEN);
    const asked = answerWith(inPieces(frameOf({ reply: { ok: true, value: null } }), []));
    await callOverHttp('settings.read', { a: 1 }, {});
    const [path, { method, headers, body }] = asked.mock.calls[0] as [string, RequestInit & { body: Uint8Array }];
    expect([path, method]).toEqual(['/api/call', 'POST']);
    expect(headers).toMatchObject({ 'x-elevator-audit-token': TOKEN });
    expect(body).toEqual(frameOf({ channel: 'settings.read', request: { a: 1 } }));
  });

  it.each([
    [413, 'file-too-large'],
    [403, 'forbidden'],
    [400, 'bad-request'],
    [500, 'bad-request'],
  ])('answered by %i is the refusal %s', async (status, code) => {
    answerWith(null, status);
    await expect(callOverHttp('settings.read', {}, {})).rejects.toMatchObject({ code });
  });

  it('whose answer ends before the reply, anywhere, is never taken for answered', async () => {
    const body = joined([frameOf({ progress: { done: 1, total: 2 } }), frameOf({ reply: { ok: true, value: 1 } })]);
    for (const breaks of [false, true])
      for (let length = 0; length < body.length; length++) {
        answerWith(inPieces(body.subarray(0, length), [], breaks));
        await expect(callOverHttp('settings.read', {}, {})).rejects.toMatchObject({ code: 'io-failed' });
      }
  });

  it('that nobody answers says that the host is gone, or that the person gave up', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed to fetch')));
    await expect(callOverHttp('settings.read', {}, {})).rejects.toMatchObject({
      code: 'io-failed',
      details: { cause: 'host' },
    });
    const signal = AbortSignal.abort();
    await expect(callOverHttp('settings.read', {}, { signal })).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('the token of a run', () => {
  it.each([
    [`#token=${TOKEN}`, TOKEN],
    [`#/fleet&token=${TOKEN}`, TOKEN],
    ['#/fleet', undefined],
    ['#token=short', undefined],
  ])('in %s is taken out of the address', (hash, token) => {
    const replaced: string[] = [];
    vi.stubGlobal('location', { hash, pathname: '/' });
    vi.stubGlobal('history', { replaceState: (_: unknown, __: unknown, address: string) => replaced.push(address) });
    takeToken();
    expect(stored.get('elevator-audit-token')).toBe(token);
    expect(replaced).toEqual(token === undefined ? [] : ['/#/']);
  });
});
