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
import {
  READ_ONLY_STATES,
  type AppInfo,
  type JournalCondition,
  type JournalHead,
  type PacksReply,
  type Settings,
} from '../../domain/bridge/replies';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { defaultPeriod, type Period } from '../../domain/calendar/period';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import { choosePack } from '../../domain/pack/choose-pack';
import type { EquipmentKind, Locale, RulePack, Text } from '../../domain/pack/rule-pack';
import type { InspectionsKept } from '../../domain/record/inspections-kept';
import { call, type CallOptions } from '../bridge/client';
import { elevatorsChanged } from '../data/elevators-on-record';
import { FleetClient } from '../data/fleet-client';
import { inspectionsAnswer } from '../data/read-model';
import { changeLanguage } from '../i18n/i18n';

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
  /** Some inspection has been entered. */
  readonly inspected: boolean;
  /** Counts up whenever the read model has changed. */
  readonly revision: number;
  /** How far the read model is behind the journal while it follows; null when it is up to date. */
  readonly following: { readonly done: number; readonly total: number } | null;
  /** How much of the fleet the worker has read; null when it has all of it. */
  readonly loading: { readonly done: number; readonly total: number } | null;
  readonly fleet: FleetClient;
  /** The fleet as its page last listed it: what "next" and "previous" mean on the page of one elevator. */
  readonly shownOrder: RefObject<readonly RegistrationNo[]>;
  readonly say: (text: Text) => string;
  /** The kind of a code: as the pack that judges names it, else as any other does. */
  readonly kindOf: (code: string) => EquipmentKind | undefined;
  readonly setAsOf: (asOf: CivilDate) => void;
  readonly saveSettings: (change: Partial<Settings>) => Promise<void>;
  /** A call that writes to the journal; answers when the read model shows what was written. */
  readonly mutate: <C extends Channel>(channel: C, request: RequestOf<C>, options?: CallOptions) => Promise<ReplyOf<C>>;
  /** Brings the read model to the journal's head after calls made without `mutate`, as one of many in a row. */
  readonly catchUp: () => Promise<void>;
}

const Context = createContext<AppState | null>(null);

export function useAppState(): AppState {
  const state = useContext(Context);
  if (state === null) throw new Error('used outside AppStateProvider');
  return state;
}

function useFollow(fleet: FleetClient, first: AppInfo) {
  const [info, setInfo] = useState(first);
  const [head, setHead] = useState(first.journal.head);
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof inspectionsAnswer>>>({ kept: null, inspected: false });
  const [revision, setRevision] = useState(0);
  const [following, setFollowing] = useState<AppState['following']>({ done: 0, total: 0 });
  const [loading, setLoading] = useState<AppState['loading']>(null);
  const told = useRef(first.journal.head.seq);
  const onSettings = useRef<() => Promise<void>>(() => Promise.resolve());
  const windows = useRef<BroadcastChannel | null>(null);
  const follow = useCallback(async () => {
    fleet.onProgress = (done, total) => setFollowing({ done, total });
    fleet.onLoading = (done, total) => setLoading(done < total ? { done, total } : null);
    const followed = await fleet.follow();
    elevatorsChanged(followed.touched);
    if (followed.lost !== null) {
      const condition = await call('journal.claim', followed.lost);
      setInfo((before) => ({ ...before, journal: { ...before.journal, condition } }));
    }
    setAnswer(await inspectionsAnswer());
    setHead(followed.head);
    setRevision((before) => before + 1);
    setFollowing(null);
    if (followed.head.seq <= told.current) return;
    told.current = followed.head.seq;
    windows.current?.postMessage(followed.head.seq);
    await call('app.info', {}).then(setInfo, () => undefined); // the record stands; the next change asks again
  }, [fleet]);
  useEffect(() => {
    const channel = (windows.current = new BroadcastChannel('elevator-audit-head'));
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      // Only ahead of what this window knows, so that windows do not answer each other without end.
      if (typeof data === 'number' && data > told.current) follow().catch(() => undefined); // the next change tries again
      if (data === SETTINGS_CHANGED) onSettings.current().catch(() => undefined); // as above
    };
    return () => channel.close();
  }, [follow]);
  const tellSettings = useCallback(() => windows.current?.postMessage(SETTINGS_CHANGED), []);
  return { info, setInfo, head, answer, revision, following, loading, follow, onSettings, tellSettings };
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

export function AppStateProvider({ started, children }: { readonly started: Started; readonly children: ReactNode }) {
  const [fleet] = useState(() => new FleetClient());
  const shownOrder = useRef<readonly RegistrationNo[]>([]);
  const [settings, setSettings] = useState(started.settings);
  const [asOf, setAsOf] = useState(started.info.today);
  const [failure, setFailure] = useState<Error | null>(null);
  const { info, setInfo, head, answer, revision, following, loading, follow, onSettings, tellSettings } = useFollow(
    fleet,
    started.info,
  );

  useEffect(() => {
    follow().catch((error: unknown) => setFailure(error instanceof Error ? error : new Error(String(error))));
  }, [follow]);
  useAppearance(settings);
  if (failure !== null) throw failure; // the error boundary says what happened

  const held = useRef(started.settings);
  const adopt = useCallback(
    async (next: Settings) => {
      const before = held.current;
      held.current = next;
      setSettings(next);
      if (next.lateDays !== before.lateDays) await follow(); // the rows tell lateness by them
      if (next.packId === before.packId) return;
      const now = await call('app.info', {}); // another zone may have another day
      setInfo(now);
      setAsOf((day) => (day > now.today ? now.today : day));
    },
    [setInfo, follow],
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
  const mutate = useCallback(
    async <C extends Channel>(channel: C, request: RequestOf<C>, options?: CallOptions) => {
      const reply = await call(channel, request, options);
      await follow();
      return reply;
    },
    [follow],
  );
  const pack = choosePack(started.packs.packs, settings.packId);
  if (pack === undefined) throw new Error('no rule pack could be loaded');
  const { locale } = settings;
  const { state } = info.journal.condition;
  const value = useMemo<AppState>(
    () => ({
      info,
      head,
      settings,
      pack,
      packs: started.packs,
      locale,
      asOf,
      period: defaultPeriod(asOf),
      readOnly: isReadOnly(state),
      inspectionsKept: answer.kept,
      inspected: answer.inspected,
      revision,
      following,
      loading,
      fleet,
      shownOrder,
      say: (text) => text[locale],
      kindOf: (code) => [pack, ...started.packs.packs].flatMap(({ kinds }) => kinds).find((kind) => kind.code === code),
      setAsOf,
      saveSettings,
      mutate,
      catchUp: follow,
    }),
    [
      started,
      info,
      head,
      settings,
      pack,
      locale,
      asOf,
      state,
      answer,
      revision,
      following,
      loading,
      fleet,
      saveSettings,
      mutate,
      follow,
    ],
  );
  return <Context value={value}>{children}</Context>;
}
