import type { Handlers } from './handlers';
import type { Ports } from '../host/ports';

export function attachmentHandlers(ports: Ports): Pick<Handlers, 'attachment.store' | 'attachment.read'> {
  return {
    'attachment.store': async ({ mediaType, bytes }) => {
      ports.journal.requireWritable();
      return ports.attachments.store(bytes, mediaType);
    },
    'attachment.read': ({ sha256 }) => ports.attachments.read(sha256),
  };
}
