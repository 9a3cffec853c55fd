import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { OFFER_CHANNEL, OPENED_CHANNEL, WINDOW_REQUEST_CHANNEL } from '../../domain/bridge/channels';
import type { WindowRequest } from '../../domain/bridge/window';
import type { OfferedFiles } from './offered-files';
import type { OpenedFiles } from './opened-files';

const MOST_SOUGHT = 200;

const requestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({
    kind: z.literal('find'),
    text: z.string().min(1).max(MOST_SOUGHT),
    forward: z.boolean(),
    next: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('end-find') }),
  z.strictObject({ kind: z.literal('show-saved'), id: z.uuid() }),
]) satisfies z.ZodType<WindowRequest>;

interface WindowGate {
  readonly isOwnPage: (event: IpcMainEvent | IpcMainInvokeEvent) => boolean;
  readonly offered: OfferedFiles;
  readonly opened: OpenedFiles;
  readonly act: (request: WindowRequest) => void;
}

/** What the page asks of its window, beside the calls: nobody else's word and nothing of another shape is heard. */
export function openWindowGate(ipcMain: IpcMain, { isOwnPage, offered, opened, act }: WindowGate): void {
  ipcMain.on(WINDOW_REQUEST_CHANNEL, (event, message: unknown) => {
    const request = requestSchema.safeParse(message);
    if (isOwnPage(event) && request.success) act(request.data);
  });
  ipcMain.handle(OFFER_CHANNEL, async (event, path: unknown) =>
    isOwnPage(event) ? ((await offered.offer(path))?.ticket ?? null) : null,
  );
  ipcMain.handle(OPENED_CHANNEL, (event, ticket: unknown) => (isOwnPage(event) ? opened.read(ticket) : null));
}
