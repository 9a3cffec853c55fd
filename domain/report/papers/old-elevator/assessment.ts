import { countsBySetting } from '../../../assessment/assessment';
import { standing } from '../../../record/dossier';
import { assessmentsOf } from '../../../risk/assessment-due';
import type { Block } from '../../model';
import { cited, paragraph, plain, plainTable, type Ledger } from './tables';

/** Assessments done with their conclusions, those asked for, and what they found, observed and not judged. */
export function assessmentBlocks(ledger: Ledger): Block[] {
  const { subject, words } = ledger;
  const { evidence, say } = subject;
  const { criteria, dossier, asOf } = evidence;
  const all = standing(dossier.assessments ?? []);
  const state = criteria === undefined ? null : assessmentsOf(dossier.elevator.value, all, criteria, asOf);
  const done = state?.done ?? all.filter(({ date }) => date <= asOf);
  const due = (state?.due ?? []).filter(({ status }) => status !== 'to-come');
  return [
    ...(done.length === 0 ? [paragraph(words.noAssessment)] : []),
    ...done.map(({ date, by, conclusion, reasons, list, items }) => {
      const known = criteria?.assessmentLists.find(({ id }) => id === list.listId);
      const named = known?.conclusions.find(({ id }) => id === conclusion);
      const said = words.assessment(date, by, named === undefined ? conclusion : say(named.title), reasons);
      return paragraph(`${said}${words.itemsSet(countsBySetting(items))}`);
    }),
    ...due.map(({ status, on, basis, confidence }): Block => ({
      kind: 'paragraph',
      style: 'note',
      runs: [
        ...(basis === null ? [] : cited(subject, basis, confidence ?? 'unverified')),
        { text: ` ${status === 'due' ? words.dueAssessment(on) : words.proposedAssessment(on)}` },
      ],
    })),
    ...findingBlocks(ledger),
  ];
}

function findingBlocks({ subject, words }: Ledger): Block[] {
  const { evidence, say } = subject;
  const rows = standing(evidence.dossier.assessments ?? [])
    .filter(({ date }) => date <= evidence.asOf)
    .flatMap(({ date, list, items }) => {
      const known = evidence.criteria?.assessmentLists.find(({ id }) => id === list.listId);
      const listed = known?.sections.flatMap((section) => section.items) ?? [];
      return items
        .filter(({ outcome }) => outcome === 'finding')
        .map(({ itemId, note }) => {
          const item = listed.find(({ id }) => id === itemId);
          return {
            cells: [
              plain(date),
              plain(item === undefined ? itemId : `${item.no} ${say(item.title)}`),
              plain(item === undefined ? '' : say(item.clause)),
              plain(item?.priority === undefined ? '' : words.priorities[item.priority]),
              plain(note ?? ''),
            ],
          };
        });
    });
  if (rows.length === 0) return [];
  return [
    {
      ...plainTable(subject, words.observed, [21, 62, 32, 16, 33], rows, { caption: words.observedCaption }),
      note: [{ text: words.observedNote }],
    },
  ];
}
