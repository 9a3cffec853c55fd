import { BridgeError } from '../../domain/bridge/errors';
import type { Handlers } from './handlers';
import type { Ports } from './ports';

export function attachmentHandlers(ports: Ports): Pick<Handlers, 'attachment.store' | 'attachment.read'> {
  return {
    'attachment.store': async ({ mediaType, bytes }) => {
      if (ports.journal.readOnly) throw new BridgeError('read-only', { state: ports.journal.condition.state });
      return ports.attachments.store(bytes, mediaType);
    },
    'attachment.read': ({ sha256 }) => ports.attachments.read(sha256),
  };
}
