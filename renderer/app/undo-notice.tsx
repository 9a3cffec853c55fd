import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCommand } from '../components/command-key';
import { Button } from '../components/controls';
import { useSaving } from '../components/use-saving';
import { ErrorNotice } from '../features/record/error-notice';
import { useUndo } from '../session/undo';

/** What was just saved or discarded, and the way back for ten seconds, by button or Ctrl+Z. */
export function UndoNotice() {
  const { t } = useTranslation();
  const { open, hold, drop } = useUndo();
  const { save, busy, failure, fail } = useSaving();
  const [undone, setUndone] = useState('');
  const done = open?.done;
  useEffect(() => {
    if (done !== undefined) setUndone('');
  }, [done]);
  const take = (): void => {
    if (open === null) return;
    hold(true);
    save(async () => {
      setUndone(await open.undo().finally(drop));
    });
  };
  useUndoKey(open === null ? null : take);
  if (open === null && undone === '' && failure === null) return null;
  if (open === null)
    return (
      <div className="saved-notices undo-notice">
        {failure === null ? (
          <div className="notice">
            <span role="status">{undone}</span>
            <Button look="small" onClick={() => setUndone('')}>
              {t('common.close')}
            </Button>
          </div>
        ) : (
          <div>
            <ErrorNotice error={failure} />
            <Button look="small" onClick={() => fail(null)}>
              {t('common.close')}
            </Button>
          </div>
        )}
      </div>
    );
  return (
    <div
      className="saved-notices undo-notice"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <div className="notice">
        <span role="status">{open.done}</span>
        <Button look="small" keys="Ctrl Z" busy={busy} onClick={take}>
          {t('undo.take')}
        </Button>
        <span className="small muted" aria-hidden="true">
          {t('undo.seconds', { count: open.secondsLeft })}
        </span>
      </div>
    </div>
  );
}

/** In a field with text Ctrl+Z is that field's own. */
function useUndoKey(run: (() => void) | null): void {
  useEffect(() => {
    if (run === null) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!hasCommand(event) || event.shiftKey || event.key.toLowerCase() !== 'z') return;
      const { target } = event;
      const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      if (isField && target.value !== '') return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}
