import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { READ_ONLY_STATES, type WrittenElsewhere } from '../../domain/bridge/journal-condition';
import { chainBreakWords } from '../../domain/terms/chain-breaks';
import { useAppState } from '../session/app-state';
import { Button } from '../components/controls';
import { ResumeDialog } from './resume-dialog';

/** What opening the journal found, where it is not simply whole, and the way on. */
export function JournalNotice() {
  const { t } = useTranslation();
  const { info } = useAppState();
  const [decides, setDecides] = useState(false);
  const { condition, access, unknownEntries } = info.journal;
  const says = useConditionSentence();
  const isStopped = (READ_ONLY_STATES as readonly string[]).includes(condition.state);
  return (
    <>
      {access === 'write' ? null : (
        <div className="bar-bad" role="alert">
          <span>{t(`frame.access.${access}`)}</span>
        </div>
      )}
      {says === null || isStopped ? null : <div className="notice warn">{says}</div>}
      {says === null || !isStopped ? null : (
        <div className="bar-bad" role="alert">
          <span>{says}</span>
          {condition.state === 'newer' || access !== 'write' ? null : (
            <Button look="small" onClick={() => setDecides(true)}>
              {t('frame.resume.open')}
            </Button>
          )}
        </div>
      )}
      <ElsewhereNotice />
      {unknownEntries === 0 ? null : (
        <div className="notice warn">{t('frame.unknownEntries', { entries: unknownEntries })}</div>
      )}
      {says === null || !decides ? null : <ResumeDialog says={says} onClose={() => setDecides(false)} />}
    </>
  );
}

/** A feed that was closed here and went on elsewhere: told, and nothing is stopped by it. */
function ElsewhereNotice() {
  const { t } = useTranslation();
  const { elsewhere } = useAppState().info.journal;
  const sourceOf = useSourceWords();
  if (elsewhere === null) return null;
  const { known, closedAt } = elsewhere;
  return (
    <div className="notice warn">{t('frame.elsewhere', { seq: known.seq, source: sourceOf(known), closedAt })}</div>
  );
}

/** Where a head became known. */
function useSourceWords(): (known: WrittenElsewhere['known']) => string {
  const { t } = useTranslation();
  return ({ from, where = '' }) => [t(`frame.headSources.${from}`), where].join(' ').trim();
}

const SHOWN_HASH = 16;

function useConditionSentence(): string | null {
  const { t } = useTranslation();
  const { info, locale } = useAppState();
  const sourceOf = useSourceWords();
  const { condition } = info.journal;
  switch (condition.state) {
    case 'whole':
      return null;
    case 'broken':
      return t('frame.broken', { ...condition, reason: chainBreakWords(locale, condition.reason) });
    case 'keyless':
      return t('frame.keyless', {
        feed: condition.feed.slice(0, SHOWN_HASH),
        key: t(`frame.keys.${condition.key}`),
      });
    case 'closed': {
      const { on, seq, author, after } = condition;
      const by = author === '' ? t('visitDetail.unsigned') : author;
      const closed = t('frame.closed', { on, seq, author: by });
      return after === 0 ? closed : `${closed} ${t('frame.closedAfter', { after })}`;
    }
    case 'contradicted': {
      const { known, has } = condition;
      const facts = {
        seq: known.seq,
        hash: known.hash.slice(0, SHOWN_HASH),
        source: sourceOf(known),
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
