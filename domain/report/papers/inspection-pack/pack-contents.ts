import { isLack, type Lack, type Wanted } from '../../inspection-pack/wanted';
import type { Block, Cell, Mark } from '../../model';
import { grouped } from '../../sections/closing';
import { basisCell, packTable, plain, type PackSubject } from './pack-subject';

/** What is wanted by the rule pack and the records, and what of it is missing, unconfirmed or past its day. */
export function wantedBlocks(subject: PackSubject): Block[] {
  const { words, wanted } = subject;
  const { wantedColumns: titles } = words;
  return [
    { kind: 'heading', text: words.sections.wanted },
    packTable(
      subject,
      [
        { title: titles.wanted, width: 42, align: 'left' },
        { title: titles.of, width: 12, align: 'right' },
        { title: titles.inOrder, width: 14, align: 'right' },
        { title: titles.lacks, width: 58, align: 'left' },
        { title: titles.basis, width: 38, align: 'left' },
      ],
      wanted.map((line) => {
        const lacks = lackWords(subject, line);
        const name: Cell = { mark: markOf(line), runs: [{ text: titleOf(subject, line) }] };
        return {
          cells: [
            name,
            plain(String(line.of)),
            plain(String(line.inOrder)),
            plain(lacks.length === 0 ? words.noneLacks : lacks.join(words.separator)),
            basisCell(subject, line.rules),
          ],
          ...(line.lacks.some(isLack) ? { late: true as const } : {}),
        };
      }),
    ),
    { kind: 'paragraph', style: 'note', runs: [{ text: words.wantedNote }] },
    lackingBlock(subject),
  ];
}

function titleOf({ words, say }: PackSubject, { subject, rules }: Wanted): string {
  return subject === 'rule' ? say(rules[0]!.title) : words.subjects[subject]; // a line of a rule has one at least
}

/** What lacks alike is said once for all elevators on which it does. */
function lackWords({ words, nameOf }: PackSubject, { subject, lacks, of, inOrder }: Wanted): string[] {
  if (subject === 'visit-papers') return of === inOrder ? [] : [words.notInside(of - inOrder)];
  const alike = new Map<string, { readonly lack: Lack; readonly names: string[] }>();
  for (const lack of lacks) {
    const key = lack.count > 0 ? lack.registrationNo : words.lack('', lack); // counts are of one elevator
    const group = alike.get(key) ?? { lack, names: [] };
    group.names.push(nameOf(lack.registrationNo));
    alike.set(key, group);
  }
  return [...alike.values()].map(({ lack, names }) =>
    words.lack(names.length === of && of > 1 ? words.all : words.names(names), lack),
  );
}

function markOf({ subject, lacks, of, inOrder }: Wanted): Mark {
  if (subject === 'visit-papers') return of === inOrder ? 'met' : 'told';
  if (lacks.some(({ why }) => why === 'overdue' || why === 'failed' || why === 'not-covered')) return 'late';
  if (lacks.some(({ why }) => why === 'not-shown' || why === 'no-data')) return 'no-data';
  if (lacks.some(({ why }) => why === 'unconfirmed' || why === 'open')) return 'half';
  return lacks.some(({ why }) => why === 'due-soon' || why === 'ends-soon') ? 'due-soon' : 'met';
}

/** All that lacks in one place, so that nobody has to find it. */
function lackingBlock(subject: PackSubject): Block {
  const { words, wanted, pack } = subject;
  const late = pack.elevators.reduce((sum, { entry }) => sum + entry.late, 0);
  const worst = Math.max(0, ...pack.elevators.map(({ entry }) => entry.worstDaysLate ?? 0));
  const parts = wanted.flatMap((line) => {
    const lacking = line.lacks.filter(isLack);
    if (lacking.length === 0) return [];
    const title = titleOf(subject, line);
    const visits = lacking.reduce((sum, { count }) => sum + count, 0);
    return [line.subject === 'confirmations' ? words.visitsOf(title, visits) : words.lacksOf(title, lacking.length)];
  });
  const entered = late === 0 ? [] : [words.lateEntries(late, worst)];
  const told = entered.length === 0 ? '' : ` ${entered.join(' ')}${words.stop}`;
  if (parts.length === 0)
    return {
      kind: 'paragraph',
      style: 'body',
      runs: [{ text: `${words.none.title}${words.stop} `, bold: true }, { text: words.none.text + told }],
    };
  return {
    kind: 'stamp',
    stamp: words.stamp(parts.length),
    lines: [[{ text: `${parts.join(words.separator)}${words.stop}${told}` }]],
  };
}

/** Every paper inside with its digest, in the order in which they are attached; then what no pack of this program holds. */
export function contentsBlocks(subject: PackSubject): Block[] {
  const { words, pack, nameOf } = subject;
  const { contentsColumns: titles } = words;
  const pages = pack.papers.reduce((sum, paper) => sum + paper.pages, 0);
  return [
    { kind: 'heading', text: words.sections.contents },
    packTable(
      subject,
      [
        { title: titles.no, width: 10, align: 'right' },
        { title: titles.paper, width: 56, align: 'left' },
        { title: titles.elevator, width: 34, align: 'left' },
        { title: titles.pages, width: 12, align: 'right' },
        { title: titles.sha256, width: 52, align: 'left' },
      ],
      pack.papers.map(({ kind, asOf, recordOn, number, registrationNo, pages: of, sha256 }, index) => ({
        cells: [
          plain(String(index + 1)),
          plain(words.paper(words.kinds[kind], recordOn ?? asOf, number)),
          plain(nameOf(registrationNo)),
          plain(String(of)),
          plain(grouped(sha256)),
        ],
      })),
      [{ text: words.contentsNote(pack.papers.length, pages) }],
    ),
    { kind: 'heading', text: words.sections.beside },
    ...words.beside.map((text, index): Block => ({
      kind: 'paragraph',
      style: 'item',
      runs: [{ text: `${index + 1}.\t${text}` }],
    })),
  ];
}
