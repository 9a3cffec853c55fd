import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import type { Session } from 'electron';
import type { WindowEvent } from '../../domain/bridge/window';
import { APP_ORIGIN } from './app-protocol';

/** Files saved in this run, by the ids that the page was told. */
export class SavedFiles {
  readonly #paths = new Map<string, string>();

  note(path: string): string {
    const id = randomUUID();
    this.#paths.set(id, path);
    return id;
  }

  pathOf(id: string): string | undefined {
    return this.#paths.get(id);
  }
}

/** Only what the page itself made may be saved; how each saving ended is told, for nothing else would show it. */
export function followDownloads(session: Session, saved: SavedFiles, tell: (event: WindowEvent) => void): void {
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${APP_ORIGIN}/`)) {
      event.preventDefault();
      return;
    }
    item.once('done', (_event, state) => {
      const path = item.getSavePath();
      const name = item.getFilename();
      if (state === 'completed')
        tell({ kind: 'saved', id: saved.note(path), name, outcome: 'saved', folder: dirname(path) });
      else tell({ kind: 'saved', id: '', name, outcome: state === 'cancelled' ? 'not-saved' : 'failed', folder: '' });
    });
  });
}
