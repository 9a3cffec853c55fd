import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../domain/record/refusal';
import { refusalCure, refusalSentence } from '../../../domain/record/refusal-sentences';
import { Button } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import type { RefusalList } from './use-refusal-list';

/** Every refused row: file, row, column, value as written, reason, cure; the raw row below. */
export function Refusals({ list, onSave }: { readonly list: RefusalList; readonly onSave: () => void }) {
  const { t } = useTranslation();
  const { all, files, file, current, setFile } = list;
  if (all.length === 0) return <div className="notice">{t('import.noneRefused')}</div>;
  return (
    <section className="panel refused-rows">
      <header>
        <h2>{t('import.refused', { count: all.length })}</h2>
        <span className="filter-chips">
          <button type="button" aria-pressed={file === null} onClick={() => setFile(null)}>
            {t('import.all', { count: all.length })}
          </button>
          {files.map((name) => (
            <button key={name} type="button" aria-pressed={file === name} onClick={() => setFile(name)}>
              {name} {all.filter(([refusal]) => refusal.file === name).length}
            </button>
          ))}
        </span>
        <span style={{ marginLeft: 'auto' }}>
          <Button look="small" keys="Ctrl S" onClick={onSave}>
            {t('import.saveRefused')}
          </Button>
        </span>
      </header>
      <RefusalTable list={list} />
      {current === undefined || current[0].cells.length === 0 ? null : <RawRow reasons={current} />}
    </section>
  );
}

function RefusalTable({ list: { all, shown, hidden, current, select } }: { readonly list: RefusalList }) {
  const { t } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    body.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div className="refusals" tabIndex={0} role="region" aria-label={t('import.refused', { count: all.length })}>
      <table className="list">
        <thead>
          <tr>
            {(['file', 'row', 'column', 'value', 'reason', 'cure'] as const).map((column) => (
              <th key={column} className={column === 'row' ? 'number' : ''}>
                {t(`import.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map((reasons, index) => (
          <tbody
            key={index}
            ref={reasons === current ? body : null}
            aria-current={reasons === current ? 'true' : undefined}
            onClick={() => select(index)}
          >
            {reasons.map((refusal, nth) => (
              <ReasonLine
                key={nth}
                refusal={refusal}
                first={nth === 0}
                joined={nth < reasons.length - 1}
                selected={reasons === current}
              />
            ))}
          </tbody>
        ))}
      </table>
      {hidden === 0 ? null : <div className="empty">{t('import.moreRefused', { count: hidden })}</div>}
    </div>
  );
}

interface ReasonLineProps {
  readonly refusal: Refusal;
  readonly first: boolean;
  readonly joined: boolean;
  readonly selected: boolean;
}

function ReasonLine({ refusal, first, joined, selected }: ReasonLineProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return (
    <tr className={`${selected ? 'selected' : ''} ${joined ? 'joined' : ''}`}>
      <td>{first ? refusal.file : null}</td>
      <td className="number">{first ? (refusal.row === 0 ? '—' : refusal.row) : null}</td>
      <td>{refusal.column}</td>
      <td>
        <span className="as-written no-space">{refusal.value === '' ? t('import.empty') : refusal.value}</span>
      </td>
      <td>{refusalSentence(refusal, locale)}</td>
      <td className="muted">{refusalCure(refusal, locale)}</td>
    </tr>
  );
}

function RawRow({ reasons }: { readonly reasons: readonly [Refusal, ...Refusal[]] }) {
  const { t } = useTranslation();
  const wrong = new Set(reasons.map(({ value }) => value).filter((value) => value !== ''));
  return (
    <div className="raw">
      <div className="small muted">{t('import.rawRow')}</div>
      <div className="raw-row no-space" tabIndex={0} role="region" aria-label={t('import.rawRow')}>
        <span>{reasons[0].row}</span>
        {reasons[0].cells.map((cell, index) => (
          <span key={index} className={wrong.has(cell.trim()) ? 'as-written' : ''}>
            {cell}
          </span>
        ))}
      </div>
    </div>
  );
}
