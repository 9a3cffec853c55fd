import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { isCivilDate } from '../../domain/calendar/civil-date';
import type { Confidence } from '../../domain/pack/legal-basis';
import { versionAt } from '../../domain/pack/rule-pack';
import { count, tidyDate } from '../i18n/dates';
import { keyCaption } from '../components/command-key';
import { StatusMark } from '../components/status-mark';
import { useAppState } from '../session/app-state';
import { useKeys, useShownKeys } from '../session/page-keys';
import { useOpenHazards } from '../session/use-open-hazards';
import { AllKeys } from './all-keys';
import { BackupMark, BackupNotice } from './backup-notice';
import { Finder } from './finder';
import { InspectionsNotice } from './inspections-notice';
import { JournalNotice } from './journal-notice';
import { fetchPagesWhenIdle } from './pages';
import { placesOf, type Place } from './places';
import { SavedNotices } from './saved-notices';
import { UndoNotice } from './undo-notice';
import { useWindowTitle } from './window-title';

export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { isFollowing, settings, pack } = useAppState();
  const [path] = useLocation();
  const page = useRef<HTMLElement>(null);
  // All pages scroll in one element of a window that is large enough, which knows nothing of them; a page that shows a record scrolls afterwards.
  useLayoutEffect(() => {
    page.current?.scrollTo(0, 0); // newer browsers answer with a promise, which is no way to clean up
    scrollTo(0, 0); // a small window scrolls as a whole
  }, [path]);
  useWindowTitle(path);
  useEffect(() => (isFollowing ? undefined : fetchPagesWhenIdle()), [isFollowing]);
  return (
    <div className="frame">
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault(); // the address names the page
          page.current?.focus();
        }}
      >
        {t('frame.skip')}
      </a>
      <TitleBar />
      <Navigation />
      <main className="page" id="main" ref={page} tabIndex={-1}>
        {isFollowing ? <div className="busy-line" role="progressbar" aria-label={t('frame.following')} /> : null}
        <JournalNotice />
        <BackupNotice />
        {settings.packId === pack.id ? null : (
          <div className="notice warn">
            {t('frame.packGone', { id: settings.packId, used: pack.id })}
            <Link href="/settings">{t('frame.choosePack')}</Link>
          </div>
        )}
        {settings.unread === undefined ? null : (
          <div className="notice warn">
            {t('frame.settingsUnread', { members: settings.unread.join(', ') })}
            <Link href="/settings">{t('frame.checkSettings')}</Link>
          </div>
        )}
        <InspectionsNotice />
        {children}
      </main>
      <div className="notices">
        <UndoNotice />
        <SavedNotices />
      </div>
      <StatusBar />
    </div>
  );
}

function TitleBar() {
  const { t } = useTranslation();
  const { locale, saveSettings } = useAppState();
  return (
    <header className="title-bar">
      <span className="brand">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <rect x="2" y="2" width="20" height="20" rx="2" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="M6 17v-5M10 17V8M14 17v-7M18 17V6" stroke="currentColor" strokeWidth="2" />
        </svg>
        {t('frame.brand')}
      </span>
      <Finder />
      <AsOf />
      <span className="language" role="group" aria-label={t('frame.language')}>
        <button
          type="button"
          lang="zh-CN"
          aria-pressed={locale === 'zh-CN'}
          onClick={() => void saveSettings({ locale: 'zh-CN' })}
        >
          中文
        </button>
        •
        <button
          type="button"
          lang="en"
          aria-pressed={locale === 'en'}
          onClick={() => void saveSettings({ locale: 'en' })}
        >
          EN
        </button>
      </span>
    </header>
  );
}

function AsOf() {
  const { t } = useTranslation();
  const { asOf, info, setAsOf } = useAppState();
  const [text, setText] = useState<string | null>(null);
  const commit = (): void => {
    const day = text === null ? '' : tidyDate(text);
    if (isCivilDate(day) && day <= info.today) setAsOf(day);
    setText(null);
  };
  return (
    <label className="as-of">
      {t('frame.asOf')}{' '}
      <input
        className="no-space"
        value={text ?? asOf}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
        title={t('frame.asOfHint')}
      />
    </label>
  );
}

function Navigation() {
  const { t } = useTranslation();
  const [path, navigate] = useLocation();
  const { settings, head } = useAppState();
  const places = useMemo(() => placesOf(settings.role), [settings.role]);
  usePlaceKeys(places, navigate);
  return (
    <nav className="nav" aria-label={t('frame.navigation')}>
      {places.map((place, index) =>
        place === null ? (
          <hr key={index} />
        ) : (
          <Link key={place.path} href={place.path} aria-current={isHere(place.path, path) ? 'page' : undefined}>
            {t(place.word)}
            {place.path === '/hazards' ? <OpenHazards /> : null}
          </Link>
        ),
      )}
      <div className="who" title={`${t('frame.key')} ${head.feed.slice(0, 8).toUpperCase()}`}>
        {settings.organisation === '' ? <Link href="/settings">{t('frame.nameYourself')}</Link> : settings.organisation}
        {settings.unwritable === undefined ? null : (
          <>
            <br />
            <Link href="/settings">{t('frame.nameAnew')}</Link>
          </>
        )}
        <br />
        {t(`roles.${settings.role}`)}
        {settings.author === '' ? '' : ` • ${settings.author}`}
        <br />
        <span className="no-space feed-key">
          {t('frame.key')} {head.feed.slice(0, 8).toUpperCase()}
        </span>
      </div>
    </nav>
  );
}

function OpenHazards() {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const open = useOpenHazards();
  if (open === null || open === 0) return null;
  return (
    <span className="small" title={t('hazards.openCount', { count: open })}>
      {count(open, locale)}
    </span>
  );
}

function isHere(place: string, path: string): boolean {
  return place === '/' ? path === '/' || path.startsWith('/elevator') || path === '/register' : path.startsWith(place);
}

/** Alt+1 … 9 go to the places of the navigation, wherever one is. */
function usePlaceKeys(all: readonly (Place | null)[], navigate: (path: string) => void): void {
  useEffect(() => {
    const places = all.filter((place) => place !== null);
    const onKeyDown = (event: KeyboardEvent): void => {
      // By the place of the key: with Alt macOS writes another sign for each digit.
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      const place = event.altKey && !event.ctrlKey && !event.metaKey ? places[Number(digit) - 1] : undefined;
      if (place === undefined) return;
      event.preventDefault();
      navigate(place.path);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [all, navigate]);
}

const STATE_SHAPES = {
  whole: 'compliant',
  walking: 'no-data',
  completed: 'lapsed',
  healed: 'lapsed',
  contradicted: 'refused',
  broken: 'refused',
  keyless: 'refused',
  closed: 'lapsed',
  newer: 'refused',
} as const;

function StatusBar() {
  const { t } = useTranslation();
  const { head, info, pack, locale, asOf } = useAppState();
  const keys = useShownKeys();
  const [showsAll, setShowsAll] = useState(false);
  useKeys([{ keys: '?', run: () => setShowsAll(true) }]);
  const weighing = (confidence: Confidence): number =>
    pack.rules.filter((rule) => versionAt(rule, asOf).confidence === confidence).length;
  const rulesByWeight = { law: weighing('law'), reading: weighing('reading'), unverified: weighing('unverified') };
  const { clock } = info.journal;
  const { condition, walked } = info.journal;
  const state = condition.state === 'whole' && !walked ? 'walking' : condition.state;
  return (
    <>
      <footer className="status-bar">
        <StatusMark shape={STATE_SHAPES[state]} word={t(`frame.journal.${state}`)} />
        <BackupMark />
        <span>{t('frame.entries', { count: head.seq, entries: count(head.seq, locale) })}</span>
        {clock.count === 0 ? null : (
          <Link href="/clock">{t('clock.count', { count: clock.count, entries: count(clock.count, locale) })}</Link>
        )}
        <span>{t('frame.pack', { id: pack.id, version: pack.version })}</span>
        <span title={t('frame.weightsTitle', rulesByWeight)}>{t('frame.weights', rulesByWeight)}</span>
        <span className="keys">
          {keys
            .filter(({ word }) => word !== '')
            .map((key) => (
              <span key={key.keys}>
                <kbd>{key.caption ?? keyCaption(key.keys)}</kbd> {key.word}
              </span>
            ))}
        </span>
        <button type="button" className="all-keys" onClick={() => setShowsAll(true)}>
          <kbd>?</kbd> {t('allKeys.short')}
        </button>
      </footer>
      {showsAll ? <AllKeys onClose={() => setShowsAll(false)} /> : null}
    </>
  );
}
