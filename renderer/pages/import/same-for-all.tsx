import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownTable, TableFields } from '../../../domain/bridge/table-replies';
import { withSame, type TableMapping } from '../../../domain/mapping/mapping';
import { CALLOUT_KINDS } from '../../../domain/callout/callout';
import { CHECK_RESULTS } from '../../../domain/daily-check/daily-check';
import { DEVICE_EVENT_KINDS } from '../../../domain/device-event/device-event';
import { INSPECTION_KINDS } from '../../../domain/inspection/inspection';
import { TASKS } from '../../../domain/visit/visit';
import { Button } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { useFieldWords } from './use-field-words';

interface SameProps {
  readonly table: ShownTable;
  readonly fields: TableFields;
  readonly mapping: TableMapping;
  readonly onMapping: (mapping: TableMapping) => void;
}

/** A value for all rows, for a field that no column is of. */
export function SameForAll({ table, fields, mapping, onMapping }: SameProps) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const id = useId();
  const taken = new Set([...table.columns.map(({ field }) => field), ...mapping.same.map(({ field }) => field)]);
  const free = fields[mapping.table].filter(({ key }) => !taken.has(key) && key !== 'code');
  const [wanted, setField] = useState('');
  const field =
    free.find(({ key }) => key === wanted)?.key ??
    table.missing.find((key) => free.some((one) => one.key === key)) ??
    free[0]?.key ??
    '';
  const [value, setValue] = useState('');
  const choices = useChoices()(mapping.table, field);
  const filled = choices === null ? value.trim() : (choices.find((choice) => choice === value) ?? choices[0] ?? '');
  const add = (): void => {
    if (filled === '' || field === '') return;
    onMapping(withSame(mapping, field, filled));
    setValue('');
  };
  return (
    <div className="same-for-all">
      <strong>{t('mapping.same.title')}</strong>
      {mapping.same.map((one) => (
        <span key={one.field} className="same">
          {t('mapping.same.is', {
            field: words.field(mapping.table, one.field),
            value: words.value(mapping.table, one.field, one.value),
          })}
          <Button
            look="link"
            aria-label={t('mapping.same.remove', { field: words.field(mapping.table, one.field) })}
            onClick={() => onMapping(withSame(mapping, one.field, ''))}
          >
            ×
          </Button>
        </span>
      ))}
      {table.above.map((one) => (
        <span key={one.field} className="same muted">
          {t('mapping.same.above', { field: words.field(mapping.table, one.field), value: one.value })}
        </span>
      ))}
      <select
        className="input"
        aria-label={t('mapping.same.field')}
        value={field}
        onChange={({ target }) => setField(target.value)}
      >
        {free.map(({ key }) => (
          <option key={key} value={key}>
            {words.field(mapping.table, key)}
          </option>
        ))}
      </select>
      <span aria-hidden="true">=</span>
      {choices === null ? (
        <input
          id={id}
          className="input"
          aria-label={t('mapping.same.value')}
          value={value}
          maxLength={200}
          onChange={({ target }) => setValue(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey) add();
          }}
        />
      ) : (
        <select
          className="input"
          aria-label={t('mapping.same.value')}
          value={filled}
          onChange={({ target }) => setValue(target.value)}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {words.value(mapping.table, field, choice)}
            </option>
          ))}
        </select>
      )}
      <Button look="small" disabled={filled === ''} onClick={add}>
        {t('mapping.same.add')}
      </Button>
      <span className="muted small">{t('mapping.same.hint')}</span>
    </div>
  );
}

/** The values of a field that is a closed set; null for one of free words. */
function useChoices(): (table: TableMapping['table'], field: string) => readonly string[] | null {
  const { pack } = useAppState();
  return (table, field) => {
    if (field === 'task') return TASKS;
    if (field === 'kind' && table === 'elevators') return pack.kinds.map(({ code }) => code);
    if (field === 'kind' && table === 'inspections') return INSPECTION_KINDS;
    if (field === 'kind' && table === 'callouts') return CALLOUT_KINDS;
    if (field === 'kind' && table === 'device_events') return DEVICE_EVENT_KINDS;
    if (field === 'result' && table === 'daily_checks') return CHECK_RESULTS;
    return field === 'result' && table === 'inspections' ? ['pass', 'fail', 'recheck'] : null;
  };
}
