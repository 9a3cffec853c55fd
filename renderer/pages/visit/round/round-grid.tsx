import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RoundLine } from './round-line';
import type { RowActs } from './row-acts';

interface GridProps extends RowActs {
  /** Below the row that is open. */
  readonly panel: ReactNode;
}

const COLUMNS = 9;

/** The elevators of the round, a row each, in the order of the visits. */
export function RoundGrid(props: GridProps) {
  const { t } = useTranslation();
  const { visits, opened, panel } = props;
  if (visits.length === 0) return <div className="panel empty">{t('round.nobodyIn')}</div>;
  return (
    <section className="panel round-grid" aria-label={t('round.visits')}>
      <table className="list">
        <thead>
          <tr>
            <th>{t('round.columns.no')}</th>
            <th>{t('round.columns.elevator')}</th>
            <th>{t('round.columns.due')}</th>
            <th>{t('visitFields.task')}</th>
            <th>{t('visit.times')}</th>
            <th>{t('round.columns.items')}</th>
            <th>{t('visitFields.confirmedBy')}</th>
            <th>{t('visit.afterSaving')}</th>
            <th>
              <span className="visually-hidden">{t('round.columns.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {visits.map((visit, index) => (
            <Fragment key={visit.row.registrationNo}>
              <RoundLine {...props} visit={visit} index={index} />
              {opened === visit.row.registrationNo ? (
                <tr className="row-open">
                  <td colSpan={COLUMNS}>{panel}</td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
