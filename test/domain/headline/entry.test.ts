import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { isEnteredAt } from '../../../domain/calendar/entered-at';
import { entryOf } from '../../../domain/headline/entry';
import { judgeHeadline } from '../../../domain/headline/judge-headline';
import type { Dossier, Recorded } from '../../../domain/record/dossier';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { dossierWith } from '../../support/dossier-with';
import { shippedPack } from '../../support/shipped-packs';

const TERMS = { lateDays: 3, origin: 'journal' } as const;
const FIRST = '2026-06-01' as CivilDate;

/** A record entered on a day, of something done on another. */
const kindOf = (enteredOn: string, doneOn: string, rest: object = {}) =>
  entryOf({ at: `${enteredOn}T18:00:00+08:00`, value: {}, ...rest }, doneOn as CivilDate, FIRST, TERMS);

describe('when it was written down', () => {
  it.each([
    ['2026-10-09', 0, 'direct'],
    ['2026-10-12', 3, 'direct'],
    ['2026-10-13', 4, 'late'],
    ['2026-11-30', 52, 'late'],
  ] as const)('done on 2026-10-09 and entered on %s is %i days: %s', (enteredOn, days, kind) => {
    expect(kindOf(enteredOn, '2026-10-09')).toEqual({ kind, days, bySourceTable: false });
  });

  it('a row of an import from before the first entry about the elevator is imported', () => {
    expect(kindOf('2026-06-01', '2026-05-31', { imported: true }).kind).toBe('imported');
    expect(kindOf('2026-06-01', '2026-06-01', { imported: true }).kind).toBe('direct');
    expect(kindOf('2026-06-01', '2026-05-01').kind).toBe('late');
  });

  it('a row of a later import counts by the day of the import, unless the table says when it was entered', () => {
    expect(kindOf('2026-11-30', '2026-10-09', { imported: true })).toMatchObject({ kind: 'late', days: 52 });
    const told = { imported: true, value: { enteredAt: '2026-10-10' } };
    expect(kindOf('2026-11-30', '2026-10-09', told)).toEqual({ kind: 'direct', days: 1, bySourceTable: true });
  });

  it('without a ledger only the table can tell', () => {
    const files = { lateDays: 3, origin: 'files' } as const;
    const row = (value: object) => entryOf({ at: '', value }, '2026-10-09' as CivilDate, FIRST, files).kind;
    expect(row({})).toBe('imported');
    expect(row({ enteredAt: '2026-11-30' })).toBe('late');
  });

  it('a day of entry is a civil day, with or without its minute', () => {
    expect(['2026-10-09', '2026-10-09T08:05'].every(isEnteredAt)).toBe(true);
    expect(['2026-02-30', '2026-10-09T24:00', '2026-10-09 08:05', ''].some(isEnteredAt)).toBe(false);
  });
});

const pack = shippedPack('cn');
const compiled = compileRules(pack);

function entryAnd(dossier: Dossier, lateDays = 3, asOf = '2026-11-30') {
  const { entry, audit } = judgeHeadline(dossier, {
    rules: compiled,
    requirements: pack.requirements,
    criteria: pack.hazards ?? null,
    hazardDays: {},
    asOf: asOf as CivilDate,
    period: { from: '2026-10-01' as CivilDate, to: asOf as CivilDate },
    scope: 'all',
    entry: { lateDays, origin: 'journal' },
  });
  return { entry, verdict: audit.verdict, quarter: audit.rules[1] };
}

const on = <T>(record: Recorded<T>, day: string): Recorded<T> => ({ ...record, at: `${day}T18:00:00+08:00` });

/** Visits every 14 days with the one of 9 October missing, entered on their days; `more` stands beside them. */
function ledger(more: (base: Dossier) => Partial<Dossier> = () => ({})): Dossier {
  const days = ['2026-09-11', '2026-09-25', '2026-10-23', '2026-11-06', '2026-11-20'];
  const base = dossierWith({
    elevator: { recordsFrom: '2026-09-11', inServiceOn: '2020-01-01' },
    visits: days.map((date) => ({ date, task: date === '2026-09-11' ? 'year' : 'half-month' })),
  });
  const dated = {
    ...base,
    elevator: on(base.elevator, '2026-09-11'),
    visits: base.visits.map((visit) => on(visit, visit.value.date)),
  };
  return { ...dated, ...more(dated) };
}

const missed = (enteredOn: string) => (base: Dossier) => ({
  visits: [
    ...base.visits,
    on(
      {
        ...base.visits[1]!,
        id: '0123abcd/77' as never,
        value: { ...base.visits[1]!.value, date: '2026-10-09' as CivilDate },
      },
      enteredOn,
    ),
  ],
});

describe('what rests on late entries', () => {
  it('nothing late: no verdict without it', () => {
    expect(entryAnd(ledger())).toMatchObject({
      verdict: 'lapsed',
      entry: { direct: 5, late: 0, imported: 0, worstDaysLate: null, verdictWithoutLate: null },
    });
  });

  it('a visit of 9 October entered on 30 November turns lapsed into compliant, and is told', () => {
    expect(entryAnd(ledger(missed('2026-11-30')))).toMatchObject({
      verdict: 'compliant',
      entry: { direct: 5, late: 1, worstDaysLate: 52, verdictWithoutLate: 'lapsed' },
    });
  });

  it('entered within the days of the house it is not late', () => {
    expect(entryAnd(ledger(missed('2026-10-12'))).entry).toMatchObject({ late: 0, verdictWithoutLate: null });
    expect(entryAnd(ledger(missed('2026-10-12')), 2).entry).toMatchObject({ late: 1, verdictWithoutLate: 'lapsed' });
  });

  it('an outage entered afterwards is told likewise', () => {
    const outage = { from: '2026-10-05' as CivilDate, to: '2026-10-20' as CivilDate, reason: 'x' };
    const late = ledger(() => ({
      outages: [{ id: '0123abcd/88' as never, at: '2026-11-30T08:00:00+08:00', author: '', value: outage }],
    }));
    expect(entryAnd(late)).toMatchObject({
      verdict: 'compliant',
      entry: { late: 1, worstDaysLate: 56, verdictWithoutLate: 'lapsed' },
    });
  });

  it('a changed start of the records, entered long after, is told where it changes the verdict', () => {
    const changed = ledger((base) => ({
      elevator: {
        ...base.elevator,
        value: { ...base.elevator.value, recordsFrom: '2026-10-20' as CivilDate },
        original: base.elevator.value,
        amendments: [
          {
            id: '0123abcd/99' as never,
            at: '2026-11-30T08:00:00+08:00',
            author: '',
            reason: '',
            changes: [{ field: 'recordsFrom', from: '2026-09-11', to: '2026-10-20' }],
          },
        ],
      },
    }));
    expect(entryAnd(changed)).toMatchObject({ verdict: 'compliant', entry: { late: 1, verdictWithoutLate: 'lapsed' } });
  });

  it('a failed inspection withdrawn long after is told where it changes the verdict, and not else', () => {
    const failed = (withdrawnOn: string | null) =>
      ledger((base) => {
        const inspection = dossierWith({ inspections: [{ date: '2026-10-15', result: 'fail' }] }).inspections[0]!;
        const record = on(inspection, '2026-10-15');
        const reason = {
          id: '0123abcd/98' as never,
          author: '',
          reason: '误录',
          changes: [],
          withdrawn: true as const,
        };
        const amendments =
          withdrawnOn === null
            ? {}
            : {
                original: record.value,
                withdrawn: true as const,
                amendments: [{ ...reason, at: `${withdrawnOn}T08:00:00+08:00` }],
              };
        return { ...missed('2026-10-09')(base), inspections: [{ ...record, ...amendments }] };
      });
    expect(entryAnd(failed(null)).verdict).toBe('non-compliant');
    expect(entryAnd(failed('2026-11-30'))).toMatchObject({
      verdict: 'compliant',
      entry: { late: 1, worstDaysLate: 46, verdictWithoutLate: 'non-compliant' },
    });
    expect(entryAnd(failed('2026-10-16')).entry).toMatchObject({ late: 0, verdictWithoutLate: null });
  });

  it('a late correction that changes no verdict is not counted', () => {
    const noted = ledger((base) => {
      const [first, ...rest] = base.visits;
      const changes = [{ field: 'note', from: null, to: '补油' }];
      const amendment = {
        id: '0123abcd/97' as never,
        at: '2026-11-30T08:00:00+08:00',
        author: '',
        reason: '',
        changes,
      };
      return { visits: [{ ...first!, original: first!.value, amendments: [amendment] }, ...rest] };
    });
    expect(entryAnd(noted).entry).toMatchObject({ late: 0, worstDaysLate: null, verdictWithoutLate: null });
  });

  it('what was done after the day of judgement counts for nothing', () => {
    expect(entryAnd(ledger(missed('2026-11-30')), 3, '2026-10-08').entry).toMatchObject({ direct: 2, late: 0 });
  });

  it('the figures add up to the visits and outages, and without late entries nothing is late (seed 20261129)', () => {
    const first = toEpochDay('2026-09-01' as CivilDate);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(80), fc.nat(40), fc.boolean()), { maxLength: 12 }),
        fc.nat(10),
        (told, lateDays) => {
          const base = ledger();
          const visits = told.map(([offset, delay, imported], index) => {
            const date = toCivilDate(first + offset);
            const at = `${toCivilDate(first + offset + delay)}T08:00:00+08:00`;
            const value = { ...base.visits[0]!.value, date };
            return {
              id: `0123abcd/${index + 1}` as never,
              at,
              author: '',
              value,
              ...(imported && { imported: true as const }),
            };
          });
          const { entry } = entryAnd({ ...base, visits }, lateDays);
          const until = visits.filter(({ value }) => value.date <= '2026-11-30');
          expect(entry.direct + entry.late + entry.imported).toBe(until.length);
          const delays = told.filter(
            ([offset, , imported]) => !(imported && first + offset < toEpochDay('2026-09-11' as CivilDate)),
          );
          const late = delays.filter(([, delay]) => delay > lateDays);
          expect(entry.late).toBe(late.length);
          expect(entry.worstDaysLate).toBe(late.length === 0 ? null : Math.max(...late.map(([, delay]) => delay)));
          expect(entry.verdictWithoutLate === null).toBe(late.length === 0);
        },
      ),
      { seed: 20_261_129, numRuns: 300 },
    );
  });
});
