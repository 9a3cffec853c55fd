import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from '../../../electron/pages/content-security-policy';
import { devPolicy, devServer } from '../../../electron/pages/dev-pages';
import { pageSource } from '../../../electron/pages/page-source';

describe('pages of the development server', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('are asked for where the variable names this machine, and nowhere else', () => {
    expect(devServer()).toBeNull();
    vi.stubEnv('ELECTRON_RENDERER_URL', 'http://127.0.0.1:5173');
    expect(devServer()?.host).toBe('127.0.0.1:5173');
    for (const elsewhere of ['http://192.168.1.2:5173', 'https://127.0.0.1:5173', 'http://127.0.0.1.evil.example/']) {
      vi.stubEnv('ELECTRON_RENDERER_URL', elsewhere);
      expect(() => devServer(), elsewhere).toThrow(TypeError);
    }
  });

  it('are not looked for in a built program', () => {
    vi.stubEnv('DEV', false);
    vi.stubEnv('ELECTRON_RENDERER_URL', 'http://127.0.0.1:5173');
    expect(devServer()).toBeNull();
  });

  it('loosen the policy by a nonce for scripts and their own socket alone', () => {
    const built = contentSecurityPolicy('n').split('; ');
    const loosened = devPolicy('n', new URL('http://127.0.0.1:5173')).split('; ');
    expect(loosened.filter((directive) => !built.includes(directive))).toEqual([
      "script-src 'self' 'nonce-n'",
      "connect-src 'self' ws://127.0.0.1:5173",
    ]);
    expect(loosened).toHaveLength(built.length);
  });

  it('come through the host with their query, a nonce in the page, and the fonts of the papers from the program', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.url ?? ''} ${request.headers.accept ?? ''}`);
      response.writeHead(request.url === '/gone' ? 500 : 200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<meta property="csp-nonce" nonce="__CSP_NONCE__">');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('ELECTRON_RENDERER_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const pages = pageSource('/nowhere');
    const page = await pages({ pathname: '/a.tsx', search: '?t=1', accept: 'text/css' }, 'n1');
    expect(asked).toEqual(['/a.tsx?t=1 text/css']);
    expect(Buffer.from(page.body).toString()).toBe('<meta property="csp-nonce" nonce="n1">');
    expect(page.headers['content-security-policy']).toContain("'nonce-n1'");
    expect((await pages({ pathname: '/gone', search: '', accept: '*/*' }, 'n')).status).toBe(404);
    const font = await pages({ pathname: '/fonts/NotoSansSC-Bold.ttf', search: '', accept: '*/*' }, 'n');
    expect([font.status, font.headers['content-type'], asked.length]).toEqual([200, 'font/ttf', 2]);
    server.close();
  });
});
