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
    verifiedThrough: '2026-06',
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
    verifiedThrough: '2026-06',
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
    verifiedThrough: '2026-06',
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
