import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { WindowEvent } from '../../domain/bridge/window';
import { hostWindow } from '../bridge/host-window';
import { Button } from '../components/controls';
import { onHandedOver } from '../components/save-file';
import './saved-notices.css';

type Told = Extract<WindowEvent, { kind: 'saved' }> | { readonly kind: 'handed-over'; readonly name: string };
interface Notice {
  readonly key: number;
  readonly told: Told;
}

const hasFailed = ({ told }: Pick<Notice, 'told'>): boolean => told.kind === 'saved' && told.outcome === 'failed';

const MOST_SHOWN = 3;
let nextKey = 1;

/**
 * How each saving of a file ended, and where it lies. A browser tells the page neither: there it is said that the file
 * was handed over, and no more. What ended well is told on the page where it was asked for; what failed until it is closed.
 */
export function SavedNotices() {
  const { t } = useTranslation();
  const [path] = useLocation();
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  useEffect(() => {
    const add = (told: Told): void => setNotices((before) => [...before, { key: nextKey++, told }].slice(-MOST_SHOWN));
    const host = hostWindow();
    if (host === null) return onHandedOver((name) => add({ kind: 'handed-over', name }));
    return host.listen((event) => {
      if (event.kind === 'saved') add(event);
    });
  }, []);
  useEffect(() => setNotices((before) => before.filter(hasFailed)), [path]);
  if (notices.length === 0) return null;
  const drop = (key: number): void => setNotices((before) => before.filter((notice) => notice.key !== key));
  return (
    <div className="saved-notices">
      {notices.map(({ key, told }) => (
        <div key={key} className={hasFailed({ told }) ? 'notice error' : 'notice'}>
          <span role={hasFailed({ told }) ? 'alert' : 'status'}>
            {told.kind === 'handed-over'
              ? t('window.handedOver', { name: told.name })
              : t(`window.saving.${told.outcome}`, { name: told.name, folder: told.folder })}
          </span>
          {told.kind === 'saved' && told.outcome === 'saved' ? (
            <Button look="small" onClick={() => hostWindow()?.ask({ kind: 'show-saved', id: told.id })}>
              {t('window.showInFolder')}
            </Button>
          ) : null}
          <Button look="small" onClick={() => drop(key)}>
            {t('common.close')}
          </Button>
        </div>
      ))}
    </div>
  );
}
