import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import {
  CALL_CHANNEL,
  CANCEL_CHANNEL,
  CHANNELS,
  OFFER_CHANNEL,
  OPENED_CHANNEL,
  PROGRESS_CHANNEL,
  WINDOW_EVENT_CHANNEL,
  WINDOW_REQUEST_CHANNEL,
} from '../../domain/bridge/channels';

interface CallMessage {
  readonly channel: string;
  readonly request: unknown;
  readonly taskId: string;
}
type Listener = (message: unknown) => void;

// One listener a channel for the life of the page, however many calls run.
const progressOf = new Map<string, Listener>();
let onWindow: Listener = () => undefined;
ipcRenderer.on(PROGRESS_CHANNEL, (_event: IpcRendererEvent, message: { taskId: string; progress: unknown }) => {
  progressOf.get(message.taskId)?.(message.progress);
});
ipcRenderer.on(WINDOW_EVENT_CHANNEL, (_event: IpcRendererEvent, message: unknown) => onWindow(message));

// The page gets these functions and never ipcRenderer itself: no channel outside the contract can be named, and nothing
// of Electron's is given back (whatever a function answers is copied into the page).
contextBridge.exposeInMainWorld('elevatorAudit', {
  /** Answers the bytes of a frame `{reply}`. */
  call: async ({ channel, request, taskId }: CallMessage, onProgress: Listener): Promise<unknown> => {
    if (!(CHANNELS as readonly string[]).includes(channel)) throw new Error('unknown channel');
    progressOf.set(taskId, onProgress);
    try {
      return await ipcRenderer.invoke(CALL_CHANNEL, { channel, request, taskId });
    } finally {
      progressOf.delete(taskId);
    }
  },
  cancel: (taskId: string): void => {
    ipcRenderer.send(CANCEL_CHANNEL, taskId);
  },
  /** A ticket for a file that lies on this machine; null for one that the page itself made. */
  offer: async (file: File): Promise<unknown> => {
    const path = webUtils.getPathForFile(file);
    return path === '' ? null : ipcRenderer.invoke(OFFER_CHANNEL, path);
  },
  /** The bytes of a file that the program was opened with, or null. */
  opened: async (ticket: string): Promise<unknown> => ipcRenderer.invoke(OPENED_CHANNEL, ticket),
  ask: (request: unknown): void => {
    ipcRenderer.send(WINDOW_REQUEST_CHANNEL, request);
  },
  /** The one listener to the window; another takes its place. */
  onWindow: (listener: Listener): void => {
    onWindow = listener;
  },
});
