import { request, type IncomingHttpHeaders } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame, frameLength } from '../../../domain/bridge/wire';
import type { Handlers } from '../../../electron/handlers/handlers';
import { pageSource } from '../../../electron/pages/page-source';
import { startLoopbackServer, type LoopbackServer } from '../../../electron/loopback/server';

const coder = {
  encode: (text: string) => Buffer.from(text),
  decode: (bytes: Uint8Array) => Buffer.from(bytes).toString(),
};

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

describe('the loopback host', () => {
  let folder: string;
  let server: LoopbackServer;
  const handlers = {
    'app.info': (_request: unknown, { progress }: { progress: (p: object) => void }) => {
      progress({ stage: 'reading', done: 1, total: 2 });
      return Promise.resolve({ version: 'test' });
    },
    'settings.read': () => Promise.reject(new Error('secret path /home/somebody')),
  } as unknown as Handlers;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'loopback-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>x</title>');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    server = await startLoopbackServer({ handlers, pages: pageSource(folder), port: 0 });
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (
    path: string,
    options: { method?: string; headers?: Record<string, string>; body?: Uint8Array } = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const outgoing = request(
        { host: '127.0.0.1', port: server.port, path, method: options.method ?? 'GET', headers: options.headers },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('end', () =>
            resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(options.body);
    });
  const callHeaders = (change: Record<string, string> = {}): Record<string, string> => ({
    origin: `http://127.0.0.1:${server.port}`,
    'x-elevator-audit-token': server.token,
    'content-type': 'application/x-elevator-audit',
    ...change,
  });
  const call = (channel: string, request: unknown, change: Record<string, string> = {}): Promise<Answer> =>
    ask('/api/call', { method: 'POST', headers: callHeaders(change), body: encodeFrame({ channel, request }, coder) });

  it('answers its own page with progress frames and one reply', async () => {
    const { status, body } = await call('app.info', {});
    expect(status).toBe(200);
    const first = frameLength(body)!;
    expect(decodeFrame(body.subarray(0, first), coder)).toEqual({ progress: { stage: 'reading', done: 1, total: 2 } });
    expect(decodeFrame(body.subarray(first), coder)).toEqual({ reply: { ok: true, value: { version: 'test' } } });
  });

  it.each([
    ['no token', { 'x-elevator-audit-token': '' }, 403],
    ['a wrong token', { 'x-elevator-audit-token': '0'.repeat(64) }, 403],
    ['a foreign origin', { origin: 'https://example.org' }, 403],
    ['no origin', { origin: '' }, 403],
    ['a foreign page', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a content type that a form can send', { 'content-type': 'text/plain' }, 415],
    ['a host that was rebound', { host: 'attacker.example' }, 421],
  ])('refuses a call with %s', async (_what, change, status) => {
    expect((await call('app.info', {}, change)).status).toBe(status);
  });

  it('refuses other methods and frames that do not hold together', async () => {
    expect((await ask('/api/call', { headers: callHeaders() })).status).toBe(405);
    expect((await ask('/', { method: 'DELETE' })).status).toBe(405);
    expect(
      (await ask('/api/call', { method: 'POST', headers: callHeaders(), body: Buffer.from('not a frame') })).status,
    ).toBe(400);
  });

  it('an error inside is an id to the page and nothing more', async () => {
    const { body } = await call('settings.read', {});
    const { reply } = decodeFrame(body, coder) as { reply: { error: { code: string; details: object } } };
    expect(reply.error.code).toBe('internal');
    expect(body.toString()).not.toContain('somebody');
  });

  it('says which field of a request is wrong, and never its value', async () => {
    const { body } = await call('identity.create', { organisation: 'x', kind: 'own-ca', passphrase: 'short' });
    expect(decodeFrame(body, coder)).toMatchObject({
      reply: { ok: false, error: { code: 'bad-request', details: { what: 'passphrase' } } },
    });
    expect(body.toString()).not.toContain('short');
  });

  it('serves its pages under the policy', async () => {
    const { status, headers } = await ask('/');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each([
    '/../package.json',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/secret',
    '/secret.txt',
    '/missing.html',
    '/assets/',
    '/%00.html',
    '/%ff.html',
  ])('gives nothing for %s', async (path) => {
    expect([400, 404]).toContain((await ask(path)).status);
  });

  it('is bound to this machine only', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[0-9a-f]{64}$/);
  });
});
