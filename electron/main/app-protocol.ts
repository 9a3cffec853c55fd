import { randomBytes } from 'node:crypto';
import type { Protocol } from 'electron';
import type { PageSource } from '../pages/page-request';
import { notFound } from '../pages/static-pages';

export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://elevator-audit';

/** Must run before the app is ready. */
export function registerAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export function handleAppScheme(protocol: Protocol, pages: PageSource): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url);
    const known = `${url.protocol}//${url.host}` === APP_ORIGIN && request.method === 'GET';
    const nonce = randomBytes(16).toString('base64');
    const { pathname, search } = url;
    const accept = request.headers.get('accept') ?? '*/*';
    const answer = known ? await pages({ pathname, search, accept }, nonce) : notFound(nonce);
    return new Response(Buffer.from(answer.body), { status: answer.status, headers: answer.headers });
  });
}
