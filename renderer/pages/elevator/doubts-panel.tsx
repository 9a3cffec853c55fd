import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answersBehind, answersByKey, isAsked, answerTo, type LedgerDoubt } from '../../../domain/doubts/answered';
import { DOUBT_LEVELS } from '../../../domain/doubts/doubt';
import type { CheckDone } from '../../../domain/doubts/look';
import type { FleetAnswer } from '../../../domain/fleet/questions';
import type { Dossier } from '../../../domain/record/dossier';
import { recordNoOf } from '../../../domain/record/record-id';
import { termsOf } from '../../../domain/terms/terms-of';
import { DoubtCard } from '../../features/doubts/doubt-card';
import { GivenAnswers } from '../../features/doubts/given-answers';
import { useDoubtContext } from '../../features/doubts/use-doubts';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { showRecord } from './show-record';

type Answer = FleetAnswer<'doubts-of'>;
const NOWHERE: Answer['rest']['addresses'] = [];

/** What the records of this elevator ask: open questions first, answered ones, then notes, then what could not be looked at. */
export function DoubtsPanel({ dossier, answer }: { readonly dossier: Dossier; readonly answer: Answer | null }) {
  const { t } = useTranslation();
  const context = useDoubtContext(answer?.rest.addresses ?? NOWHERE);
  if (answer === null) return null;
  const { rows, rest } = answer;
  const sorted = [...rows].sort(byUrgency);
  const asked = sorted.filter((one) => one.doubt.level !== 'note' || one.answers.length > 0);
  const notes = sorted.filter((one) => one.doubt.level === 'note' && one.answers.length === 0);
  const open = asked.filter(isAsked).length;
  const card = (one: LedgerDoubt) => (
    <DoubtCard key={one.key} one={one} context={context} here={dossier.registrationNo} onShow={showRecord} />
  );
  return (
    <section className="panel doubts-panel" id="doubts">
      <header>
        <h2>{t('doubts.title')}</h2>
        <span className="muted small">
          {rest.tooMany === null ? `${t('doubts.openCount', { count: open })} · ${t('doubts.whatTheyAre')}` : ''}
        </span>
      </header>
      {rest.tooMany === null ? (
        asked.length === 0 ? (
          <p className="muted none">{t('doubts.none', { count: visitsIn(rest.checks) })}</p>
        ) : (
          byKind(asked).map((group) => <Group key={group[0]?.key} group={group} card={card} />)
        )
      ) : (
        <p className="muted none">{t('doubts.tooMany', { count: rest.tooMany })}</p>
      )}
      {notes.length === 0 ? null : (
        <details className="doubts-notes">
          <summary>{t('doubts.notes', { count: notes.length })}</summary>
          {notes.map(card)}
        </details>
      )}
      <Behind dossier={dossier} rows={rows} />
      <NotLookedAt checks={rest.checks} />
    </section>
  );
}

/** Cards of one kind that stand open; the rest unfolds. */
const FIRST = 2;

function Group({
  group,
  card,
}: {
  readonly group: readonly LedgerDoubt[];
  readonly card: (one: LedgerDoubt) => ReactNode;
}) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const rest = group.slice(FIRST);
  return (
    <>
      {group.slice(0, FIRST).map(card)}
      {rest.length === 0 ? null : (
        <details className="doubts-notes">
          <summary>
            {t('doubts.moreOfKind', { kind: termsOf(locale).doubtKind[group[0]!.doubt.kind], count: rest.length })}
          </summary>
          {rest.map(card)}
        </details>
      )}
    </>
  );
}

/** Doubts of one kind that are open, or answered, beside each other; the order of the first of each stays. */
function byKind(doubts: readonly LedgerDoubt[]): readonly (readonly LedgerDoubt[])[] {
  const groups = new Map<string, LedgerDoubt[]>();
  for (const one of doubts) {
    const key = `${one.doubt.kind} ${answerTo(one) === 'open'}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function visitsIn(checks: readonly CheckDone[]): number {
  return checks[0]?.of ?? 0;
}

function byUrgency(a: LedgerDoubt, b: LedgerDoubt): number {
  const rank = (one: LedgerDoubt): number => (answerTo(one) === 'open' ? 0 : 1);
  return (
    rank(a) - rank(b) ||
    DOUBT_LEVELS.indexOf(a.doubt.level) - DOUBT_LEVELS.indexOf(b.doubt.level) ||
    ((a.doubt.visits[0]?.date ?? '') < (b.doubt.visits[0]?.date ?? '') ? 1 : -1)
  );
}

/** Answers whose doubt is gone: the records that they were about were corrected or withdrawn. */
function Behind({ dossier, rows }: { readonly dossier: Dossier; readonly rows: readonly LedgerDoubt[] }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const behind = answersBehind(answersByKey(dossier.doubtAnswers), rows);
  if (behind.length === 0) return null;
  return (
    <div className="doubts-behind">
      <span className="muted small">{t('doubts.behind')}</span>
      {behind.map((answers) => (
        <div key={answers[0]?.id}>
          {capital(termsOf(locale).doubtKind[answers[0]!.value.kind])}{' '}
          <span className="muted small">
            {t('doubts.wasAbout', {
              records: answers[0]!.value.records.map(recordNoOf).join(t('elevator.listComma')),
              count: answers[0]!.value.of - answers[0]!.value.records.length,
            })}
          </span>
          <GivenAnswers answers={answers} />
        </div>
      ))}
    </div>
  );
}

function NotLookedAt({ checks }: { readonly checks: readonly CheckDone[] }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const terms = termsOf(locale);
  const lacking = checks.filter(({ missing }) => missing.length > 0);
  if (lacking.length === 0) return null;
  return (
    <details className="doubts-notes">
      <summary>{t('doubts.notLooked', { count: lacking.length })}</summary>
      <ul className="small">
        {lacking.map(({ kind, missing, lookedAt, of }) => (
          <li key={kind}>
            {t('doubts.lacks', {
              kind: terms.doubtKind[kind],
              facts: missing.map((fact) => terms.missingFact[fact]).join(t('elevator.listComma')),
              lookedAt,
              of,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
