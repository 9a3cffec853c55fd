import { useTranslation } from 'react-i18next';
import { TASKS, type Task } from '../../../domain/visit/visit';
import type { Amendment } from '../../../domain/record/dossier';
import { recordNoOf, type Json } from '../../../domain/record/entry';
import { showValue } from '../../i18n/show-value';

/** What was changed, from what, by whom and why: one block a correction, in the order they were made. */
export function AmendmentList({
  amendments,
  fields,
}: {
  readonly amendments: readonly Amendment[];
  /** Where the names of the fields stand among the words. */
  readonly fields: 'visitFields' | 'particulars' | 'outageFields';
}) {
  const { t } = useTranslation();
  const shown = (value: Json): string => {
    if (value === null) return t('visitDetail.absent');
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
              author: amendment.author === '' ? t('visitDetail.unsigned') : amendment.author,
            })}
          </span>
          {amendment.changes.map(({ field, from, to }) => (
            <div key={field}>
              {t(`${fields}.${field}`)} <del>{shown(from)}</del> <span aria-hidden="true">→</span>
              <span className="visually-hidden">{t('visitDetail.becomes')}</span> <ins>{shown(to)}</ins>
            </div>
          ))}
          {amendment.reason === '' ? null : <div>{t('visitDetail.because', { reason: amendment.reason })}</div>}
        </li>
      ))}
    </ol>
  );
}
