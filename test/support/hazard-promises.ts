import type { HazardStep } from '../../domain/hazard/hazard-step';

/** How a hazard came into the ledger, and what the place asks for. */
export interface Opening {
  readonly finder: string;
  readonly severe: boolean;
  readonly major: boolean;
  /** Classes that the authority must be told of. */
  readonly reportFor: readonly ('severe' | 'major')[];
}

/** What an officer would note on the side while the steps are read out; kept apart from the program's own reckoning. */
export interface Notes {
  readonly opening: Opening;
  readonly place: 'waiting' | 'told' | 'at-work' | 'done' | 'passed' | 'closed' | 'refused';
  /** A notice was written since it was last opened and since the user unit last changed. */
  readonly noticeStands: boolean;
  /** To whom it went. */
  readonly noticeTo: string | null;
  readonly severe: boolean;
  readonly major: boolean;
  readonly onceGrave: boolean;
  /** Of which class a report is still to be made. */
  readonly unreported: { readonly severe: boolean; readonly major: boolean };
  /** The rectification that counts, and the re-check that it passed. */
  readonly work: { readonly by: string; readonly proven: boolean } | null;
  readonly check: { readonly by: string; readonly proven: boolean } | null;
  readonly outOfUse: boolean;
}

export function firstNotes(opening: Opening): Notes {
  const { severe, major } = opening;
  return {
    opening,
    place: 'waiting',
    noticeStands: false,
    noticeTo: null,
    severe,
    major,
    onceGrave: severe || major,
    unreported: { severe, major },
    work: null,
    check: null,
    outOfUse: false,
  };
}

const proof = ({ evidence }: HazardStep): boolean =>
  [...(evidence?.photos ?? []), ...(evidence?.documents ?? [])].length > 0;

/** Steps of these tests are taken by one person each. */
const doer = ({ by }: HazardStep): string => by[0]!;

export function noted(notes: Notes, step: HazardStep): Notes {
  switch (step.act) {
    case 'notify':
      return {
        ...notes,
        noticeStands: true,
        noticeTo: step.to,
        place: notes.place === 'waiting' ? 'told' : notes.place,
      };
    case 'report':
      return { ...notes, unreported: { severe: false, major: false } };
    case 'stop-use':
      return { ...notes, outOfUse: true };
    case 'return-to-use':
      return { ...notes, outOfUse: false };
    case 'start':
      return { ...notes, place: 'at-work' };
    case 'rectify':
      return { ...notes, place: 'done', work: { by: doer(step), proven: proof(step) }, check: null };
    case 'recheck':
      return step.result === 'pass'
        ? { ...notes, place: 'passed', check: { by: doer(step), proven: proof(step) } }
        : { ...notes, place: 'at-work', work: null, check: null };
    case 'close':
      return { ...notes, place: 'closed' };
    case 'refuse':
      return { ...notes, place: 'refused' };
    case 'regrade': {
      const [severe, major] = [step.severe !== null, step.major !== null];
      const { unreported } = notes;
      return {
        ...notes,
        severe,
        major,
        onceGrave: notes.onceGrave || severe || major,
        unreported: {
          severe: unreported.severe || (severe && !notes.severe),
          major: unreported.major || (major && !notes.major),
        },
      };
    }
    case 'transfer': {
      const { responsible } = step;
      const unit = step.userUnit ?? (responsible.party === 'user-unit' ? responsible.unit : undefined);
      if (unit === undefined) return notes;
      const stands = notes.noticeStands && notes.noticeTo === unit;
      return { ...notes, noticeStands: stands, noticeTo: stands ? unit : null };
    }
    case 'reopen': {
      const wasEnded = notes.place === 'closed' || notes.place === 'refused';
      const { unreported, severe, major } = notes;
      return {
        ...notes,
        place: 'waiting',
        noticeStands: false,
        noticeTo: null,
        work: null,
        check: null,
        unreported: wasEnded ? { severe: unreported.severe || severe, major: unreported.major || major } : unreported,
      };
    }
    default:
      return notes;
  }
}

/** The promise that a step would break, in words, or null; `notes` are those of all the steps before it. */
export function brokenPromise(notes: Notes, step: HazardStep): string | null {
  return PROMISES.find(([, keeps]) => !keeps(notes, step))?.[0] ?? null;
}

type Promise_ = readonly [name: string, keeps: (notes: Notes, step: HazardStep) => boolean];

const grave = ({ severe, major }: Notes): boolean => severe || major;
const ended = ({ place }: Notes): boolean => place === 'closed' || place === 'refused';
const only =
  (act: HazardStep['act'], keeps: (notes: Notes, step: HazardStep) => boolean) =>
  (notes: Notes, step: HazardStep): boolean =>
    step.act !== act || keeps(notes, step);

const PROMISES: readonly Promise_[] = [
  ['work begins only after the notice', only('start', ({ place }) => place === 'told')],
  ['only work begun is finished', only('rectify', ({ place }) => place === 'at-work')],
  ['only finished work is re-checked', only('recheck', ({ place }) => place === 'done')],
  [
    'only what passed its re-check is closed',
    only('close', ({ place, check }) => place === 'passed' && check !== null),
  ],
  ['nobody re-checks his own work', only('recheck', ({ work }, step) => work !== null && work.by !== doer(step))],
  ['nothing is closed that somebody re-checked himself', only('close', ({ work, check }) => work?.by !== check?.by)],
  ['nothing is closed without a notice to the present user unit', only('close', ({ noticeStands }) => noticeStands)],
  [
    'nothing is closed without the report where it is due',
    only('close', ({ unreported, opening }) => !opening.reportFor.some((one) => unreported[one])),
  ],
  [
    'nothing severe or major is closed without evidence of the work and of its re-check',
    only('close', (notes) => !grave(notes) || (notes.work?.proven === true && notes.check?.proven === true)),
  ],
  [
    'nothing severe or major is closed by who rectified it',
    only('close', (notes, step) => !grave(notes) || notes.work?.by !== doer(step)),
  ],
  [
    'nothing that was severe or major is refused without evidence and a second person',
    only('refuse', (notes, step) => !notes.onceGrave || (proof(step) && doer(step) !== notes.opening.finder)),
  ],
  ['only what no work has begun on is refused', only('refuse', ({ place }) => place === 'waiting' || place === 'told')],
  [
    'nothing is graded down without evidence and a second person',
    (notes, step) => {
      if (step.act !== 'regrade') return true;
      const down = (notes.severe && step.severe === null) || (notes.major && step.major === null);
      return !down || (proof(step) && doer(step) !== notes.opening.finder && doer(step) !== notes.work?.by);
    },
  ],
  [
    'nothing severe or major is used again before it passed with evidence',
    only(
      'return-to-use',
      (notes) =>
        ended(notes) ||
        !grave(notes) ||
        (notes.place === 'passed' && notes.work?.proven === true && notes.check?.proven === true),
    ),
  ],
  ['only what is out of use is given back', only('return-to-use', ({ outOfUse }) => outOfUse)],
  ['only what is in use is taken out', only('stop-use', ({ outOfUse }) => !outOfUse)],
  [
    'what is ended only takes notes, is given back or reopened',
    (notes, { act }) => !ended(notes) || act === 'note' || act === 'return-to-use' || act === 'reopen',
  ],
  ['only what passed or ended is reopened', only('reopen', (notes) => notes.place === 'passed' || ended(notes))],
];

export const PROMISE_NAMES: readonly string[] = PROMISES.map(([name]) => name);
