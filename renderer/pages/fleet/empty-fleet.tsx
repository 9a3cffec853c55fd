import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Button } from '../../components/controls';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../../features/record/error-notice';

/** What belongs here, and the ways to fill it. */
export function EmptyFleet() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { mutate, readOnly } = useAppState();
  const { save, busy, failure } = useSaving();
  return (
    <>
      <h1>{t('fleet.title')}</h1>
      {failure === null ? null : <ErrorNotice error={failure} />}
      <div className="panel empty">
        <p>{t('fleet.empty')}</p>
        <div className="actions">
          <Button look="primary" disabled={readOnly} onClick={() => navigate('/import')}>
            {t('fleet.emptyImport')}
          </Button>
          <Button disabled={readOnly} onClick={() => navigate('/register')}>
            {t('fleet.emptyRegister')}
          </Button>
          <Button disabled={readOnly} busy={busy} onClick={() => save(() => mutate('sample.add', {}))}>
            {t('fleet.emptySample')}
          </Button>
        </div>
        <p className="muted small">{t('fleet.emptySampleNote')}</p>
        <p>
          {t('start.offer')} <Link href="/start">{t('start.offerLink')}</Link>
        </p>
      </div>
    </>
  );
}
