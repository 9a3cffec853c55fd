import { BridgeError } from '../../domain/bridge/errors';
import { MOST_DETAILS } from '../../domain/bridge/limits';
import { detailsNaming, formsErasing } from '../journal/find-details';
import type { Ports } from '../host/ports';
import type { Handlers } from './handlers';

/** To find personal details, and to erase them; only what a search finds can be named, so that nothing else goes. */
export function detailHandlers({
  journal,
  ledger,
  settings,
  today,
}: Ports): Pick<Handlers, 'details.find' | 'details.erase'> {
  return {
    'details.find': async ({ text }) => {
      const found = await detailsNaming(journal.entries, text);
      return { found: found.slice(0, MOST_DETAILS), more: Math.max(0, found.length - MOST_DETAILS) };
    },
    'details.erase': async ({ texts, reason }) => {
      const { lists, details } = await formsErasing(journal.entries, texts, { on: today(), reason });
      if (details === 0) throw new BridgeError('nothing-changed');
      const { entry, isFinished } = await ledger.erase(settings.read().author, reason, lists);
      return { entry, details, isFinished };
    },
  };
}
