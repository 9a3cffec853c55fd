import type { HazardStep } from '../../../hazard/hazard-step';
import { requirementIsFor } from '../../../pack/rule-pack';
import { recordNoOf } from '../../../record/record-id';
import { HAZARD_CLASSES, PROBABILITIES, RISK_GROUPS, SEVERITIES, type RiskGroup } from '../../../hazard/hazard';
import { riskGroupOf } from '../../../risk/risk-group';
import type { Block, Run } from '../../model';
import { photosOf, shownPhotos } from '../../photos';
import { photoPictures } from '../../sections/photo-pictures';
import { grouped } from '../../sections/closing';
import {
  cited,
  classWords,
  componentOf,
  ofState,
  orNothing,
  paragraph,
  plain,
  plainTable,
  namesOf,
  responsibleCell,
  stateCell,
  type Ledger,
} from './tables';

export function ledgerBlocks(ledger: Ledger): Block[] {
  const { subject, words, hazards } = ledger;
  const rows = hazards.map((hazard) => ({
    cells: [
      { runs: [{ text: hazard.no, bold: true as const }] },
      plain(componentOf(ledger, hazard)),
      plain(hazard.value.what),
      plain(classWords(ledger, hazard)),
      plain(`${hazard.value.foundOn} ${hazard.life.deadline ?? '—'}`),
      responsibleCell(ledger, hazard),
      stateCell(ledger, hazard),
    ],
    ...(hazard.breached ? { late: true as const } : {}),
  }));
  const table = plainTable(subject, words.ledger, [15, 24, 40, 14, 22, 25, 24], rows, { caption: words.ledgerCaption });
  return rows.length === 0 ? [orNothing(words, table)] : [table, countsBlock(ledger)];
}

/** How many of each class and of each risk group, beside each other. */
function countsBlock({ subject, words, hazards }: Ledger): Block {
  const matrix = subject.evidence.criteria?.matrix;
  const ofClass = HAZARD_CLASSES.map((one) => {
    const own = hazards.filter(({ classes }) => classes.includes(one));
    const figures = [own, own.filter((h) => h.open), own.filter((h) => h.breached)].map((list) => String(list.length));
    return { cells: [words.classes[one], ...figures].map(plain) };
  });
  const inGroup = (group: RiskGroup, of: 'risk' | 'residual'): string =>
    String(hazards.filter(({ life }) => matrix !== undefined && riskGroupOf(matrix, life[of]) === group).length);
  const ofGroup = RISK_GROUPS.map((group) => ({
    cells: [group, inGroup(group, 'risk'), inGroup(group, 'residual')].map(plain),
  }));
  return {
    kind: 'pair',
    left: {
      ...plainTable(subject, words.counts, [28, 16, 18, 17], ofClass, {
        caption: words.countsCaption,
        figures: [1, 2, 3],
      }),
      note: [{ text: words.byState(ofState(hazards).map(([state, own]) => [words.states[state], own.length])) }],
    },
    right: plainTable(subject, words.groups, [33, 23, 23], ofGroup, { caption: words.groupsCaption, figures: [1, 2] }),
  };
}

/** Every step of every hazard, by day. */
export function lifeBlocks({ subject, words, hazards }: Ledger): Block[] {
  const { texts } = subject;
  const steps = hazards
    .flatMap(({ no, record }) => record.steps.map(({ id, step }) => ({ no, id, step })))
    .sort((a, b) => (a.step.on < b.step.on ? -1 : Number(a.step.on > b.step.on)));
  const rows = steps.map(({ no, id, step }) => ({
    cells: [
      plain(`${step.on} ${step.time ?? ''}`.trim()),
      plain(no),
      plain(words.acts[step.act]),
      { runs: [...namesOf(step.by, texts.anySeparator), ...behind(contentOf(step), texts.clauseSeparator)] },
      plain('paper' in step ? (step.paper ?? '') : ''),
      plain(recordNoOf(id)),
    ],
  }));
  return [orNothing(words, plainTable(subject, words.life, [30, 14, 22, 50, 34, 14], rows))];
}

function behind(text: string, separator: string): Run[] {
  return text === '' ? [] : [{ text: `${separator}${text}` }];
}

function contentOf(step: HazardStep): string {
  const parts = [
    'to' in step ? step.to : '',
    'what' in step ? step.what : '',
    'measure' in step ? (step.measure ?? '') : '',
    'reason' in step ? step.reason : '',
    'deadline' in step ? step.deadline : '',
    'receipt' in step ? (step.receipt ?? '') : '',
    step.note ?? '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Each circumstance that the law calls severe or major, beside the hazards that fall under it. */
export function criteriaBlocks(ledger: Ledger): Block[] {
  const { subject, words, hazards } = ledger;
  const elevator = subject.evidence.dossier.elevator.value;
  const own = (subject.evidence.criteria?.classes ?? []).filter((criterion) => requirementIsFor(criterion, elevator));
  const rows = own.map((criterion) => {
    const under = hazards.filter(({ life }) => life[criterion.class] === criterion.id);
    const open = under.some((hazard) => hazard.open);
    const found = under.map(({ no, life }) => `${no} ${words.states[life.state]}`).join(subject.texts.anySeparator);
    return {
      cells: [
        {
          runs: [
            { text: `${words.classes[criterion.class]} ` },
            ...cited(subject, criterion.legalBasis, criterion.confidence),
          ],
        },
        plain(subject.say(criterion.legalBasis.says)),
        {
          runs: [{ text: under.length === 0 ? words.notSeen : found }],
          mark: open ? ('late' as const) : ('met' as const),
        },
      ],
    };
  });
  return [orNothing(words, plainTable(subject, words.criteria, [54, 70, 40], rows))];
}

/** The matrix drawn with every estimate before and after, and the scenarios behind it. */
export function riskBlocks({ subject, words, hazards }: Ledger): Block[] {
  const { say, texts, evidence } = subject;
  const matrix = evidence.criteria?.matrix;
  if (matrix === undefined) return [{ kind: 'paragraph', style: 'body', runs: [{ text: words.none }] }];
  const label = (no: string): string => no.replace(/^YH-/, '');
  const cellOf = (estimate: { severity: number; probability: string } | null): string =>
    estimate === null ? '' : `${estimate.severity}${estimate.probability}`;
  const inCell = (of: 'risk' | 'residual', cell: string): string[] =>
    crowded(hazards.filter(({ life }) => cellOf(life[of]) === cell).map(({ no }) => label(no)));
  const tag: Run = { text: texts.confidence[matrix.confidence], tag: matrix.confidence };
  const rows = hazards.map(({ no, value, life }) => ({
    cells: [
      { runs: [{ text: no, bold: true as const }] },
      plain(value.scenario ?? value.what),
      plain(cellOf(life.risk)),
      plain(riskGroupOf(matrix, life.risk) ?? ''),
      plain(cellOf(life.residual)),
      plain(riskGroupOf(matrix, life.residual) ?? ''),
    ],
  }));
  const placed = hazards.flatMap(({ no, life }) => (life.risk === null ? [] : [`${no} ${cellOf(life.risk)}`]));
  const table = orNothing(words, plainTable(subject, words.risk, [16, 86, 16, 15, 16, 15], rows));
  const isEmpty = hazards.every(({ life }) => life.risk === null && life.residual === null);
  if (isEmpty) return [paragraph(words.notRanked), ...(hazards.length === 0 ? [] : [table])];
  return [
    {
      kind: 'matrix',
      corner: words.corner,
      columns: PROBABILITIES.map((level) => `${level} ${titleAt(matrix.probabilities, level, say)}`),
      rows: SEVERITIES.map((severity) => ({
        label: `${severity} ${titleAt(matrix.severities, severity, say)}`,
        cells: PROBABILITIES.map((probability) => {
          const cell = `${severity}${probability}`;
          return { group: matrix.cells[cell] ?? null, before: inCell('risk', cell), after: inCell('residual', cell) };
        }),
      })),
      alt: words.matrixAlt(placed),
    },
    { kind: 'paragraph', style: 'note', runs: [tag, { text: ` ${words.riskNote}` }] },
    table,
  ];
}

const MOST_IN_CELL = 12;

/** A crowded cell is counted; the table below names each. */
function crowded(labels: string[]): string[] {
  return labels.length > MOST_IN_CELL ? [`×${labels.length}`] : labels;
}

function titleAt<L>(
  levels: readonly { readonly level: L; readonly title: Parameters<Ledger['subject']['say']>[0] }[],
  level: L,
  say: Ledger['subject']['say'],
): string {
  const found = levels.find((one) => one.level === level);
  return found === undefined ? '' : say(found.title);
}

export function measureBlocks(ledger: Ledger): Block[] {
  const { subject, words, hazards } = ledger;
  const rows = hazards.map((hazard) => ({
    cells: [
      { runs: [{ text: hazard.no, bold: true as const }] },
      plain(hazard.life.measure ?? ''),
      responsibleCell(ledger, hazard),
      plain([hazard.value.estimatedCost?.toString() ?? '', hazard.value.costSource ?? ''].join(' ').trim()),
      plain(hazard.life.deadline ?? ''),
      plain(hazard.life.rectifiedOn ?? ''),
    ],
  }));
  return [orNothing(words, plainTable(subject, words.measures, [15, 46, 36, 25, 21, 21], rows, { figures: [3] }))];
}

export function recheckBlocks(ledger: Ledger): Block[] {
  const { subject, words, hazards } = ledger;
  const rows = hazards.flatMap((hazard) =>
    hazard.record.steps.flatMap(({ step }) =>
      step.act !== 'recheck'
        ? []
        : [
            {
              cells: [
                { runs: [{ text: hazard.no, bold: true as const }] },
                plain(step.on),
                plain([step.result === 'pass' ? words.passed : words.failed, step.note ?? ''].join(' ').trim()),
                { runs: namesOf(step.by, subject.texts.anySeparator) },
                plain(
                  [
                    ...(step.evidence?.documents ?? []),
                    ...(step.evidence?.photos ?? []).map((sha256) => sha256.slice(0, 8)),
                  ].join(subject.texts.anySeparator),
                ),
                stateCell(ledger, hazard),
              ],
            },
          ],
    ),
  );
  return [orNothing(words, plainTable(subject, words.recheck, [15, 21, 45, 27, 32, 24], rows))];
}

/** Photos as pictures; those that cannot be shown, by their whole hash. */
export function photoBlocks({ subject, words, hazards }: Ledger): Block[] {
  const shown = shownPhotos(subject.evidence);
  const listed = hazards.flatMap(photosOf).filter(({ sha256 }) => !shown.some((photo) => photo.sha256 === sha256));
  const photos = photoPictures(shown, words.photo);
  return [
    photos.length === 0
      ? { kind: 'paragraph', style: 'body', runs: [{ text: words.photo.none }] }
      : { kind: 'photos', photos },
    ...listed.map(({ sha256, hazard, when, on }): Block => ({
      kind: 'paragraph',
      style: 'note',
      runs: [{ text: `${hazard.no} ${words.photo[when]} ${on} SHA-256 ${grouped(sha256)}` }],
    })),
  ];
}
