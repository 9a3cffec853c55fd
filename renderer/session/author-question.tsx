import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BridgeError } from '../../domain/bridge/errors';
import { isWritableText } from '../../domain/record/writable-text';
import { Button, TextField } from '../components/controls';
import { Dialog } from '../components/dialog';
import { useRecordForm } from '../components/use-record-form';

/** Who asked before a record, and waits for a name. */
interface Waiting {
  readonly resolve: (author: string) => void;
  readonly reject: (error: BridgeError) => void;
}

/**
 * Nothing is put on record by nobody: `ensure` asks who writes where the settings name nobody, and throws BridgeError
 * cancelled where that is not answered. `dialog` stands in the page while it asks; all who ask meanwhile wait for one answer.
 */
export function useAuthorQuestion(
  isNamed: () => boolean,
  saveSettings: (change: { readonly author: string }) => Promise<void>,
) {
  const waiting = useRef<Waiting[]>([]);
  const [asking, setAsking] = useState(false);
  const ensure = useCallback(async (): Promise<void> => {
    if (isNamed()) return;
    setAsking(true);
    const author = await new Promise<string>((resolve, reject) => waiting.current.push({ resolve, reject }));
    if (!isNamed()) throw new Error(`the settings did not take the name ${author}`);
  }, [isNamed]);
  const end = (tell: (one: Waiting) => void): void => {
    setAsking(false);
    for (const one of waiting.current.splice(0)) tell(one);
  };
  const dialog = asking ? (
    <AuthorDialog
      save={(author) => saveSettings({ author })}
      onSaved={(author) => end(({ resolve }) => resolve(author))}
      onClose={() => end(({ reject }) => reject(new BridgeError('cancelled')))}
    />
  ) : null;
  return { ensure, dialog };
}

function AuthorDialog({
  save,
  onSaved,
  onClose,
}: {
  readonly save: (author: string) => Promise<void>;
  readonly onSaved: (author: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const texts = useState({ author: '' });
  const author = texts[0].author.trim();
  const form = useRecordForm({
    texts,
    problems: author === '' ? { author: 'missing' } : isWritableText(author) ? {} : { author: 'unwritable' },
    words: (code) => t(code === 'missing' ? 'settings.authorMissing' : 'settings.unwritable'),
    write: () => save(author),
    onSaved: () => onSaved(author),
  });
  return (
    <Dialog
      title={t('settings.authorQuestion')}
      onClose={() => {
        if (!form.busy) onClose();
      }}
      onSubmit={form.submit}
      actions={
        <>
          <Button onClick={onClose} disabled={form.busy}>
            {t('common.cancel')}
          </Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" busy={form.busy}>
            {t('settings.authorGoOn')}
          </Button>
        </>
      }
    >
      <p>{t('settings.authorWhy')}</p>
      <TextField
        label={t('settings.author')}
        problem={form.told('author')}
        value={form.texts.author}
        autoFocus
        maxLength={80}
        onChange={({ target }) => form.set({ author: target.value })}
      />
      {form.failure === null ? null : (
        <p className="notice error" role="alert">
          {t('settings.authorFailed')}
        </p>
      )}
    </Dialog>
  );
}
