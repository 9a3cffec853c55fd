import { classesOf } from '../../../hazard/hazard';
import { termsOf } from '../../../terms/terms-of';
import type { Block } from '../../model';
import { capitalised } from '../../sections/headline';
import { plain, routineTable, type RoutineSubject } from './routine-subject';

const note = (text: string): Block => ({ kind: 'paragraph', style: 'note', runs: [{ text }] });

/** Hazards carried over and found, as each stands at the end. */
export function hazardBlocks(subject: RoutineSubject): Block[] {
  const { facts, words, texts, evidence, nameOf } = subject;
  const { hazardState, hazardClass, party } = termsOf(evidence.locale);
  const { hazardColumns: titles } = words;
  const rows = facts.hazards.map(({ no, of, hazard, life, isCarried, isOpen }) => ({
    cells: [
      plain(no),
      plain(nameOf(of)),
      plain(hazard.value.what),
      plain(
        classesOf(life)
          .map((one) => hazardClass[one])
          .join(texts.anySeparator),
      ),
      plain(`${hazard.value.foundOn}${isCarried ? ` ${words.carriedMark}` : ''}`),
      plain(capitalised(hazardState[life.state], evidence.locale)),
      plain(life.deadline ?? '—'),
      plain(life.responsible.unit ?? party[life.responsible.party]),
    ],
    ...(isOpen && life.deadline !== null && life.deadline < evidence.period.to ? { late: true as const } : {}),
  }));
  return [
    { kind: 'heading', text: words.sections.hazards },
    rows.length === 0
      ? note(words.none.hazards)
      : routineTable(
          subject,
          [
            { title: titles.no, width: 14, align: 'left' },
            { title: titles.elevator, width: 24, align: 'left' },
            { title: titles.what, width: 36, align: 'left' },
            { title: titles.class, width: 15, align: 'left' },
            { title: titles.foundOn, width: 20, align: 'left' },
            { title: titles.state, width: 18, align: 'left' },
            { title: titles.deadline, width: 19, align: 'left' },
            { title: titles.who, width: 18, align: 'left' },
          ],
          rows,
        ),
  ];
}

/** Visits and call-outs of the period. */
export function visitBlocks(subject: RoutineSubject): Block[] {
  const { facts, words, texts, nameOf } = subject;
  const { visitColumns: titles } = words;
  const rows = facts.visits.map(({ of, visit }) => ({
    cells: [
      plain(visit.date),
      plain(nameOf(of)),
      plain(texts.tasks[visit.task]),
      plain(visit.technicians.join(texts.anySeparator)),
    ],
  }));
  return [
    { kind: 'heading', text: words.sections.maintenance },
    rows.length === 0
      ? note(words.none.maintenance)
      : routineTable(
          subject,
          [
            { title: titles.date, width: 24, align: 'left' },
            { title: titles.elevator, width: 50, align: 'left' },
            { title: titles.task, width: 30, align: 'left' },
            { title: titles.people, width: 60, align: 'left' },
          ],
          rows,
        ),
    note(words.calls(facts.faults, facts.entrapments)),
  ];
}
