import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A pack as loose JSON, to be bent out of shape. */
export type LoosePack = Record<string, unknown>;

const both = (text: string) => ({ 'zh-CN': text, en: text });
const BASIS = {
  document: both('Order 1'),
  shortDocument: both('Order 1'),
  clause: both('art. 1'),
  shortClause: both('art. 1'),
  says: both('Says so.'),
};

export function version(more: LoosePack = {}): LoosePack {
  return {
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
    interval: { count: 1, unit: 'month' },
    counting: { mode: 'rolling' },
    legalBasis: BASIS,
    confidence: 'law',
    textAsOf: '2026-06',
    lookedUntil: '2026-06-15',
    sourceConfidence: 'high',
    sources: ['S1'],
    ...more,
  };
}

export function rule(id: string, more: LoosePack = {}): LoosePack {
  return {
    id,
    title: both(id),
    shortTitle: both(id),
    task: 'periodic',
    satisfiedBy: ['periodic'],
    appliesTo: { kinds: 'all' },
    consequence: 'breach',
    warnDays: 15,
    versions: [version()],
    ...more,
  };
}

export function requirement(id: string, more: LoosePack = {}): LoosePack {
  return {
    id,
    kind: 'duty',
    title: both(id),
    appliesTo: { kinds: 'all' },
    effectiveFrom: null,
    effectiveTo: null,
    legalBasis: BASIS,
    confidence: 'law',
    textAsOf: '2026-06',
    lookedUntil: '2026-06-15',
    sourceConfidence: 'high',
    sources: ['S1'],
    ...more,
  };
}

export function kind(code: string, more: LoosePack = {}): LoosePack {
  return { code, title: both(code), aliases: [], checklistId: null, confidence: 'high', sources: ['S1'], ...more };
}

export function source(id: string): LoosePack {
  return { id, title: id };
}

/** A pack with one rule and one requirement that is in order. */
export function smallPack(id: string, more: LoosePack = {}): LoosePack {
  return {
    format: 'elevator-audit/rule-pack',
    formatVersion: 1,
    id,
    version: '1',
    title: both(`Pack ${id}`),
    zone: 'Europe/London',
    sources: [source('S1')],
    kinds: [kind('L1')],
    tasks: [],
    inspections: [{ id: 'periodic', title: both('Periodic') }],
    causes: [],
    rules: [rule('r.one')],
    requirements: [requirement('q.one')],
    checklists: [],
    doubts: [both(`doubt of ${id}`)],
    ...more,
  };
}

/** A pack with nothing of its own, to be filled by what a test adds over a base. */
export function overPack(id: string, base: string, more: LoosePack = {}): LoosePack {
  const nothing = { kinds: [], inspections: [], rules: [], requirements: [], doubts: [] };
  return smallPack(id, { extends: base, ...nothing, ...more });
}

const FACT = { confidence: 'reading', sourceConfidence: 'medium', sources: ['S1'] };
/** What a text says, with its two dates. */
const DATED = { ...FACT, textAsOf: '2026-06', lookedUntil: '2026-06-15' };

export function component(id: string, more: LoosePack = {}): LoosePack {
  return { id, title: both(`Part ${id}`), appliesTo: { kinds: 'all' }, aliases: [], criteria: [], ...more };
}

export function criterion(id: string, more: LoosePack = {}): LoosePack {
  return { id, basis: both('art. 1'), says: both('Worn.'), ...FACT, ...more };
}

export function riskMatrix(more: LoosePack = {}): LoosePack {
  const levels = <T>(all: readonly T[]) =>
    all.map((level) => ({ level, title: both(String(level)), says: both(String(level)), ...FACT }));
  const cells = [1, 2, 3, 4].flatMap((severity) =>
    ['A', 'B', 'C', 'D', 'E', 'F'].map((probability) => [`${severity}${probability}`, 'II']),
  );
  return {
    title: both('Matrix'),
    severities: levels([1, 2, 3, 4]),
    probabilities: levels(['A', 'B', 'C', 'D', 'E', 'F']),
    cells: Object.fromEntries(cells) as LoosePack,
    groups: ['I', 'II', 'III'].map((id) => ({ id, says: both(id), ...FACT })),
    note: both('Ranks.'),
    ...FACT,
    ...more,
  };
}

export function deadline(step: string, hazardClass: string, more: LoosePack = {}): LoosePack {
  return { step, class: hazardClass, days: 7, owner: 'maintainer', legalBasis: BASIS, ...FACT, ...more };
}

/** Days for every step that every class must have. */
export function allDeadlines(): LoosePack[] {
  return ['ordinary', 'severe', 'major'].flatMap((of) => [
    deadline('notify', of),
    deadline('rectify', of),
    ...['I', 'II', 'III'].map((group) => deadline('rectify', of, { group })),
    deadline('recheck', of),
  ]);
}

export function duty(step: string, hazardClass: string, more: LoosePack = {}): LoosePack {
  return { step, class: hazardClass, legalBasis: BASIS, ...DATED, ...more };
}

export function hazardClass(id: string, more: LoosePack = {}): LoosePack {
  return { id, class: 'severe', appliesTo: { kinds: 'all' }, legalBasis: BASIS, ...DATED, ...more };
}

export function oldAge(id: string, more: LoosePack = {}): LoosePack {
  return { id, years: 15, assessment: 'may', appliesTo: { kinds: 'all' }, legalBasis: BASIS, ...DATED, ...more };
}

export function assessmentItem(id: string, more: LoosePack = {}): LoosePack {
  return { id, no: '1', title: both(id), clause: both('5.1'), ...FACT, ...more };
}

export function assessmentList(id: string, items: readonly LoosePack[], more: LoosePack = {}): LoosePack {
  return {
    id,
    title: both(id),
    appliesTo: { kinds: 'all' },
    note: both('Ours.'),
    sections: [{ id: 's1', title: both('Section'), items }],
    conclusions: [{ id: 'continue', title: both('Keep') }],
    ...DATED,
    ...more,
  };
}

/** What a pack knows about hazards, in order, with one member of each kind that tests bend. */
export function smallHazards(more: LoosePack = {}): LoosePack {
  return {
    components: [component('brake', { criteria: [criterion('brake.1')] }), component('door-lock')],
    matrix: riskMatrix(),
    classes: [hazardClass('c.one')],
    duties: [duty('notify', 'ordinary')],
    deadlines: allDeadlines(),
    oldAges: [oldAge('old.one')],
    assessmentLists: [assessmentList('l.one', [assessmentItem('i.one', { component: 'brake' })])],
    ...more,
  };
}

/** A folder of files, each written as text or as laid-out JSON; two spaces, so that lines can be counted. */
export class PackFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'packs-'));

  write(name: string, content: LoosePack | string | Uint8Array): string {
    const path = join(this.path, name);
    const isText = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(path, isText ? content : JSON.stringify(content, null, 2));
    return path;
  }

  end(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
