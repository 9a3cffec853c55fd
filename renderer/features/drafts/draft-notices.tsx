import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { useDiscard } from './use-discard';
import type { KeptDraft } from './use-kept-draft';

/** What was typed before a crash is back; it can be kept or thrown away. */
export function DraftNotices({
  kept,
}: {
  readonly kept: Pick<KeptDraft<unknown>, 'restoredAt' | 'acknowledge' | 'discard'>;
}) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const discard = useDiscard(kept);
  if (kept.restoredAt === null) return null;
  const time = new Date(kept.restoredAt).toLocaleString(locale === 'en' ? 'en-GB' : 'zh-CN', { hour12: false });
  return (
    <div className="notice warn" role="status">
      <span>{t('visit.restored', { time })}</span>
      <Button look="small" onClick={kept.acknowledge}>
        {t('visit.keepDraft')}
      </Button>
      <Button look="small" onClick={() => void discard()}>
        {t('visit.startAnew')}
      </Button>
    </div>
  );
}
