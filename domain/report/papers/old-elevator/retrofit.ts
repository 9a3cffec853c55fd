import type { Elevator } from '../../../elevator/elevator';
import { FIELD_NAMES } from '../../texts/field-names';
import type { Block } from '../../model';
import { plain, plainTable, type Ledger } from './tables';

const MEASURED = ['pitDepthMm', 'overheadMm', 'specialMeasures', 'specialMeasuresApproval'] as const;

/** Particulars of an elevator added to a building (加装电梯), and what the place says of shallow pits. No limit is applied. */
export function retrofitBlocks(ledger: Ledger): Block[] {
  const { subject, words } = ledger;
  const { evidence, locale, say, texts } = subject;
  const elevator = evidence.dossier.elevator.value;
  if (!isSpecial(elevator)) return [];
  const names = FIELD_NAMES[locale];
  const rows = MEASURED.map((field) => {
    const value = elevator[field];
    return { cells: [plain(names[field] ?? field), plain(value === undefined ? texts.notRecorded : String(value))] };
  });
  const notes = (evidence.criteria?.notes ?? []).filter(({ about }) => about === 'shallow-pit');
  return [
    { kind: 'subheading', text: words.retrofit(elevator.retrofit === true) },
    plainTable(subject, words.retrofitColumns, [54, 110], rows),
    ...notes.map(({ says, confidence }): Block => ({
      kind: 'paragraph',
      style: 'note',
      runs: [{ text: texts.confidence[confidence], tag: confidence }, { text: ` ${say(says)}` }],
    })),
  ];
}

function isSpecial(elevator: Elevator): boolean {
  return elevator.retrofit === true || MEASURED.some((field) => elevator[field] !== undefined);
}
