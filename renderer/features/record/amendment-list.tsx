import { useTranslation } from 'react-i18next';
import { TASKS, type Task } from '../../../domain/visit/visit';
import type { Amendment } from '../../../domain/record/dossier';
import { type Json } from '../../../domain/record/entry';
import type { Locale } from '../../../domain/pack/legal-basis';
import { termsOf } from '../../../domain/terms/terms-of';
import { recordNoOf } from '../../../domain/record/record-id';
import { columnsOfChange } from '../../../domain/record/columns-of-change';
import { showValue } from '../../i18n/show-value';
import { BehindBreak } from './behind-break';

/** What was changed, from what, by whom and why: one block a correction, in the order they were made. */
export function AmendmentList({
  amendments,
  fields,
  wordOf,
}: {
  readonly amendments: readonly Amendment[];
  /** Where the names of the fields stand among the words. */
  readonly fields:
    | 'visitFields'
    | 'particulars'
    | 'outageFields'
    | 'calloutFields'
    | 'inspectionFields'
    | 'hazardFields'
    | 'drillFields'
    | 'dailyCheckFields'
    | 'deviceEventFields'
    | 'contractFields'
    | 'rosterFields';
  /** The word for a value that is a code; undefined for one that is shown as it is. */
  readonly wordOf?: (field: string, value: Json) => string | undefined;
}) {
  const { t, i18n } = useTranslation();
  const shown = (field: string, value: Json): string => {
    if (value === null) return t('visitDetail.absent');
    const word = wordOf?.(field, value);
    if (word !== undefined) return word;
    return TASKS.includes(value as Task) ? t(`task.${value as Task}`) : showValue(value);
  };
  return (
    <ol className="amendments">
      {amendments.map((amendment) => (
        <li key={amendment.id}>
          <span className="muted">
            {t(amendment.withdrawn === true ? 'visitDetail.withdrawnBy' : 'visitDetail.correctedBy', {
              recordNo: recordNoOf(amendment.id),
              at: amendment.at.slice(0, 16).replace('T', ' '),
              author: amendment.author === '' ? termsOf(i18n.language as Locale).unsigned : amendment.author,
            })}
            <BehindBreak ids={[amendment.id]} />
          </span>
          {amendment.changes.flatMap(columnsOfChange).map(({ field, column, from, to }) => (
            <div key={`${field} ${column ?? ''}`}>
              {column ?? t(`${fields}.${field}`)} <del>{shown(field, from)}</del> <span aria-hidden="true">→</span>
              <span className="visually-hidden">{t('visitDetail.becomes')}</span> <ins>{shown(field, to)}</ins>
            </div>
          ))}
          {amendment.reason === '' ? null : <div>{t('visitDetail.because', { reason: amendment.reason })}</div>}
        </li>
      ))}
    </ol>
  );
}
