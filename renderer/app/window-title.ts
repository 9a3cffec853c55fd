import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** What the page of an address is called, by the first part of the address. */
const WORDS = {
  '': 'nav.fleet',
  plan: 'nav.plan',
  month: 'nav.month',
  desk: 'nav.desk',
  due: 'nav.due',
  doubts: 'nav.doubts',
  confirm: 'nav.confirm',
  people: 'nav.people',
  elevator: 'title.elevator',
  visit: 'nav.visit',
  round: 'nav.round',
  register: 'register.title',
  hazards: 'nav.hazards',
  callouts: 'nav.callouts',
  stock: 'nav.stock',
  assess: 'nav.assess',
  insurance: 'nav.insurance',
  notice: 'nav.notice',
  import: 'nav.import',
  reports: 'nav.reports',
  verify: 'nav.verify',
  compare: 'nav.compare',
  packs: 'nav.packs',
  clock: 'clock.title',
  help: 'nav.help',
  start: 'start.title',
  settings: 'nav.settings',
} as const;

/** The record that an address names, the page, and the program: `梯11浙A12056(04) • 电梯 • 梯审`. */
export function titleParts(path: string): {
  readonly word: (typeof WORDS)[keyof typeof WORDS] | null;
  readonly of: string;
} {
  const [place = '', of = ''] = path.split('/').slice(1);
  const word = Object.hasOwn(WORDS, place) ? WORDS[place as keyof typeof WORDS] : null;
  return { word, of: word === null ? '' : decoded(of) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // typed by hand; the page itself says that it knows nothing of the kind
  }
}

/** Windows and tabs of the program are told apart by their titles. */
export function useWindowTitle(path: string): void {
  const { t } = useTranslation();
  const { word, of } = titleParts(path);
  const title = [of, t(word ?? 'title.unknown'), t('frame.brand')].filter((part) => part !== '').join(' • ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
