import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { fontsFolder } from '../fs/fonts-folder';
import { securityHeaders } from './content-security-policy';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** Pages ask here for the whole fonts of the papers. */
const FONTS = '/fonts/';

/** In the built index.html; replaced by the nonce of each answer. */
const NONCE_MARK = '__CSP_NONCE__';

export interface PageAnswer {
  readonly status: 200 | 400 | 404;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

/**
 * The built renderer as answers to `pathname`. Serves known file types below `rendererDir`, the papers' fonts, and nothing else:
 * the path is decoded once, must not carry NUL or a backslash, and must resolve inside the folder.
 */
export async function answerPage(rendererDir: string, pathname: string, nonce: string): Promise<PageAnswer> {
  const refuse = (status: 400 | 404): PageAnswer => ({
    status,
    headers: { ...securityHeaders(nonce), 'content-type': 'text/plain; charset=utf-8' },
    body: new TextEncoder().encode(status === 400 ? 'bad path' : 'not found'),
  });
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return refuse(400);
  }
  if (!path.startsWith('/') || path.includes('\0') || path.includes('\\')) return refuse(400);
  const isFont = path.startsWith(FONTS) && path.endsWith('.ttf');
  const root = resolve(isFont ? fontsFolder() : rendererDir);
  const inRoot = isFont ? path.slice(FONTS.length) : path === '/' ? 'index.html' : path.slice(1);
  const file = resolve(root, `./${inRoot}`);
  const mediaType = MEDIA_TYPES[extname(file)];
  if (!file.startsWith(root + sep) || mediaType === undefined) return refuse(404);
  let body: Uint8Array;
  try {
    body = await readFile(file);
  } catch {
    return refuse(404);
  }
  if (mediaType.startsWith('text/html'))
    body = new TextEncoder().encode(new TextDecoder().decode(body).replaceAll(NONCE_MARK, nonce));
  const isHashed = path.startsWith('/assets/'); // file names there carry their content's hash
  return {
    status: 200,
    headers: {
      ...securityHeaders(nonce),
      'content-type': mediaType,
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : isFont ? 'public, max-age=86400' : 'no-store',
    },
    body,
  };
}
