import { contentSecurityPolicy, securityHeaders } from './content-security-policy';
import type { PageSource } from './page-request';
import { FONTS } from './static-pages';

/** Stands in the pages of the development server; replaced by the nonce of each answer. */
const NONCE_MARK = '__CSP_NONCE__';

/** Where `npm run dev` serves the sources of the pages. Null in a built program, from which the question itself is left out. */
export function devServer(): URL | null {
  const named = import.meta.env.DEV ? process.env['ELECTRON_RENDERER_URL'] : undefined;
  if (named === undefined) return null;
  const url = new URL(named);
  if (url.protocol !== 'http:' || url.hostname !== '127.0.0.1')
    throw new TypeError('ELECTRON_RENDERER_URL must be an address on 127.0.0.1');
  return url;
}

/** The sources as `server` serves them, with the whole fonts of the papers from where they always are. */
export function devPages(server: URL, built: PageSource): PageSource {
  return async (request, nonce) => {
    if (request.pathname.startsWith(FONTS)) return built(request, nonce);
    const answer = await fetch(new URL(request.pathname + request.search, server), {
      headers: { accept: request.accept },
      redirect: 'error',
    });
    const mediaType = answer.headers.get('content-type') ?? 'text/plain; charset=utf-8';
    const body = new Uint8Array(await answer.arrayBuffer());
    const isPage = mediaType.startsWith('text/html');
    return {
      status: answer.status === 200 ? 200 : 404,
      headers: {
        ...securityHeaders(nonce),
        'content-security-policy': devPolicy(nonce, server),
        'content-type': mediaType,
        'cache-control': 'no-store',
      },
      body: isPage ? Buffer.from(Buffer.from(body).toString().replaceAll(NONCE_MARK, nonce)) : body,
    };
  };
}

/** The policy of the built pages, and what hot reload needs beside: its own scripts and styles by nonce, and its socket. */
export function devPolicy(nonce: string, server: URL): string {
  return contentSecurityPolicy(nonce)
    .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
    .replace("connect-src 'self'", `connect-src 'self' ws://${server.host}`);
}
