import { useTranslation } from 'react-i18next';
import { recordNoOf, type RecordId } from '../../../domain/record/record-id';
import { useAppState } from '../../session/app-state';

/** Whether the entry of a record, or of a correction, stands behind a break that nobody has decided about. */
export function useIsBehindBreak(): (id: RecordId) => boolean {
  const { condition } = useAppState().info.journal;
  return (id) => condition.state === 'broken' && Number(recordNoOf(id).split('.')[0]) >= condition.seq;
}

/** The mark of what was read behind a break; nothing where none of these entries stands there. */
export function BehindBreak({ ids }: { readonly ids: readonly RecordId[] }) {
  const { t } = useTranslation();
  const isBehind = useIsBehindBreak();
  return ids.some(isBehind) ? <strong> {t('frame.behindBreak')}</strong> : null;
}
