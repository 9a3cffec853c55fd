import { useTranslation } from 'react-i18next';
import { managerOf, type UnconfirmedVisit } from '../../../domain/fleet/unconfirmed';
import { termsOf } from '../../../domain/terms/terms-of';
import { toldTimes } from '../../../domain/visit/times';
import { ElevatorName } from '../../components/elevator-name';
import { elevatorHref, placeOf } from '../../components/elevator-place';
import type { GridColumn } from '../../components/row-grid';
import { StatusMark } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';

const SHAPES = { none: 'no-data', asked: 'due-soon', refused: 'refused', earlier: 'not-shown' } as const;

type Waits = keyof typeof SHAPES;

export function useConfirmColumns(
  selected: ReadonlySet<string>,
  onSelect: (id: string) => void,
): readonly GridColumn<UnconfirmedVisit>[] {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const terms = termsOf(locale);
  const comma = t('elevator.listComma');
  const people = ({ visit }: UnconfirmedVisit): string => visit.value.technicians.join(comma);
  return [
    {
      id: 'select',
      head: <span className="visually-hidden">{t('fleet.select')}</span>,
      width: '28px',
      cell: ({ visit, registrationNo }) => (
        <input
          type="checkbox"
          aria-label={t('confirmations.selectOne', { registrationNo, date: visit.value.date })}
          checked={selected.has(visit.id)}
          onChange={() => onSelect(visit.id)}
        />
      ),
    },
    {
      id: 'state',
      head: t('confirmations.columns.state'),
      width: locale === 'en' ? '210px' : '112px',
      cell: ({ state }) => <StatusMark shape={SHAPES[state as Waits]} word={terms.confirmationState[state]} />,
    },
    {
      id: 'date',
      head: t('confirmations.columns.date'),
      width: '100px',
      cell: ({ visit }) => longDate(visit.value.date, locale),
    },
    {
      id: 'task',
      head: t('confirmations.columns.task'),
      width: '84px',
      cell: ({ visit }) => t(`task.${visit.value.task}`),
    },
    {
      id: 'times',
      head: t('confirmations.columns.times'),
      width: '104px',
      cell: ({ visit }) => toldTimes(visit.value, terms.about) || '—',
    },
    {
      id: 'elevator',
      head: t('fleet.columns.place'),
      width: 'minmax(150px, 1fr)',
      cell: ({ registrationNo, elevator }) => <ElevatorName elevator={elevator} href={elevatorHref(registrationNo)} />,
    },
    {
      id: 'people',
      head: t('confirmations.columns.people'),
      width: '120px',
      cell: (row) => people(row) || '—',
      title: people,
    },
    {
      id: 'last',
      head: t('confirmations.columns.last'),
      width: 'minmax(130px, 1fr)',
      cell: ({ by }) => (by === null ? '—' : lastWord(by.value)),
      title: ({ by }) => by?.value.reason,
    },
  ];
}

function lastWord({ on, by, reason }: { readonly on: string; readonly by: string; readonly reason?: string }): string {
  return [on, by, reason].filter((part) => part !== undefined).join(' ');
}

/** The list as it leaves. */
export function useConfirmTable(): (rows: readonly UnconfirmedVisit[]) => string[][] {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const terms = termsOf(locale);
  const heads = (['state', 'date', 'task', 'times', 'people', 'manager', 'last'] as const).map((key) =>
    t(`confirmations.columns.${key}`),
  );
  return (rows) => [
    [t('fleet.columns.registrationNo'), t('fleet.columns.place'), ...heads],
    ...rows.map(({ registrationNo, elevator, visit: { value }, state, by }) => [
      ...[registrationNo, placeOf(elevator), terms.confirmationState[state], value.date, t(`task.${value.task}`)],
      ...[toldTimes(value, terms.about), value.technicians.join(t('elevator.listComma')), managerOf(elevator) ?? ''],
      by === null ? '' : lastWord(by.value),
    ]),
  ];
}
