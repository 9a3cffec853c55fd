import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { CALL_CHANNEL, CANCEL_CHANNEL, PROGRESS_CHANNEL } from '../../domain/bridge/channels';
import { BridgeError, type WireReply } from '../../domain/bridge/errors';
import { encodeFrame } from '../../domain/bridge/wire';
import { dispatch, type FaultLog } from '../handlers/dispatch';
import type { Handlers } from '../handlers/handlers';
import { withFiles } from './files-in-calls';
import { isAppUrl } from './guards';
import type { OfferedFiles } from './offered-files';

const FORBIDDEN: WireReply = { ok: false, error: { code: 'forbidden', details: {} } };
const BAD_REQUEST: WireReply = { ok: false, error: { code: 'bad-request', details: { what: 'message' } } };

const encoder = new TextEncoder();
const coder = { encode: (text: string): Uint8Array => encoder.encode(text), decode: (): string => '' };

/**
 * The one place where calls enter: the sender must be the top frame of our own page, the message of the agreed shape.
 * A reply goes back as the bytes of a frame `{reply}`: they cross to the page in one piece, where an object would be
 * copied member by member on the page's own thread.
 */
export function openIpcGate(ipcMain: IpcMain, handlers: Handlers, offered: OfferedFiles, log: FaultLog): void {
  const running = new Map<string, AbortController>();
  const answer = async (event: IpcMainInvokeEvent, message: unknown): Promise<WireReply> => {
    if (!isOwnPage(event)) return FORBIDDEN;
    const call = callOf(message);
    if (call === null || running.has(call.taskId)) return BAD_REQUEST;
    const controller = new AbortController();
    running.set(call.taskId, controller);
    try {
      const request = await withFiles(call.request, offered);
      const context = {
        signal: controller.signal,
        progress: (progress: unknown) => {
          if (!event.sender.isDestroyed()) event.sender.send(PROGRESS_CHANNEL, { taskId: call.taskId, progress });
        },
      };
      return await dispatch(handlers, call.channel, request, context, log);
    } catch (error) {
      if (!(error instanceof BridgeError)) throw error;
      return { ok: false, error: { code: error.code, details: error.details } };
    } finally {
      running.delete(call.taskId);
    }
  };
  ipcMain.handle(CALL_CHANNEL, async (event, message: unknown) => {
    const reply = await answer(event, message);
    return encodeFrame({ reply }, coder);
  });
  ipcMain.on(CANCEL_CHANNEL, (event, taskId: unknown) => {
    if (isOwnPage(event) && typeof taskId === 'string') running.get(taskId)?.abort();
  });
}

/** A sub-frame, a frame that is gone, or a page of another origin is refused. */
export function isOwnPage(event: IpcMainInvokeEvent | IpcMainEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppUrl(frame.url);
}

interface Call {
  readonly channel: string;
  readonly request: unknown;
  readonly taskId: string;
}

function callOf(message: unknown): Call | null {
  if (typeof message !== 'object' || message === null) return null;
  const { channel, request, taskId, ...surplus } = message as Record<string, unknown>;
  if (typeof channel !== 'string' || typeof taskId !== 'string' || taskId.length > 64) return null;
  return Object.keys(surplus).length === 0 ? { channel, request, taskId } : null;
}
