import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { CALL_CHANNEL, CANCEL_CHANNEL, PROGRESS_CHANNEL } from '../../domain/bridge/channels';
import type { WireReply } from '../../domain/bridge/errors';
import { dispatch } from '../handlers/dispatch';
import type { Handlers } from '../handlers/handlers';
import { isAppUrl } from './guards';

const FORBIDDEN: WireReply = { ok: false, error: { code: 'forbidden', details: {} } };
const BAD_REQUEST: WireReply = { ok: false, error: { code: 'bad-request', details: { what: 'message' } } };

/** The one place where IPC enters: the sender must be the top frame of our own page, the message of the agreed shape. */
export function openIpcGate(ipcMain: IpcMain, handlers: Handlers): void {
  const running = new Map<string, AbortController>();

  ipcMain.handle(CALL_CHANNEL, async (event, message: unknown): Promise<WireReply> => {
    if (!isOwnPage(event)) return FORBIDDEN;
    const call = callOf(message);
    if (call === null || running.has(call.taskId)) return BAD_REQUEST;
    const controller = new AbortController();
    running.set(call.taskId, controller);
    try {
      return await dispatch(handlers, call.channel, call.request, {
        signal: controller.signal,
        progress: (progress) => {
          if (!event.sender.isDestroyed()) event.sender.send(PROGRESS_CHANNEL, { taskId: call.taskId, progress });
        },
      });
    } finally {
      running.delete(call.taskId);
    }
  });

  ipcMain.on(CANCEL_CHANNEL, (event, taskId: unknown) => {
    if (isOwnPage(event) && typeof taskId === 'string') running.get(taskId)?.abort();
  });
}

/** A sub-frame, a frame that is gone, or a page of another origin is refused. */
function isOwnPage(event: IpcMainInvokeEvent | IpcMainEvent): boolean {
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
