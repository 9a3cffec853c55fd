import { useTranslation } from 'react-i18next';
import type { ImportDoubt, ImportDoubts, ImportFilePreview } from '../../../domain/bridge/import-replies';
import { termsOf } from '../../../domain/terms/terms-of';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';

interface DoubtsProps {
  readonly doubts: ImportDoubts;
  readonly files: readonly ImportFilePreview[];
}

/** Doubts of one kind that stand open; the rest unfolds. */
const FIRST = 3;

/** What the visits to be written ask, with the rows behind it; nothing of it keeps them from being written. */
export function RowDoubts({ doubts: { kinds, tooMany }, files }: DoubtsProps) {
  const { t } = useTranslation();
  if (tooMany !== null) return <div className="notice">{t('doubts.importTooMany', { count: tooMany })}</div>;
  if (kinds.length === 0) return null;
  const asked = kinds.filter((kind) => kind.asked > 0);
  const notes = kinds.filter((kind) => kind.asked === 0);
  return (
    <section className="panel row-doubts" aria-label={t('doubts.importTitle')}>
      <header>
        <h2>{t('doubts.importTitle')}</h2>
        <span className="muted small">{t('doubts.whatTheyAre')}</span>
      </header>
      <p className="small muted">{t('doubts.importHint')}</p>
      {[...asked, ...notes].map((kind) => (
        <Kind key={kind.kind} kind={kind} files={files} />
      ))}
    </section>
  );
}

function Kind({ kind, files }: { readonly kind: ImportDoubts['kinds'][number]; readonly files: DoubtsProps['files'] }) {
  const { t } = useTranslation();
  const { locale, say } = useAppState();
  const terms = termsOf(locale);
  const { asked, notes, shown } = kind;
  const counts = [
    asked > 0 ? t('doubts.importAsked', { count: asked }) : '',
    notes > 0 ? t('doubts.importNotes', { count: notes }) : '',
  ].filter((part) => part !== '');
  const line = (one: ImportDoubt, index: number) => <Line key={index} one={one} files={files} />;
  const rest = shown.slice(FIRST);
  const unlisted = asked + notes - shown.length;
  return (
    <details open={asked > 0}>
      <summary>
        <strong>{capital(terms.doubtKind[kind.kind])}</strong> <span className="muted">{counts.join(' · ')}</span>
      </summary>
      <ul>
        {shown.slice(0, FIRST).map(line)}
        {rest.length === 0 ? null : (
          <li>
            <details>
              <summary className="small">{t('doubts.importMore', { count: rest.length })}</summary>
              <ul>{rest.map(line)}</ul>
            </details>
          </li>
        )}
      </ul>
      <p className="small muted">
        {unlisted > 0 ? `${t('doubts.importMoreKinds', { count: unlisted })} ` : ''}
        {t('doubts.innocent')}
        {t('doubts.colon')}
        {say(kind.innocent)}
        {t('doubts.listEnd')} {t('doubts.threshold')}{' '}
        <span className={`confidence ${kind.weight === 'house' ? 'unverified' : kind.weight}`}>
          {terms.weight[kind.weight]}
        </span>
        {t('doubts.colon')}
        {say(kind.source)}
        {t('doubts.listEnd')}
      </p>
    </details>
  );
}

function Line({ one, files }: { readonly one: ImportDoubt; readonly files: DoubtsProps['files'] }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const byPart = new Map<number | null, number[]>();
  for (const row of one.rows) byPart.set(row?.part ?? null, [...(byPart.get(row?.part ?? null) ?? []), row?.row ?? 0]);
  const places = [...byPart].map(([part, rows]) =>
    part === null
      ? t('doubts.onRecord')
      : t('doubts.row', { file: files[part]?.file ?? '', rows: rows.join(t('import.listComma')) }),
  );
  return (
    <li>
      {say(one.asks)} <span>{say(one.says)}</span>{' '}
      <span className="small muted">
        {one.people.length === 0 ? '' : `${one.people.join(t('import.listComma'))} · `}
        {places.join(t('import.listComma'))}
        {one.visits > one.rows.length ? '…' : ''}
      </span>
    </li>
  );
}
