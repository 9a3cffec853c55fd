import { labelLayout, type LabelGrid } from '../../../domain/report/labels';

export const COUNTS = ['columns', 'rows'] as const;
export const LENGTHS = ['marginTop', 'marginBottom', 'marginLeft', 'marginRight', 'gapX', 'gapY'] as const;
export const GRID_FIELDS = [...COUNTS, ...LENGTHS] as const;
export type GridField = (typeof GRID_FIELDS)[number];

/** Label paper as it is typed. */
export type LabelForm = Readonly<Record<GridField, string>> & { readonly cutLines: boolean };
export type GridProblem = 'columns' | 'rows' | 'length';

const BARE: LabelForm = {
  columns: '3',
  rows: '8',
  marginTop: '0.5', // 8 labels of 37 mm leave one millimetre of 297
  marginBottom: '0.5',
  marginLeft: '0',
  marginRight: '0',
  gapX: '0',
  gapY: '0',
  cutLines: false,
};

/** Papers that are sold: labels of 70 × 37 mm and of 105 × 57 mm. */
export const PRESETS = {
  '3x8': BARE,
  '2x5': { ...BARE, columns: '2', rows: '5', marginTop: '6', marginBottom: '6' },
} as const satisfies Readonly<Record<string, LabelForm>>;
export type Preset = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as readonly Preset[];

/** The preset with the measures typed, whatever the lines; null = measures of one's own. */
export function presetOf(form: LabelForm): Preset | null {
  return PRESET_NAMES.find((name) => GRID_FIELDS.every((field) => form[field].trim() === PRESETS[name][field])) ?? null;
}

const MOST = { columns: 8, rows: 20 } as const;
const MOST_LENGTH = 100;

function numberIn(field: GridField, typed: string): number | null {
  const text = typed.normalize('NFKC').trim().replace(',', '.');
  if (field === 'columns' || field === 'rows') {
    const value = /^\d{1,2}$/.test(text) ? Number(text) : 0;
    return value >= 1 && value <= MOST[field] ? value : null;
  }
  const value = /^\d{1,3}(\.\d{1,3})?$/.test(text) ? Number(text) : Infinity;
  return value <= MOST_LENGTH ? value : null;
}

export function gridProblems(form: LabelForm): Readonly<Partial<Record<GridField, GridProblem>>> {
  const wrong = GRID_FIELDS.filter((field) => numberIn(field, form[field]) === null);
  return Object.fromEntries(
    wrong.map((field) => [field, field === 'columns' || field === 'rows' ? field : 'length'] as const),
  );
}

/** The grid that was typed; `too-small` where no code would fit its labels, null where a field is wrong. */
export function gridOf(form: LabelForm): LabelGrid | 'too-small' | null {
  if (Object.keys(gridProblems(form)).length > 0) return null;
  const measures = Object.fromEntries(GRID_FIELDS.map((field) => [field, numberIn(field, form[field])]));
  const grid = { ...(measures as Record<GridField, number>), cutLines: form.cutLines };
  return labelLayout(grid) === null ? 'too-small' : grid;
}
