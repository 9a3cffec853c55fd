import { useTranslation } from 'react-i18next';
import type { Recorded } from '../../../domain/record/dossier';

/** Beside a record that is not as it was first written: corrected, or withdrawn. */
export function ChangedMark({ record }: { readonly record: Pick<Recorded<unknown>, 'amendments' | 'withdrawn'> }) {
  const { t } = useTranslation();
  if (record.amendments === undefined || record.amendments.length === 0) return null;
  return (
    <span className="warn small mark">{t(record.withdrawn === true ? 'history.withdrawn' : 'history.corrected')}</span>
  );
}
