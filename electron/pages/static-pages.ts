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
export const FONTS = '/fonts/';

/** Shown as it is in a window without an address bar: it must say the way back, and works under the policy as it is. */
const NOT_FOUND = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8" /><title>梯审 Elevator Audit</title></head><body>
<p>没有这一页；已保存的记录都在。<a href="/">回到首页</a></p>
<p lang="en">There is no such page; what was saved is kept. <a href="/">Back to the start</a></p>
</body></html>
`;

export interface PageAnswer {
  readonly status: 200 | 400 | 404;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

export function notFound(nonce: string, status: 400 | 404 = 404): PageAnswer {
  const headers = { ...securityHeaders(nonce), 'content-type': 'text/html; charset=utf-8' };
  return { status, headers, body: new TextEncoder().encode(NOT_FOUND) };
}

/**
 * The built renderer as answers to `pathname`. Serves known file types below `rendererDir`, the papers' fonts, and nothing else:
 * the path is decoded once, must not carry NUL or a backslash, and must resolve inside the folder.
 */
export async function answerPage(rendererDir: string, pathname: string, nonce: string): Promise<PageAnswer> {
  const refuse = (status: 400 | 404): PageAnswer => notFound(nonce, status);
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
