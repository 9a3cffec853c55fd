import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../domain/record/refusal';
import { refusalCure, refusalSentence } from '../../../domain/record/refusal-sentences';
import { Button } from '../../components/controls';
import { useAppState } from '../../state/app-state';

const SHOWN = 500;

/** Every refused row: file, row, column, value as written, reason, cure; the raw row below. */
export function Refusals({ refusals, onSave }: { readonly refusals: readonly Refusal[]; readonly onSave: () => void }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const [file, setFile] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const files = [...new Set(refusals.map((refusal) => refusal.file))];
  const shown = refusals.filter((refusal) => file === null || refusal.file === file);
  const current = shown[Math.min(at, shown.length - 1)];
  const rows = new Set(refusals.map((refusal) => `${refusal.file} ${refusal.row}`)).size;
  if (refusals.length === 0) return <div className="notice">{t('import.noneRefused')}</div>;
  return (
    <section className="panel">
      <header>
        <h2>{t('import.refused', { count: rows })}</h2>
        <span className="filter-chips">
          <button type="button" aria-pressed={file === null} onClick={() => setFile(null)}>
            {t('import.all', { count: refusals.length })}
          </button>
          {files.map((name) => (
            <button key={name} type="button" aria-pressed={file === name} onClick={() => setFile(name)}>
              {name} {refusals.filter((refusal) => refusal.file === name).length}
            </button>
          ))}
        </span>
        <span style={{ marginLeft: 'auto' }}>
          <Button look="small" keys="Ctrl S" onClick={onSave}>
            {t('import.saveRefused')}
          </Button>
        </span>
      </header>
      <div className="refusals" tabIndex={0} aria-label={t('import.refused', { count: rows })}>
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
          <tbody>
            {shown.slice(0, SHOWN).map((refusal, index) => (
              <tr key={index} className={refusal === current ? 'selected' : ''} onClick={() => setAt(index)}>
                <td>{refusal.file}</td>
                <td className="number">{refusal.row === 0 ? '—' : refusal.row}</td>
                <td>{refusal.column}</td>
                <td>
                  <span className="as-written no-space">
                    {refusal.value === '' ? t('import.empty') : refusal.value}
                  </span>
                </td>
                <td>{refusalSentence(refusal, locale)}</td>
                <td className="muted">{refusalCure(refusal, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {current === undefined || current.cells.length === 0 ? null : (
        <div className="body">
          <div className="small muted">{t('import.rawRow')}</div>
          <div className="raw-row no-space">
            <span>{current.row}</span>
            {current.cells.map((cell, index) => (
              <span key={index} className={cell !== '' && cell.trim() === current.value ? 'as-written' : ''}>
                {cell}
              </span>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}
