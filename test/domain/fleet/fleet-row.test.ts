import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../domain/calendar/period';
import { judgeHeadline } from '../../../domain/headline/judge-headline';
import type { Dossier, Recorded } from '../../../domain/record/dossier';
import { applyStep, stepsOf } from '../../../domain/record/fold';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { rowMaker } from '../../../renderer/data/apply-entry';
import { packRows, unpackRows } from '../../../renderer/data/packed-rows';
import { fleetRow, prepareAudit } from '../../../domain/fleet/fleet-row';
import { cnPack } from '../../support/cn-pack';
import { rounds } from '../../support/length';
import { journalOf, wishes } from '../../support/random-entries';

const RULES = compileRules(cnPack);

/** Days between doing and writing, and failed inspections: what a journal made on one day cannot have. */
function troubled(dossier: Dossier, seed: number): Dossier {
  const writtenOn = <T extends { readonly date: string } | { readonly from: string }>(
    records: readonly Recorded<T>[],
  ): Recorded<T>[] =>
    records.map((record, index) => {
      const { value } = record;
      const day = 'date' in value ? value.date : value.from;
      const isDirect = (seed + index) % 3 > 0;
      return isDirect ? { ...record, at: `${day}T18:00:00+08:00` } : record;
    });
  return {
    ...dossier,
    elevator: {
      ...dossier.elevator,
      value: {
        ...dossier.elevator.value,
        ...(seed % 5 === 0 && { acceptedOn: toCivilDate(19_000) }),
        ...(seed % 11 === 0 && { status: 'scrapped' as const, endedOn: toCivilDate(20_500) }),
      },
    },
    visits: writtenOn(dossier.visits),
    outages: writtenOn(dossier.outages),
    inspections: writtenOn(dossier.inspections).map((record, index) => ({
      ...record,
      value: { ...record.value, result: (seed + index) % 2 === 0 ? ('fail' as const) : record.value.result },
    })),
    hazards: dossier.hazards.map((hazard, index) => ({
      ...hazard,
      value: { ...hazard.value, ...((seed + index) % 3 === 0 && { severe: 's' }) },
    })),
  };
}

function dossiersOf(wanted: Parameters<typeof journalOf>[0], seed: number): Dossier[] {
  const { lived } = journalOf(wanted, (dossiers, entry) => {
    for (const [no, step] of stepsOf(entry, null)) dossiers.set(no, applyStep(dossiers.get(no), no, step));
  });
  return [...lived.values()].map((dossier) => troubled(dossier, seed));
}

const kepts = fc.constantFrom(null, { for: 'all' } as const, { for: 'recorded' } as const);

describe('the row of an elevator in the fleet', () => {
  it('says what the head of its page says: verdict, weight, use, scope and what was entered late', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(wishes, fc.nat(1_000), kepts, fc.nat(30), (wanted, seed, kept, lateDays) => {
        const asOf = toCivilDate(20_400 + (seed % 400));
        const period = defaultPeriod(asOf);
        const { requirements, hazards: criteria = null } = cnPack;
        const hazardDays = {};
        const prepared = prepareAudit({ asOf, period, pack: cnPack, hazardDays, kept });
        for (const dossier of dossiersOf(wanted, seed)) {
          const { audit, scope, use, entry } = judgeHeadline(dossier, {
            ...{ rules: RULES, requirements, criteria, hazardDays, asOf, period },
            scope: { kept },
            entry: { lateDays, origin: 'journal' },
          });
          const row = fleetRow(rowMaker({ lateDays })(dossier), prepared);
          const reason = use.reasons[0] ?? null;
          expect(row).toMatchObject({
            ...{ verdict: audit.verdict, weight: audit.weight, verdictByLaw: audit.verdictByLaw, scope },
            use: { state: use.state, reason: reason === null ? null : { kind: reason.kind, on: reason.on } },
            gaps: audit.rules.reduce((sum, { gaps }) => sum + gaps.length, 0),
          });
          expect(row.late ?? { count: 0, worstDays: null, verdictWithoutLate: null }).toEqual({
            count: entry.late,
            worstDays: entry.worstDaysLate,
            verdictWithoutLate: entry.verdictWithoutLate,
          });
          expect(unpackRows(packRows([row]))).toEqual([row]);
          seen
            .add(use.state)
            .add(audit.verdict)
            .add(row.late === null ? 'in time' : 'late');
          if (row.late !== null && row.late.verdictWithoutLate !== row.verdict) seen.add('carried by what is late');
        }
      }),
      { seed: 20_261_129, numRuns: rounds(150, 300) },
    );
    for (const word of ['retired', 'out-of-use', 'must-not-run', 'non-compliant', 'late', 'carried by what is late'])
      expect(seen).toContain(word);
  });
});
