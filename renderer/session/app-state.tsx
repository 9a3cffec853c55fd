import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import type { Channel } from '../../domain/bridge/channels';
import type { ReplyOf, RequestOf } from '../../domain/bridge/contract';
import { READ_ONLY_STATES, type JournalCondition, type JournalHead } from '../../domain/bridge/journal-condition';
import type { AppInfo, PacksReply, Settings } from '../../domain/bridge/replies';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { defaultPeriod, type Period } from '../../domain/calendar/period';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import { choosePack } from '../../domain/pack/choose-pack';
import type { Locale, Text } from '../../domain/pack/legal-basis';
import type { EquipmentKind, RulePack } from '../../domain/pack/rule-pack';
import type { Entry } from '../../domain/record/entry';
import type { Roster } from '../../domain/roster/roster';
import type { InspectionsKept } from '../../domain/record/inspections-kept';
import type { CallOptions } from '../bridge/transport';
import { call } from '../bridge/client';
import { useRosterOf } from './use-roster';
import { FleetClient } from '../data/fleet-client';
import { wholePacks } from '../data/whole-packs';
import { inspectionsAnswer, repairReadModelBy } from '../data/read-model';
import { changeLanguage } from '../i18n/i18n';
import { useAuthorQuestion } from './author-question';

export interface Started {
  readonly info: AppInfo;
  readonly settings: Settings;
  readonly packs: PacksReply;
}

export interface AppState {
  readonly info: AppInfo;
  readonly head: JournalHead;
  readonly settings: Settings;
  /** The pack by which is judged. */
  readonly pack: RulePack;
  readonly packs: PacksReply;
  readonly locale: Locale;
  readonly asOf: CivilDate;
  readonly period: Period;
  readonly readOnly: boolean;
  /** For which elevators the house says that it keeps inspections here; null = it was not asked. */
  readonly inspectionsKept: InspectionsKept | null;
  /** People and firms on record; null until they are known. */
  readonly roster: Roster | null;
  /** Some inspection has been entered. */
  readonly inspected: boolean;
  /** The two are as the read model has them; before, they say nothing. */
  readonly isAnswered: boolean;
  /** Counts up whenever the read model has followed the journal; 0 before it did. */
  readonly revision: number;
  /** Counts up whenever following has changed some elevator: whatever was asked of the fleet is asked anew. */
  readonly changes: number;
  /** While the read model is behind the journal. */
  readonly isFollowing: boolean;
  readonly fleet: FleetClient;
  /** The fleet as its page last listed it: what "next" and "previous" mean on the page of one elevator. */
  readonly shownOrder: RefObject<readonly RegistrationNo[]>;
  readonly say: (text: Text) => string;
  /** The kind of a code: as the pack that judges names it, else as any other does. */
  readonly kindOf: (code: string) => EquipmentKind | undefined;
  readonly setAsOf: (asOf: CivilDate) => void;
  readonly saveSettings: (change: Partial<Settings>) => Promise<void>;
  /** Asks who writes where nobody is named yet; before anything is written. Throws BridgeError cancelled. */
  readonly ensureAuthor: () => Promise<void>;
  /** A call that writes to the journal, by somebody who is named; answers when the read model shows what was written. */
  readonly mutate: <C extends Channel>(channel: C, request: RequestOf<C>, options?: CallOptions) => Promise<ReplyOf<C>>;
  /** Throws the read model away and builds it from the journal; nothing on record changes. */
  readonly rebuild: () => Promise<void>;
  /** Asks how the journal stands, after something that may have found it contradicted. */
  readonly lookAtJournal: () => Promise<void>;
  /** Brings the read model to the journal's head after calls made without `mutate`, as one of many in a row. */
  readonly catchUp: () => Promise<void>;
}

type HowFar = Readonly<Record<'done' | 'total', number>>;

/** What changes many times a second while the application works: apart, so that only those who show it are drawn anew. */
interface SessionProgress {
  /** How far the read model is behind the journal while it follows; null when it is up to date. */
  readonly following: HowFar | null;
  /** How much of the fleet the worker has read; null when it has all of it. */
  readonly loading: HowFar | null;
}

const Context = createContext<AppState | null>(null);
const ProgressContext = createContext<SessionProgress>({ following: null, loading: null });

export function useSessionProgress(): SessionProgress {
  return useContext(ProgressContext);
}

export function useAppState(): AppState {
  const state = useContext(Context);
  if (state === null) throw new Error('used outside AppStateProvider');
  return state;
}

function useFollow(fleet: FleetClient, first: AppInfo) {
  const [info, setInfo] = useState(first);
  const [head, setHead] = useState(first.journal.head);
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof inspectionsAnswer>> | null>(null);
  const [revision, setRevision] = useState(0);
  const [changes, setChanges] = useState(0);
  const [following, setFollowing] = useState<HowFar | null>({ done: 0, total: 0 });
  const [loading, setLoading] = useState<HowFar | null>(null);
  const tellJournal = useCallback(
    (change: Partial<AppInfo['journal']>) =>
      setInfo((before) => ({ ...before, journal: { ...before.journal, ...change } })),
    [],
  );
  const told = useRef(first.journal.head.seq);
  const onSettings = useRef<() => Promise<void>>(() => Promise.resolve());
  const windows = useRef<BroadcastChannel | null>(null);
  const follow = useCallback(
    async (entry: Entry | null = null) => {
      fleet.onProgress = (done, total) => setFollowing({ done, total });
      fleet.onLoading = (done, total) => setLoading(done < total ? { done, total } : null);
      const followed = await fleet.follow(entry);
      if (followed.lost !== null) {
        const condition = await call('journal.claim', followed.lost);
        tellJournal({ condition });
      }
      setAnswer(await inspectionsAnswer());
      setHead(followed.head);
      setRevision((before) => before + 1);
      if (followed.touched === null || followed.touched.length > 0) setChanges((before) => before + 1);
      setFollowing(null);
      if (followed.head.seq <= told.current) return;
      told.current = followed.head.seq;
      windows.current?.postMessage(followed.head.seq);
      await call('app.info', {}).then(setInfo, () => undefined); // the record stands; the next change asks again
    },
    [fleet, tellJournal],
  );
  useEffect(() => {
    const none = { kept: null, inspected: false };
    // As it stands before the model follows, so that the fleet is judged by it at once; what follows is asked again.
    inspectionsAnswer().then(
      (read) => setAnswer((before) => before ?? read),
      () => setAnswer((before) => before ?? none),
    );
  }, []);
  useEffect(() => {
    const channel = (windows.current = new BroadcastChannel('elevator-audit-head'));
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      // Only ahead of what this window knows, so that windows do not answer each other without end.
      if (typeof data === 'number' && data > told.current) follow().catch(() => undefined); // the next change tries again
      if (data === SETTINGS_CHANGED) onSettings.current().catch(() => undefined); // as above
    };
    return () => channel.close();
  }, [follow]);
  useEffect(() => {
    if (!first.journal.walked) call('journal.walked', {}).then(tellJournal, () => undefined); // the next start walks it
    call('journal.met', {}).then(tellJournal, () => undefined); // the next start reads them
  }, [first, tellJournal]);
  useEffect(() => {
    fleet.onRebuilt = () => {
      setFollowing(null);
      setRevision((before) => before + 1);
      setChanges((before) => before + 1);
    };
    repairReadModelBy(() => fleet.rebuild());
  }, [fleet]);
  const lookAtJournal = useCallback(async () => tellJournal((await call('app.info', {})).journal), [tellJournal]);
  const tellSettings = useCallback(() => windows.current?.postMessage(SETTINGS_CHANGED), []);
  return {
    info,
    setInfo,
    head,
    answer,
    revision,
    changes,
    following,
    loading,
    follow,
    lookAtJournal,
    onSettings,
    tellSettings,
  };
}

/** The entry that a reply says was written; null of a reply that brings none. */
function entryIn(reply: unknown): Entry | null {
  return typeof reply === 'object' && reply !== null && 'entry' in reply ? (reply.entry as Entry) : null; // as `Appended` has it
}

function isReadOnly(state: JournalCondition['state']): boolean {
  return (READ_ONLY_STATES as readonly string[]).includes(state);
}

/** What windows of one ledger tell each other besides the number of its last entry. */
const SETTINGS_CHANGED = 'settings';

/** Theme, density and language of the window, as the settings say. */
function useAppearance(settings: Settings): void {
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const paint = (): void => {
      const dark = settings.theme === 'dark' || (settings.theme === 'system' && system.matches);
      document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    };
    paint();
    system.addEventListener('change', paint); // the system may turn dark while the application is open
    return () => system.removeEventListener('change', paint);
  }, [settings.theme]);
  useEffect(() => {
    document.documentElement.dataset['comfortable'] = String(settings.comfortable);
    void changeLanguage(settings.locale);
  }, [settings]);
}

/** Changes to the settings, by this window or another; `isNamed` = somebody is named who writes, where anything can be written. */
function useSaveSettings(
  first: Settings,
  { info, setInfo, follow, onSettings, tellSettings }: ReturnType<typeof useFollow>,
  setSettings: (settings: Settings) => void,
  setPack: (pack: RulePack | null) => void,
  setAsOf: (by: (day: CivilDate) => CivilDate) => void,
) {
  const held = useRef(first);
  const adopt = useCallback(
    async (next: Settings) => {
      const before = held.current;
      held.current = next;
      if (next.packId !== before.packId) setPack(choosePack((await wholePacks()).packs, next.packId) ?? null);
      setSettings(next);
      if (next.lateDays !== before.lateDays) await follow(); // the rows tell lateness by them
      if (next.packId === before.packId) return;
      const now = await call('app.info', {}); // another zone may have another day
      setInfo(now);
      setAsOf((day) => (day > now.today ? now.today : day));
    },
    [setInfo, follow, setSettings, setPack, setAsOf],
  );
  const saveSettings = useCallback(
    async (change: Partial<Settings>) => {
      const next = await call('settings.write', change);
      tellSettings();
      await adopt(next);
    },
    [adopt, tellSettings],
  );
  useEffect(() => {
    onSettings.current = async () => adopt(await call('settings.read', {}));
  }, [adopt, onSettings]);
  const { access } = info.journal;
  const isNamed = useCallback(() => held.current.author.trim() !== '' || access !== 'write', [access]);
  return { saveSettings, isNamed };
}

export function AppStateProvider({ started, children }: { readonly started: Started; readonly children: ReactNode }) {
  const [fleet] = useState(() => new FleetClient());
  const shownOrder = useRef<readonly RegistrationNo[]>([]);
  const [settings, setSettings] = useState(started.settings);
  const [pack, setPack] = useState(started.packs.judging);
  const [asOf, setAsOf] = useState(started.info.today);
  const [failure, setFailure] = useState<Error | null>(null);
  const followed = useFollow(fleet, started.info);
  const { info, head, answer, revision, changes, following, loading, follow, lookAtJournal } = followed;

  useEffect(() => {
    follow().catch((error: unknown) => setFailure(error instanceof Error ? error : new Error(String(error))));
  }, [follow]);
  const roster = useRosterOf(revision);
  useAppearance(settings);
  if (failure !== null) throw failure; // the error boundary says what happened

  const { saveSettings, isNamed } = useSaveSettings(started.settings, followed, setSettings, setPack, setAsOf);
  const { state } = info.journal.condition;
  const readOnly = isReadOnly(state) || info.journal.access !== 'write';
  const { ensure: ensureAuthor, dialog: authorDialog } = useAuthorQuestion(isNamed, saveSettings);
  const mutate = useCallback(
    async <C extends Channel>(channel: C, request: RequestOf<C>, options?: CallOptions) => {
      await ensureAuthor();
      const reply = await call(channel, request, options);
      await follow(entryIn(reply));
      return reply;
    },
    [follow, ensureAuthor],
  );
  if (pack === null) throw new Error('no rule pack could be loaded');
  const { locale } = settings;
  const period = useMemo(() => defaultPeriod(asOf), [asOf]); // one object: questions are told apart by it
  const isFollowing = following !== null;
  const value = useMemo<AppState>(
    () => ({
      info,
      head,
      settings,
      pack,
      packs: started.packs,
      locale,
      asOf,
      period,
      readOnly,
      inspectionsKept: answer?.kept ?? null,
      roster,
      inspected: answer?.inspected ?? false,
      isAnswered: answer !== null,
      revision,
      changes,
      isFollowing,
      fleet,
      shownOrder,
      say: (text) => text[locale],
      kindOf: (code) => [pack, ...started.packs.packs].flatMap(({ kinds }) => kinds).find((kind) => kind.code === code),
      setAsOf,
      saveSettings,
      ensureAuthor,
      mutate,
      lookAtJournal,
      catchUp: () => follow(),
      rebuild: () => fleet.rebuild(),
    }),
    [
      started,
      info,
      head,
      settings,
      pack,
      locale,
      asOf,
      readOnly,
      answer,
      roster,
      revision,
      changes,
      isFollowing,
      period,
      fleet,
      saveSettings,
      ensureAuthor,
      mutate,
      follow,
      lookAtJournal,
    ],
  );
  const progress = useMemo(() => ({ following, loading }), [following, loading]);
  return (
    <Context value={value}>
      <ProgressContext value={progress}>{children}</ProgressContext>
      {authorDialog}
    </Context>
  );
}
