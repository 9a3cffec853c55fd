import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls';
import { useSaving } from '../../components/use-saving';
import { ErrorNotice } from '../../features/record/error-notice';
import { useAppState, useSessionProgress } from '../../session/app-state';

/** The lists are made of the record; whoever doubts them has them made again. */
export function ListsPanel() {
  const { t } = useTranslation();
  const { rebuild } = useAppState();
  const { following } = useSessionProgress();
  const { save, busy, failure } = useSaving();
  const [done, setDone] = useState(false);
  return (
    <section className="panel">
      <header>
        <h2>{t('lists.title')}</h2>
      </header>
      <div className="body" style={{ display: 'grid', gap: 8 }}>
        <p className="small muted" style={{ margin: 0 }}>
          {t('lists.what')}
        </p>
        <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
          <Button
            busy={busy}
            onClick={() => {
              setDone(false);
              save(async () => {
                await rebuild();
                setDone(true);
              });
            }}
          >
            {t('lists.rebuild')}
          </Button>
          <span role="status">
            {busy && following !== null ? t('lists.doing', following) : done && !busy ? t('lists.done') : ''}
          </span>
        </div>
        {failure === null ? null : <ErrorNotice error={failure} />}
      </div>
    </section>
  );
}
