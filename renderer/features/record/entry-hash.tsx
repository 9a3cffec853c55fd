import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordNoOf, type RecordId } from '../../../domain/record/record-id';
import { call } from '../../bridge/client';

/**
 * The hash of the journal entry that carries the record, by which it can be found in the chain and in a report. Entries
 * of an import carry many records and may be large: their hash is not fetched for one line.
 */
export function EntryHash({ recordId }: { readonly recordId: RecordId }) {
  const { t } = useTranslation();
  const [hash, setHash] = useState<string | null>(null);
  const [seq, index] = recordNoOf(recordId).split('.').map(Number);
  useEffect(() => {
    if (index !== undefined || seq === undefined) return;
    let wanted = true;
    call('journal.read', { afterSeq: seq - 1, maxBytes: 1 }).then(
      ({ entries }) => {
        if (wanted) setHash(entries.find((entry) => entry.seq === seq)?.hash ?? null);
      },
      () => setHash(null),
    );
    return () => {
      wanted = false;
    };
  }, [seq, index]);
  if (index !== undefined) return <span>{t('visitDetail.imported')}</span>;
  return hash === null ? null : (
    <span title={hash}>
      {t('visitDetail.hash')} <code>{hash.slice(0, 16)}</code>
    </span>
  );
}
