import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CALL_CHANNEL, CANCEL_CHANNEL, CHANNELS, PROGRESS_CHANNEL } from '../../domain/bridge/channels';

interface CallMessage {
  readonly channel: string;
  readonly request: unknown;
  readonly taskId: string;
}

// The page gets three functions and never ipcRenderer itself: no channel outside the contract can be named.
contextBridge.exposeInMainWorld('elevatorAudit', {
  call: async ({ channel, request, taskId }: CallMessage): Promise<unknown> => {
    if (!(CHANNELS as readonly string[]).includes(channel)) throw new Error('unknown channel');
    return ipcRenderer.invoke(CALL_CHANNEL, { channel, request, taskId: taskId });
  },
  cancel: (taskId: string): void => {
    ipcRenderer.send(CANCEL_CHANNEL, taskId);
  },
  onProgress: (listener: (message: unknown) => void): (() => void) => {
    const forward = (_event: IpcRendererEvent, message: unknown): void => listener(message);
    ipcRenderer.on(PROGRESS_CHANNEL, forward);
    return () => ipcRenderer.off(PROGRESS_CHANNEL, forward);
  },
});
