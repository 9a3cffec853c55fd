import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { hasClockMark } from '../../../domain/record/clock-marked';
import type { Recorded } from '../../../domain/record/dossier';

/** Marks a record that was entered, or corrected, at a time before that of the entry before it. */
export function DoubtfulTime({ record }: { readonly record: Recorded<unknown> }) {
  const { t } = useTranslation();
  if (!hasClockMark(record)) return null;
  return (
    <Link href="/clock" className="warn small mark" style={{ display: 'inline-block' }} title={t('clock.shortHint')}>
      {t('clock.short')}
    </Link>
  );
}
