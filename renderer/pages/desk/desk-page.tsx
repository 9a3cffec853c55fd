import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Button } from '../../components/controls';
import { countListed, type OrderedFleet } from '../../features/fleet/fleet-filter';
import { HazardStepsPanel } from '../../features/home/hazard-steps-panel';
import { outsideOf } from '../../features/home/home-lists';
import { OutsidePanel } from '../../features/home/outside-panel';
import { WithHomeFleet } from '../../features/home/with-home-fleet';
import { useFleetHazards } from '../../features/hazard/use-fleet-hazards';
import { ErrorNotice } from '../../features/record/error-notice';
import { useVerifications } from '../../features/verification/verifications';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { usePageKeys } from '../../session/page-keys';
import { DoubtsPanel } from './doubts-panel';
import { FirmsPanel } from './firms-panel';
import { LatePanel } from './late-panel';

/** The first page of an inspector: what does not fit, what is out of order, and which firm keeps what. */
export function DeskPage() {
  return <WithHomeFleet>{(fleet) => <Desk fleet={fleet} />}</WithHomeFleet>;
}

function Desk({ fleet }: { readonly fleet: OrderedFleet }) {
  const { t } = useTranslation();
  const { asOf, locale } = useAppState();
  const [, navigate] = useLocation();
  const { answer, failure } = useFleetHazards('30');
  const { checks } = useVerifications();
  const cards = answer?.rows ?? [];
  const outside = outsideOf(fleet, asOf);
  const verified = checks.filter(({ state }) => state === 'done').length;
  const verify = (): void => navigate('/verify');
  usePageKeys([
    { keys: 'V', word: t('nav.verify'), run: verify },
    { keys: 'Q', word: t('nav.doubts'), run: () => navigate('/doubts') },
    { keys: 'I', word: t('nav.import'), run: () => navigate('/import') },
  ]);
  return (
    <>
      <div className="page-head">
        <h1>{t('nav.desk')}</h1>
        <span className="muted">
          {t('home.sum', {
            date: longDate(asOf, locale),
            count: countListed(fleet, {}, asOf),
            outside: outside.rows.length,
          })}
          {verified === 0 ? null : (
            <>
              {' • '}
              <Link href="/verify">{t('home.desk.verified', { count: verified })}</Link>
            </>
          )}
        </span>
        <span className="actions">
          <Button keys="I" onClick={() => navigate('/import')}>
            {t('nav.import')}
          </Button>
          <Button look="primary" keys="V" onClick={verify}>
            {t('nav.verify')}
          </Button>
        </span>
      </div>
      {failure === null ? null : <ErrorNotice error={failure} />}
      {fleet.rows.length === 0 ? (
        <div className="panel empty">
          <p>{t('fleet.empty')}</p>
          <Link href="/">{t('nav.fleet')}</Link>
        </div>
      ) : (
        <div className="home-columns">
          <div>
            <DoubtsPanel />
            <OutsidePanel outside={outside} />
            <FirmsPanel fleet={fleet} />
          </div>
          <div>
            <LatePanel fleet={fleet} />
            <HazardStepsPanel
              title={t('home.hazards.all')}
              none={t('home.hazards.noneAll')}
              cards={cards}
              owed={cards.filter(({ open, pressing }) => open && pressing !== null)}
              tellsLate
            />
          </div>
        </div>
      )}
    </>
  );
}
