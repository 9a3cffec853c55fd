import { useTranslation } from 'react-i18next';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import { planIcs } from '../../../domain/plan/plan-ics';
import type { PlanRow } from '../../../domain/plan/plan-rows';
import { saveFile } from '../../components/save-file';
import { useAppState } from '../../session/app-state';

/** Hands the planned visits to the person as a file for calendars. */
export function useSaveIcs(): (rows: readonly PlanRow[]) => void {
  const { t } = useTranslation();
  const { pack, say, asOf } = useAppState();
  const titleOf = ({ task }: PlanRow): string => {
    const title = pack.tasks.find(({ id }) => id === task)?.title;
    return title === undefined ? task : say(title);
  };
  return (rows) => {
    const text = planIcs(
      rows,
      {
        title: t('plan.title'),
        summaryOf: (row) => [row.site, row.elevator.internalNo ?? row.registrationNo, titleOf(row)].join(' '),
        detailOf: (row) =>
          t('plan.icsDetail', {
            registrationNo: row.registrationNo,
            last: row.last === null ? '—' : toCivilDate(row.last),
            crew: row.crew === '' ? t('plan.noCrew') : row.crew,
          }),
      },
      new Date(), // the moment of making orders files, it plans nothing
    );
    saveFile(`${t('plan.icsName')}_${asOf}.ics`, new TextEncoder().encode(text), 'text/calendar');
  };
}
