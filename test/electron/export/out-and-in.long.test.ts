import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import { lateEntriesOf } from '../../../domain/headline/late-entries';
import { historyOf } from '../../../domain/headline/history';
import { standing, type Dossier } from '../../../domain/record/dossier';
import type { EntryDraft } from '../../../domain/record/entry';
import { canonicalJson } from '../../../domain/record/canonical-json';
import { compileRule } from '../../../domain/service-clock/compiled-rule';
import { tableFile } from '../../../electron/export/table-file';
import type { TableOut } from '../../../domain/record/table-names';
import { TABLES } from '../../../electron/import/columns';
import { Desk, pack, today, type Files } from '../../support/import-desk';
import { wildLedger } from '../../support/wild-ledger';

const ALL: readonly TableOut[] = ['elevators', ...TABLES.filter((table) => table !== 'elevators')];
type How = { readonly format: 'csv' | 'xlsx'; readonly locale: 'zh-CN' | 'en' };

async function filesOf(desk: Desk, { format, locale }: How): Promise<Files> {
  const files: Record<string, Uint8Array> = {};
  for (const table of ALL) {
    const dossiers = async function* () {
      await Promise.resolve();
      yield* desk.dossiers.values();
    };
    const job = { tables: [table], format, locale, pack, dossiers, signal: new AbortController().signal };
    const { fileName, bytes, rows } = await tableFile(job);
    if ((rows[table] ?? 0) > 0) files[`${table} ${fileName}`] = bytes;
  }
  return files;
}

/** What tables can state of an elevator. */
function stated(dossier: Dossier): object {
  const plain = (record: object): object => ({ ...record, enteredAt: undefined, checklist: undefined });
  const sorted = (records: readonly object[]): object[] =>
    records.map(plain).sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  return {
    elevator: dossier.elevator.value,
    visits: sorted(standing(dossier.visits)),
    outages: sorted(standing(dossier.outages)),
    inspections: sorted(standing(dossier.inspections)),
    callouts: sorted(standing(dossier.callouts)),
    deviceEvents: sorted(standing(dossier.deviceEvents)),
    hazards: dossier.hazards.map(({ value, steps }) => ({ value, steps: steps.map(({ step }) => step) })),
  };
}

const rules = pack.rules.map((rule) => compileRule(rule, pack.rules));

function judged(dossier: Dossier): object {
  const { registrationNo, kind, place } = dossier.elevator.value;
  const history = historyOf(dossier);
  const window = auditWindow(today, { from: '2025-11-24' as CivilDate, to: today });
  const { entries } = lateEntriesOf(dossier, { lateDays: 3, origin: 'journal' });
  return {
    audit: auditElevator({ registrationNo, kind, place, history }, rules, window),
    entries: entries.map(({ kind: entry, days }) => `${entry} ${days}`).sort(),
  };
}

const HOW: readonly How[] = [
  { format: 'xlsx', locale: 'zh-CN' },
  { format: 'csv', locale: 'en' },
  { format: 'csv', locale: 'zh-CN' },
  { format: 'xlsx', locale: 'en' },
];

const NO = '梯11浙A00001(20)' as never;
const visit = { registrationNo: NO, date: '2026-10-01' as never, task: 'half-month' as const, technicians: ['王海'] };

/** Words that every object answers to by itself. */
const INHERITED: EntryDraft = {
  author: '张建国',
  type: 'records-imported',
  subject: '',
  body: {
    sources: [],
    elevators: [{ registrationNo: NO, kind: '3110', recordsFrom: '2026-09-01' as never, regime: 'standard' }],
    elevatorChanges: [],
    visits: [
      { ...visit, extra: { valueOf: '晴' } },
      { ...visit, date: '2026-10-12' as never },
    ],
    outages: [],
    inspections: [],
    callouts: [{ registrationNo: NO, kind: 'fault', reportedAt: '2026-10-02T08:00' as never, cause: 'toString' }],
  },
};

describe('records leave as tables and come in again', () => {
  it.each(HOW)('as they were, with their verdicts, and a second time as nothing new: %o', async (how) => {
    await fc.assert(
      fc.asyncProperty(wildLedger, async (drafts) => {
        const desk = new Desk();
        for (const draft of drafts) desk.write(draft);
        const files = await filesOf(desk, how);
        const other = new Desk();
        const { preview } = await other.take(files);
        expect(preview.refusals).toEqual([]);
        expect(
          preview.notes.filter(({ code, params }) => code !== 'column-may-negate' && params.what !== 'lost-signs'),
        ).toEqual([]);
        expect([...other.dossiers.keys()].sort()).toEqual([...desk.dossiers.keys()].sort());
        for (const [no, dossier] of desk.dossiers) {
          expect(stated(other.dossier(no))).toEqual(stated(dossier));
          expect(judged(other.dossier(no))).toEqual(judged(dossier));
        }
        const again = await desk.take(files);
        expect(again.preview.refusals).toEqual([]);
        expect(Object.values(again.preview.adds).every((count) => count === 0)).toBe(true);
        expect([again.preview.elevatorUpdates, again.preview.recordUpdates]).toEqual([[], []]);
      }),
      { numRuns: 1000, examples: [[[INHERITED]]] },
    );
  });
});
