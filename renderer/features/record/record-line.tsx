import { useTranslation } from 'react-i18next';
import type { Recorded } from '../../../domain/record/dossier';
import { recordNoOf } from '../../../domain/record/record-id';
import { termsOf } from '../../../domain/terms/terms-of';
import { useAppState } from '../../session/app-state';
import { BehindBreak } from './behind-break';
import { EntryHash } from './entry-hash';

/** The number of a record, when and by whom it was written down, and the hash of the entry that carries it. */
export function RecordLine({ id, at, author }: Pick<Recorded<unknown>, 'id' | 'at' | 'author'>) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return (
    <div className="small muted no-space">
      {t('visitDetail.record', {
        recordNo: recordNoOf(id),
        at: at.slice(0, 16).replace('T', ' '),
        author: author === '' ? termsOf(locale).unsigned : author,
      })}{' '}
      <EntryHash recordId={id} />
      <BehindBreak ids={[id]} />
    </div>
  );
}
