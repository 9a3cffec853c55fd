import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../state/app-state';
import { Button } from '../components/controls';
import { ResumeDialog } from './resume-dialog';

/** What opening the journal found, where it is not simply whole, and the way on. */
export function JournalNotice() {
  const { t } = useTranslation();
  const { info, readOnly } = useAppState();
  const [decides, setDecides] = useState(false);
  const { condition } = info.journal;
  const says = useConditionSentence();
  if (says === null) return null;
  if (!readOnly) return <div className="notice warn">{says}</div>;
  return (
    <>
      <div className="bar-bad" role="alert">
        <span>{says}</span>
        {condition.state === 'newer' ? null : (
          <Button look="small" onClick={() => setDecides(true)}>
            {t('frame.resume.open')}
          </Button>
        )}
      </div>
      {decides ? <ResumeDialog says={says} onClose={() => setDecides(false)} /> : null}
    </>
  );
}

const SHOWN_HASH = 16;

function useConditionSentence(): string | null {
  const { t } = useTranslation();
  const { condition } = useAppState().info.journal;
  switch (condition.state) {
    case 'whole':
      return null;
    case 'broken':
      return t('frame.broken', { line: condition.line, reason: t(`frame.breaks.${condition.reason}`) });
    case 'contradicted': {
      const { known, has } = condition;
      const facts = {
        seq: known.seq,
        hash: known.hash.slice(0, SHOWN_HASH),
        source: t(`frame.headSources.${known.from}`),
      };
      return has === null
        ? t('frame.missing', facts)
        : t('frame.rewritten', { ...facts, has: has.slice(0, SHOWN_HASH) });
    }
    case 'healed': {
      const { cutBytes, keptAs, confirmed } = condition;
      return t(confirmed ? 'frame.healed' : 'frame.healedUnknown', { cutBytes, keptAs });
    }
    default:
      return t(`frame.${condition.state}`);
  }
}
