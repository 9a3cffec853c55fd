import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useUndo } from '../../session/undo';
import type { KeptDraft } from './use-kept-draft';

/** Throws a draft away, and offers to give it back where it stood. */
export function useDiscard(kept: Pick<KeptDraft<object>, 'discard'>): () => Promise<void> {
  const { t } = useTranslation();
  const { offer } = useUndo();
  const [path, navigate] = useLocation();
  return async () => {
    const giveBack = await kept.discard();
    if (giveBack === null) return;
    offer({
      done: t('undo.discarded'),
      undo: async () => {
        await giveBack();
        navigate(path);
        return t('undo.givenBack');
      },
    });
  };
}
