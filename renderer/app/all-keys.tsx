import { useTranslation } from 'react-i18next';
import { keyCaption } from '../components/command-key';
import { Button } from '../components/controls';
import { Dialog } from '../components/dialog';
import { useAppState } from '../session/app-state';
import { useShownKeys, type PageKey } from '../session/page-keys';

/** Every key that works on this page and those that work everywhere; opened by `?` or from the status bar. */
export function AllKeys({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { settings } = useAppState();
  const here = useShownKeys().filter(({ word }) => word !== '');
  const everywhere = [
    { keys: 'Ctrl+K', word: t('allKeys.search') },
    { keys: 'Alt+1 … 9', word: t('allKeys.places') },
    { keys: '?', word: t('allKeys.open') },
  ];
  return (
    <Dialog
      title={t('allKeys.title')}
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <Button look="primary" autoFocus onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      {here.length === 0 ? null : <KeyList title={t('allKeys.here')} keys={here} />}
      <KeyList title={t('allKeys.everywhere')} keys={everywhere} />
      <p className="muted small">{settings.singleKeys ? t('allKeys.singleOn') : t('allKeys.singleOff')}</p>
    </Dialog>
  );
}

function KeyList({
  title,
  keys,
}: {
  readonly title: string;
  readonly keys: readonly Pick<PageKey, 'keys' | 'caption' | 'word'>[];
}) {
  return (
    <section className="key-list" aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {keys.map((key) => (
          <div key={key.keys}>
            <dt>
              <kbd>{key.caption ?? keyCaption(key.keys)}</kbd>
            </dt>
            <dd>{key.word}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
