import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RegistrationNo } from '../../../domain/elevator/elevator';

import { Button } from '../../components/controls';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import type { ListedRow } from '../../features/fleet/fleet-filter';
import { saveTable } from '../../components/save-table';
import { ExportButton } from '../../features/tables/export-button';
import { saveRecords } from '../../features/tables/save-records';
import { TABLES_OUT } from '../../../domain/record/table-names';
import { fleetLines } from './export-fleet';

export interface FleetFacts {
  readonly places: number;
  readonly maintainers: number;
  readonly standing: number;
}

interface FleetHeadProps {
  readonly facts: FleetFacts;
  /** The rows that an export has. */
  readonly shown: readonly ListedRow[];
  /** The elevators that a notice is for. */
  readonly chosen: readonly RegistrationNo[];
  readonly onPrint: () => void;
  readonly onLogVisit: () => void;
}

/** The period and the whole of the fleet, and what can be done with what is shown or chosen of it. */
export function FleetHead({ facts, shown, chosen, onPrint, onLogVisit }: FleetHeadProps) {
  const { t } = useTranslation();
  const { asOf, locale, period, settings } = useAppState();
  const [, navigate] = useLocation();
  // Who maintains logs; who answers for elevators, or looks at them, asks for papers.
  const [logs, prints] =
    settings.role === 'maintainer' ? (['primary', 'plain'] as const) : (['plain', 'primary'] as const);
  const logVisit = (
    <Button look={logs} keys="N" onClick={onLogVisit}>
      {t('fleet.logVisit')}
    </Button>
  );
  const print = (
    <Button look={prints} keys="P" onClick={onPrint}>
      {t('fleet.print')}
    </Button>
  );
  return (
    <div className="page-head">
      <h1>{t('fleet.title')}</h1>
      <span className="muted">
        {t('fleet.period', { from: longDate(period.from, locale), to: longDate(period.to, locale) })} •{' '}
        {t('fleet.places', { count: facts.places })} • {t('fleet.maintainers', { count: facts.maintainers })}
      </span>
      <span className="actions">
        <Button onClick={() => navigate('/register')}>{t('fleet.register')}</Button>
        <ExportButton
          disabled={shown.length === 0}
          choices={[
            {
              name: t('export.shownElevators', { count: shown.length }),
              asShown: true,
              save: (format) => saveTable(`${t('fleet.title')}_${asOf}`, fleetLines(shown, t, locale), format),
            },
            {
              name: t('export.recordsOfShown'),
              save: (format) =>
                saveRecords(
                  TABLES_OUT,
                  format,
                  locale,
                  shown.map(({ registrationNo }) => registrationNo),
                ),
            },
          ]}
        />
        <Button onClick={() => navigate(`/notice?for=${chosen.map(encodeURIComponent).join(',')}`)}>
          {t('nav.notice')}
        </Button>
        {settings.role === 'maintainer' ? (
          <>
            {print}
            {logVisit}
          </>
        ) : (
          <>
            {logVisit}
            {print}
          </>
        )}
      </span>
    </div>
  );
}
