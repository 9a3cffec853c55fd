import { dayOfMinute } from '../../../callout/local-minute';
import { isWithin } from '../../../calendar/period';
import { callOutFigures, type JudgedCallOut } from '../../../response/monthly-figures';
import { judgeArrival } from '../../../response/judge-arrival';
import type { Block, Mark } from '../../model';
import { lateWords } from '../../sections/entries';
import { cited, paragraph, plain, plainTable, type Ledger } from './tables';

/** The calls of the period by cause, each entrapment with its arrival judged, and the limits that decided. */
export function callOutBlocks(ledger: Ledger): Block[] {
  const { subject, words } = ledger;
  const { evidence, say } = subject;
  const { period, pack, dossier } = evidence;
  const requirements = pack.requirements ?? [];
  const judged = (dossier.callouts ?? [])
    .filter(({ withdrawn, value: { reportedAt } }) => withdrawn !== true && isWithin(dayOfMinute(reportedAt), period))
    .map((record) => ({
      callOut: record.value,
      arrival: judgeArrival(record.value, dossier.elevator.value, { requirements }),
      late: lateWords(subject.entryOf('callouts', record), subject.locale),
    }));
  if (judged.length === 0) return [paragraph(words.none)];
  const figures = callOutFigures(judged);
  const limits = requirements.filter(({ id }) => judged.some(({ arrival }) => arrival.requirementId === id));
  return [
    paragraph(words.callouts(figures.faults, figures.entrapments, figures.late)),
    ...lateLine(ledger, judged),
    causeTable(ledger, judged),
    ...entrapmentBlocks(ledger, judged),
    ...limits.map((limit): Block => ({
      kind: 'paragraph',
      style: 'note',
      runs: [...cited(subject, limit.legalBasis, limit.confidence), { text: ` ${say(limit.legalBasis.says)}` }],
    })),
  ];
}

interface TimedCallOut extends JudgedCallOut {
  /** That it was entered late; '' where it was not. */
  readonly late: string;
}

/** Faults stand only in figures: how many calls were entered late is said beside them. */
function lateLine({ words }: Ledger, judged: readonly TimedCallOut[]): Block[] {
  const count = judged.filter(({ late }) => late !== '').length;
  return count === 0 ? [] : [paragraph(words.lateCallouts(count))];
}

/** By the cause classes of the pack, most frequent first. */
function causeTable(ledger: Ledger, judged: readonly JudgedCallOut[]): Block {
  const { subject, words } = ledger;
  const rows = callOutFigures(judged).causes.map(([cause, calls]) => {
    const own = callOutFigures(judged.filter(({ callOut }) => (callOut.cause ?? '') === cause));
    return { cells: [causeOf(ledger, cause), ...[calls, own.entrapments, own.injured].map(String)].map(plain) };
  });
  return plainTable(subject, words.causes, [74, 30, 30, 30], rows, { figures: [1, 2, 3] });
}

function causeOf({ subject, words }: Ledger, cause: string): string {
  if (cause === '') return words.noCause;
  const known = subject.evidence.pack.causes?.find(({ id }) => id === cause);
  return known === undefined ? cause : subject.say(known.title);
}

const ARRIVAL_MARKS: Readonly<Record<JudgedCallOut['arrival']['status'], Mark>> = {
  'in-time': 'met',
  late: 'late',
  undecided: 'no-data',
  'not-recorded': 'no-data',
  'not-applicable': 'not-applicable',
};

function entrapmentBlocks(ledger: Ledger, judged: readonly TimedCallOut[]): Block[] {
  const { subject, words } = ledger;
  const rows = judged
    .filter(({ callOut }) => callOut.kind === 'entrapment')
    .map(({ callOut, arrival, late }) => ({
      cells: [
        plain([callOut.reportedAt.replace('T', ' '), late].filter((part) => part !== '').join(' ')),
        plain(arrival.minutes === null ? '' : String(arrival.minutes)),
        plain(callOut.freedAt?.replace('T', ' ') ?? ''),
        plain(callOut.trapped === undefined ? '' : String(callOut.trapped)),
        plain(causeOf(ledger, callOut.cause ?? '')),
        { runs: [{ text: words.arrival[arrival.status] }], mark: ARRIVAL_MARKS[arrival.status] },
      ],
    }));
  if (rows.length === 0) return [];
  return [
    { kind: 'subheading', text: words.entrapmentsTitle },
    plainTable(subject, words.entrapments, [31, 21, 31, 17, 36, 28], rows, { figures: [1, 3] }),
  ];
}
