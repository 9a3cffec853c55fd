import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { StatusMark } from '../../../components/status-mark';
import { listDrafts } from '../../../data/drafts';
import { useAppState } from '../../../session/app-state';
import { usePageKeys } from '../../../session/page-keys';
import { ROUND_PREFIX } from './round-draft';
import type { Site } from './sites';

const MOST_SHOWN = 40;

/** Where the round was made: the sites by what presses most, found by a part of their name. */
export function ChooseSite({ sites, without }: { readonly sites: readonly Site[]; readonly without: number }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [current, setCurrent] = useState(0);
  const drafts = useRoundDrafts();
  const found = useMemo(() => {
    const words = text.trim().toLowerCase();
    return sites.filter(({ name, key }) => name.toLowerCase().includes(words) || key.toLowerCase().includes(words));
  }, [sites, text]);
  const shown = found.slice(0, MOST_SHOWN);
  const active = shown[Math.min(current, shown.length - 1)];
  const open = ({ key }: Site): void => navigate(pathOfRound(key));
  const step = (by: number): void =>
    setCurrent((before) => Math.max(0, Math.min(shown.length - 1, Math.min(before, shown.length - 1) + by)));
  usePageKeys([
    { keys: 'ArrowDown', word: t('round.keys.choose'), run: () => step(1) },
    { keys: 'ArrowUp', word: '', unshown: true, run: () => step(-1) },
    { keys: 'Enter', word: t('round.keys.open'), run: () => active !== undefined && open(active) },
  ]);
  return (
    <>
      <div className="page-head">
        <h1>{t('round.title')}</h1>
        <span className="muted">{t('round.chooseHint')}</span>
        <span className="actions">
          <Link href="/visit">{t('round.oneAlone')}</Link>
        </span>
      </div>
      <section className="panel choose-site">
        <label className="body">
          <span className="visually-hidden">{t('round.which')}</span>
          <input
            className="input"
            autoFocus
            placeholder={t('round.findPlaceholder')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setCurrent(0);
            }}
            onKeyDown={(event) => {
              const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
              if (by !== 0) {
                event.preventDefault();
                step(by);
              } else if (event.key === 'Enter' && active !== undefined) open(active);
            }}
          />
        </label>
        <ul aria-label={t('round.which')}>
          {shown.map((site) => (
            <li key={site.key} className={site === active ? 'active' : ''}>
              <Link href={pathOfRound(site.key)} aria-current={site === active || undefined}>
                {site.name}
              </Link>
              <span className="muted">{t('round.elevators', { count: site.rows.length })}</span>
              <Pressing site={site} />
              {drafts.has(site.key) ? <span className="warn small">{t('round.hasDraft')}</span> : null}
            </li>
          ))}
        </ul>
        {found.length > shown.length ? (
          <p className="body muted small">{t('round.moreSites', { count: found.length - shown.length })}</p>
        ) : null}
        {shown.length === 0 ? (
          <div className="empty">{t(text === '' ? 'round.noSites' : 'round.noneFound')}</div>
        ) : null}
        {without === 0 ? null : <p className="body muted small">{t('round.withoutSite', { count: without })}</p>}
      </section>
    </>
  );
}

/** How many elevators are overdue there, and which rule runs out first. */
function Pressing({ site }: { readonly site: Site }) {
  const { t } = useTranslation();
  const { pack, say } = useAppState();
  const overdue = site.rows.filter(({ visitPressing }) => visitPressing?.status === 'overdue').length;
  if (overdue > 0) return <StatusMark shape="overdue" word={t('round.overdue', { count: overdue })} />;
  const first = site.rows[0]?.visitPressing ?? null;
  const rule = first === null ? undefined : pack.rules[first.rule];
  if (first === null || rule === undefined) return <span className="muted">—</span>;
  const word = t('visit.ruleLeft', { rule: say(rule.shortTitle), count: first.daysLeft });
  return <StatusMark shape={first.status} word={word} />;
}

function pathOfRound(key: string): string {
  return `/round/${encodeURIComponent(key)}`;
}

function useRoundDrafts(): ReadonlySet<string> {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    listDrafts(ROUND_PREFIX).then(
      (drafts) => setKeys(new Set(drafts.map(({ key }) => key.slice(ROUND_PREFIX.length)))),
      () => undefined, // without the list each draft is still found at its site
    );
  }, []);
  return keys;
}
