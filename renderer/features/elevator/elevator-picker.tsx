import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { isRetiredOn, type Elevator, type RegistrationNo } from '../../../domain/elevator/elevator';
import { Button } from '../../components/controls';
import { ElevatorName } from '../../components/elevator-name';
import { UseMark } from '../../components/use-mark';
import { RowGrid, type GridColumn } from '../../components/row-grid';
import { useAppState } from '../../session/app-state';
import './elevator-picker.css';
import { useFleetAnswer } from '../../session/use-fleet-answer';
import { useMatches } from '../../session/use-elevators';
import { ErrorNotice } from '../record/error-notice';

const NONE: readonly Elevator[] = [];

interface PickerProps {
  readonly chosen: ReadonlySet<RegistrationNo>;
  readonly onChosen: (chosen: ReadonlySet<RegistrationNo>) => void;
  readonly problem?: string | undefined;
}

/** Chooses elevators: found by any of their names, taken one by one or all that were found. */
export function ElevatorPicker({ chosen, onChosen, problem }: PickerProps) {
  const { t } = useTranslation();
  const { settings, asOf } = useAppState();
  const [text, setText] = useState('');
  const [current, setCurrent] = useState(0);
  const { answer, failure } = useFleetAnswer('elevators', 'all');
  const elevators = answer?.rows ?? NONE;
  const { matches } = useMatches(text, elevators.length);
  const found = useMemo(() => elevatorsFound(elevators, matches, asOf), [elevators, matches, asOf]);
  const alive = found.filter((elevator) => !isRetiredOn(elevator, asOf)); // a retired one is taken by hand, never with all
  const at = Math.min(current, found.length - 1);
  const toggle = ({ registrationNo }: Elevator): void => {
    const next = new Set(chosen);
    if (!next.delete(registrationNo)) next.add(registrationNo);
    onChosen(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row = found[at];
    if (step !== 0) setCurrent(Math.max(0, Math.min(found.length - 1, at + step)));
    else if (event.key === ' ' && row !== undefined) toggle(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="elevator-picker" data-invalid={problem === undefined ? undefined : true}>
      <div className="filters">
        <input
          className="input search"
          role="searchbox"
          placeholder={t('fleet.search')}
          aria-label={t('fleet.search')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setCurrent(0);
          }}
        />
        <Button look="small" onClick={() => onChosen(new Set([...chosen, ...alive.map((one) => one.registrationNo)]))}>
          {t('picker.all', { count: alive.length })}
        </Button>
        <Button look="small" disabled={chosen.size === 0} onClick={() => onChosen(new Set())}>
          {t('picker.none')}
        </Button>
        <span role="status">{t('picker.chosen', { count: chosen.size })}</span>
      </div>
      {problem === undefined ? null : (
        <div className="small bad" role="alert">
          {problem}
        </div>
      )}
      {failure === null ? null : <ErrorNotice error={failure} />}
      <RowGrid
        label={t('picker.elevators')}
        rows={found}
        columns={usePickerColumns(chosen, toggle)}
        keyOf={(elevator) => elevator.registrationNo}
        rowHeight={settings.comfortable ? 34 : 26}
        current={at}
        onCurrent={setCurrent}
        onOpen={toggle}
        isSelected={({ registrationNo }) => chosen.has(registrationNo)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

function usePickerColumns(
  chosen: ReadonlySet<RegistrationNo>,
  toggle: (elevator: Elevator) => void,
): readonly GridColumn<Elevator>[] {
  const { t } = useTranslation();
  const { asOf, locale } = useAppState();
  return [
    {
      id: 'select',
      head: <span className="visually-hidden">{t('fleet.select')}</span>,
      width: '30px',
      cell: (elevator) => (
        <input
          type="checkbox"
          aria-label={t('fleet.selectOne', { registrationNo: elevator.registrationNo })}
          checked={chosen.has(elevator.registrationNo)}
          onChange={() => toggle(elevator)}
        />
      ),
    },
    {
      id: 'registrationNo',
      head: t('fleet.columns.registrationNo'),
      width: '150px',
      className: 'no-space',
      cell: ({ registrationNo }) => registrationNo,
    },
    {
      id: 'place',
      head: t('fleet.columns.place'),
      width: 'minmax(160px, 1fr)',
      cell: (elevator) => (
        <>
          <ElevatorName elevator={elevator} />{' '}
          {isRetiredOn(elevator, asOf) ? <UseMark state="retired" elevator={elevator} locale={locale} /> : null}
        </>
      ),
    },
    {
      id: 'userUnit',
      head: t('particulars.userUnit'),
      width: 'minmax(100px, 0.6fr)',
      cell: ({ userUnit }) => userUnit ?? '—',
    },
  ];
}

/** Those that a search matches, 1 in the place of each; without one all that are not retired by the day. */
export function elevatorsFound(
  elevators: readonly Elevator[],
  matches: Uint8Array | null,
  day: CivilDate,
): readonly Elevator[] {
  if (matches === null) return elevators.filter((elevator) => !isRetiredOn(elevator, day));
  return elevators.filter((_, place) => matches[place] === 1);
}
