import { citationOf } from '../../../pack/citation';
import { ROUTINE_BASIS } from '../../../routine/basis';
import { termsOf } from '../../../terms/terms-of';
import type { Block, TableBlock } from '../../model';
import { capitalised } from '../../sections/headline';
import { plain, routineTable, type RoutineSubject } from './routine-subject';

/** By elevator: what was due, what is on record, and each day that has none. */
export function checkBlocks(subject: RoutineSubject): Block[] {
  const { facts, words, evidence, nameOf } = subject;
  const { checkColumns: titles } = words;
  const number = (title: string, width: number) => ({ title, width, align: 'right' as const });
  const table = routineTable(
    subject,
    [
      { title: titles.elevator, width: 36, align: 'left' },
      number(titles.asked, 14),
      number(titles.nothing, 17),
      number(titles.found, 17),
      number(titles.late, 19),
      number(titles.explained, 18),
      { title: titles.missing, width: 43, align: 'left' },
    ],
    facts.elevators.map(({ of, counts }) => ({
      cells: [
        plain(nameOf(of)),
        ...[counts.asked, counts.checked - counts.found, counts.found, counts.late, counts.explained].map((one) =>
          plain(String(one)),
        ),
        plain(counts.missing.length === 0 ? '—' : counts.missing.map((date) => date.slice(5)).join(' ')),
      ],
      ...(counts.missing.length === 0 ? {} : { late: true as const }),
    })),
  );
  const untimed = facts.elevators.flatMap(({ days }) => days).filter(({ isUntimed }) => isUntimed).length;
  return [
    { kind: 'heading', text: words.sections.checks },
    table,
    ...(evidence.since === null ? [note(words.notBegun)] : []),
    ...(untimed === 0 ? [] : [note(words.untimed(untimed))]),
    ...basisNote(subject),
  ];
}

const note = (text: string): Block => ({ kind: 'paragraph', style: 'note', runs: [{ text }] });

/** The clauses of mainland China, told where the pack is one of it. */
function basisNote({ evidence, words, texts }: RoutineSubject): Block[] {
  if (!/^cn\b/.test(evidence.pack.id)) return [];
  const { daily, week, month } = ROUTINE_BASIS;
  const cited = [daily, evidence.kind === 'weekly-report' ? week : month].map((one) =>
    citationOf(one, evidence.locale),
  );
  const text = `${words.basis} ${cited.join(texts.clauseSeparator)} `;
  return [{ kind: 'paragraph', style: 'note', runs: [{ text }, { text: texts.confidence.reading, tag: 'reading' }] }];
}

/** What the checks found, and why a day had none. */
export function foundBlocks(subject: RoutineSubject): Block[] {
  const { facts, words, texts, evidence, nameOf } = subject;
  const { checkModule } = termsOf(evidence.locale);
  const { foundColumns: titles } = words;
  const rows: TableBlock['rows'] = facts.elevators
    .flatMap(({ of, days }) => days.map((day) => ({ of, day })))
    .filter(({ day }) => day.state === 'found' || day.state === 'not-done')
    .sort((a, b) => (a.day.date < b.day.date ? -1 : a.day.date > b.day.date ? 1 : 0))
    .map(({ of, day: { date, check } }) => {
      const { modules = [], found, measure, reason, toldTo = '—' } = check!.value; // of a day with a record
      const where = modules.map((one) => checkModule[one]).join(texts.anySeparator);
      const what = [found, measure].filter((one) => one !== undefined).join(' → ');
      return {
        cells: [
          plain(date),
          plain(nameOf(of)),
          plain(where === '' ? '—' : capitalised(where, evidence.locale)),
          plain(reason === undefined ? what : words.notDone(reason)),
          plain(toldTo),
        ],
      };
    });
  return [
    { kind: 'heading', text: words.sections.found },
    rows.length === 0
      ? note(words.none.found)
      : routineTable(
          subject,
          [
            { title: titles.date, width: 22, align: 'left' },
            { title: titles.elevator, width: 30, align: 'left' },
            { title: titles.where, width: 32, align: 'left' },
            { title: titles.what, width: 54, align: 'left' },
            { title: titles.told, width: 26, align: 'left' },
          ],
          rows,
        ),
  ];
}
