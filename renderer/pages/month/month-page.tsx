import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { countListed, type OrderedFleet } from '../../features/fleet/fleet-filter';
import { HazardStepsPanel } from '../../features/home/hazard-steps-panel';
import { outsideOf, stepsOwedBy } from '../../features/home/home-lists';
import { OutsidePanel } from '../../features/home/outside-panel';
import { WithHomeFleet } from '../../features/home/with-home-fleet';
import { useFleetHazards } from '../../features/hazard/use-fleet-hazards';
import { ErrorNotice } from '../../features/record/error-notice';
import { Button } from '../../components/controls';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { usePageKeys } from '../../session/page-keys';
import { ConfirmPanel } from './confirm-panel';
import { DuesPanel } from './dues-panel';
import { OwingPanel } from './owing-panel';

/** The first page of a property manager: what is outside the law, what ends, what waits for a word, and what others owe. */
export function MonthPage() {
  return <WithHomeFleet>{(fleet) => <Month fleet={fleet} />}</WithHomeFleet>;
}

function Month({ fleet }: { readonly fleet: OrderedFleet }) {
  const { t } = useTranslation();
  const { asOf, locale } = useAppState();
  const [, navigate] = useLocation();
  const { answer, failure } = useFleetHazards('30');
  const cards = answer?.rows ?? [];
  const outside = outsideOf(fleet, asOf);
  const confirm = (): void => navigate('/confirm');
  const checks = (): void => navigate('/routine');
  usePageKeys([
    { keys: 'N', word: t('nav.routine'), run: checks },
    { keys: 'C', word: t('nav.confirm'), run: confirm },
    { keys: 'D', word: t('nav.due'), run: () => navigate('/due') },
  ]);
  return (
    <>
      <div className="page-head">
        <h1>{t('nav.month')}</h1>
        <span className="muted">
          {t('home.sum', {
            date: longDate(asOf, locale),
            count: countListed(fleet, {}, asOf),
            outside: outside.rows.length,
          })}
        </span>
        <span className="actions">
          <Button keys="N" onClick={checks}>
            {t('nav.routine')}
          </Button>
          <Button look="primary" keys="C" onClick={confirm}>
            {t('home.confirm.act')}
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
            <OutsidePanel outside={outside} />
            <DuesPanel />
          </div>
          <div>
            <ConfirmPanel />
            <OwingPanel fleet={fleet} />
            <HazardStepsPanel
              title={t('home.hazards.ours')}
              none={t('home.hazards.noneOurs')}
              cards={cards}
              owed={stepsOwedBy(cards, ['user-unit', 'property-manager'])}
              tellsLate
            />
            <HazardStepsPanel
              title={t('home.hazards.theirs')}
              none={t('home.hazards.noneTheirs')}
              cards={cards}
              owed={stepsOwedBy(cards, ['maintainer'])}
            />
          </div>
        </div>
      )}
    </>
  );
}
