import { useTranslation } from 'react-i18next';
import type { TableFields, ShownColumn, ShownTable } from '../../../domain/bridge/table-replies';
import {
  DAY_STYLES,
  withColumn,
  withDays,
  withUnit,
  type DayStyle,
  type TableMapping,
} from '../../../domain/mapping/mapping';
import { StatusMark } from '../../components/status-mark';
import { isAsked } from './mapping-answers';
import { useFieldWords } from './use-field-words';

interface ColumnsProps {
  readonly table: ShownTable;
  readonly fields: TableFields;
  readonly mapping: TableMapping;
  readonly onMapping: (mapping: TableMapping) => void;
}

/** Every column with some of its values, what it is taken for, and a way to say otherwise. */
export function ColumnsTable(props: ColumnsProps) {
  const { t } = useTranslation();
  return (
    <div className="mapping-columns" tabIndex={0} role="region" aria-label={t('mapping.columns.field')}>
      <table className="list">
        <thead>
          <tr>
            {(['column', 'samples', 'field', 'judgement', 'why'] as const).map((column) => (
              <th key={column}>{t(`mapping.columns.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.table.columns.map((column) => (
            <ColumnRow key={column.name} column={column} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnRow({ column, table, fields, mapping, onMapping }: ColumnsProps & { readonly column: ShownColumn }) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const asked = isAsked(column);
  return (
    <tr className={asked ? 'asked' : ''}>
      <td className="strong">{column.name}</td>
      <td>
        <span className="samples no-space">
          {column.samples.map((sample) => (
            <span key={sample}>{sample}</span>
          ))}
        </span>
      </td>
      <td>
        <select
          className="input"
          aria-label={t('mapping.fieldOf', { name: column.name })}
          data-asked={asked || undefined}
          value={column.field ?? ''}
          onChange={({ target }) =>
            onMapping(withColumn(mapping, column.name, target.value === '' ? null : target.value))
          }
        >
          <option value="">{t('mapping.notTaken')}</option>
          {fields[mapping.table].map(({ key }) => (
            <option key={key} value={key}>
              {words.field(mapping.table, key)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <Judgement column={column} />
      </td>
      <td className="why">
        {column.proposed === null ? null : (
          <span>{t('mapping.proposed', { field: words.field(mapping.table, column.proposed) })}</span>
        )}
        {column.asked === null ? null : (
          <span>{t(`mapping.dayAsked.${column.asked.what}`, { count: column.asked.rows })}</span>
        )}
        {column.isDay && (column.asked !== null || column.style !== null) ? (
          <DayStyleSelect column={column} mapping={mapping} onMapping={onMapping} />
        ) : null}
        {column.unit === null ? null : (
          <UnitSelect column={column} unit={column.unit} mapping={mapping} onMapping={onMapping} />
        )}
        {column.field === null && !asked && table.table !== null ? (
          <span className="muted">{t('mapping.keptHint')}</span>
        ) : null}
      </td>
    </tr>
  );
}

function Judgement({ column }: { readonly column: ShownColumn }) {
  const { t } = useTranslation();
  if (isAsked(column)) return <StatusMark shape="due-soon" word={t('mapping.asked')} />;
  if (column.field === null) return <StatusMark shape="not-applicable" word={t('mapping.kept')} />;
  return <StatusMark shape="met" word={t(column.by === 'said' ? 'mapping.said' : 'mapping.byName')} />;
}

function DayStyleSelect({
  column,
  mapping,
  onMapping,
}: Pick<ColumnsProps, 'mapping' | 'onMapping'> & { readonly column: ShownColumn }) {
  const { t } = useTranslation();
  return (
    <select
      className="input"
      aria-label={t('mapping.dayStyle', { name: column.name })}
      value={column.style ?? ''}
      onChange={({ target }) => {
        const style = DAY_STYLES.find((one): one is DayStyle => one === target.value) ?? null;
        onMapping(withDays(mapping, column.name, style));
      }}
    >
      {(['', ...DAY_STYLES] as const).map((style) => (
        <option key={style} value={style}>
          {t(`mapping.styles.${style === '' ? 'usual' : style}`)}
        </option>
      ))}
    </select>
  );
}

/** In which unit the figures of a measured column are; what is asked says how many rows wait for it. */
function UnitSelect({
  column,
  unit: { read, by, choices, asked },
  mapping,
  onMapping,
}: Pick<ColumnsProps, 'mapping' | 'onMapping'> & {
  readonly column: ShownColumn;
  readonly unit: NonNullable<ShownColumn['unit']>;
}) {
  const { t } = useTranslation();
  return (
    <>
      {asked === null ? null : (
        <span>
          {t('mapping.unitAsked', { count: asked.rows })}
          {asked.near === null ? '' : t('mapping.unitNear', { unit: asked.near })}
        </span>
      )}
      {asked === null && by === 'header' && read !== null ? (
        <span className="muted">{t('mapping.unitByHeader', { unit: read })}</span>
      ) : null}
      <select
        className="input unit"
        aria-label={t('mapping.unitOf', { name: column.name })}
        value={read ?? ''}
        onChange={({ target }) =>
          onMapping(withUnit(mapping, column.name, choices.find((unit) => unit === target.value) ?? null))
        }
      >
        {read === null ? <option value="">{t('mapping.unitOpen')}</option> : null}
        {choices.map((unit) => (
          <option key={unit} value={unit}>
            {unit}
          </option>
        ))}
      </select>
    </>
  );
}
