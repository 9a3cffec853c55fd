import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultLog } from '../handlers/dispatch';
import type { Handlers } from '../handlers/handlers';
import type { PageSource } from '../pages/page-request';
import { answerCall } from './answer-call';
import { refuseCall, refuseHost } from './request-guards';

export interface LoopbackOptions {
  readonly handlers: Handlers;
  readonly pages: PageSource;
  /** Keeps errors by their ids; standard error without it. */
  readonly log?: FaultLog;
  /** 0 = any free port. */
  readonly port: number;
}

export interface LoopbackServer {
  /** Address to open; carries this run's token in its fragment, which a browser never sends anywhere. */
  readonly url: string;
  readonly port: number;
  readonly token: string;
  close(): Promise<void>;
}

const CALL_PATH = '/api/call';
const TOKEN_BYTES = 32;

/** Serves the pages and the contract on 127.0.0.1 only. */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const token = randomBytes(TOKEN_BYTES).toString('hex');
  const server = createServer((request, response) => {
    answer(request, response, options, portOf(server), token).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const port = portOf(server);
  return { url: `http://127.0.0.1:${port}/#token=${token}`, port, token, close: () => closeServer(server) };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port; // a TCP server that listens has an AddressInfo
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { handlers, pages, log }: LoopbackOptions,
  port: number,
  token: string,
): Promise<void> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const call = pathname === CALL_PATH;
  const refused =
    refuseHost(request.headers, port) ?? (call ? refuseCall(request.method, request.headers, port, token) : null);
  if (refused !== null) return end(response, refused.status, refused.reason);
  if (call) return answerCall(request, response, handlers, log);
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'only GET');
  const accept = request.headers.accept ?? '*/*';
  const page = await pages({ pathname, search, accept }, randomBytes(16).toString('base64'));
  response.writeHead(page.status, { ...page.headers, 'content-length': page.body.length });
  response.end(request.method === 'HEAD' ? undefined : page.body);
}

function end(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
  response.end(reason);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
