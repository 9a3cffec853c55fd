import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Contract } from '../../../domain/contract/contract';
import { firmsOf, responsibleIn, responsibleOn, servedIn } from '../../../domain/contract/responsible';
import { contractSchema } from '../../../domain/record/contract-schema';

const day = (text: string): CivilDate => text as CivilDate;
const NO = 'T1' as Contract['registrationNo'];
const signed = (firm: string, from: string, to?: string): { readonly value: Contract } => ({
  value: { registrationNo: NO, firm, from: day(from), ...(to === undefined ? {} : { to: day(to) }) },
});
const YEAR = { from: day('2026-01-01'), to: day('2026-12-31') };
const told = (contracts: Parameters<typeof responsibleIn>[0], period = YEAR): string[] =>
  responsibleIn(contracts, period).map((span) => `${span.from} ${span.to} ${firmsOf(span).join('+')}`);

describe('who was to maintain an elevator, by contract', () => {
  it('names the days between two contracts and behind the last as such', () => {
    const contracts = [signed('乙', '2026-05-01', '2026-09-30'), signed('甲', '2025-04-01', '2026-03-31')];
    expect(told(contracts)).toEqual([
      '2026-01-01 2026-03-31 甲',
      '2026-04-01 2026-04-30 ',
      '2026-05-01 2026-09-30 乙',
      '2026-10-01 2026-12-31 ',
    ]);
  });

  it('two at a time are both named, a contract without an end goes on', () => {
    expect(told([signed('甲', '2020-01-01'), signed('乙', '2026-06-01', '2026-06-30')])).toEqual([
      '2026-01-01 2026-05-31 甲',
      '2026-06-01 2026-06-30 甲+乙',
      '2026-07-01 2026-12-31 甲',
    ]);
  });

  it('without a contract the whole period is one span of nobody; of no days there is none', () => {
    expect(told([])).toEqual(['2026-01-01 2026-12-31 ']);
    expect(told([signed('甲', '2027-01-01')])).toEqual(['2026-01-01 2026-12-31 ']);
    expect(responsibleIn([], { from: day('2026-02-01'), to: day('2026-01-31') })).toEqual([]);
  });

  it('nobody is asked to maintain it before its service and from its end on', () => {
    expect(servedIn({ inServiceOn: day('2026-03-01'), endedOn: day('2026-08-01') }, YEAR)).toEqual({
      from: '2026-03-01',
      to: '2026-07-31',
    });
    expect(servedIn({}, YEAR)).toEqual(YEAR);
  });

  it('says of each day what its contracts say, in spans that follow each other', () => {
    const one = fc.record({ firm: fc.constantFrom('甲', '乙', '丙'), from: fc.nat(400), days: fc.option(fc.nat(200)) });
    const start = toEpochDay(day('2025-11-01'));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (drawn) => {
        const contracts = drawn.map(({ firm, from, days }) =>
          signed(firm, toCivilDate(start + from), days === null ? undefined : toCivilDate(start + from + days)),
        );
        const spans = responsibleIn(contracts, YEAR);
        expect([spans[0]?.from, spans.at(-1)?.to]).toEqual([YEAR.from, YEAR.to]);
        for (const [index, span] of spans.entries()) {
          if (index > 0) expect(toEpochDay(span.from)).toBe(toEpochDay(spans[index - 1]!.to) + 1);
          for (const on of [span.from, span.to]) {
            const covering = contracts.filter(({ value }) => value.from <= on && (value.to ?? on) >= on);
            expect(new Set(responsibleOn(contracts, on))).toEqual(new Set(covering));
            expect(new Set(span.contracts)).toEqual(new Set(covering));
          }
        }
      }),
    );
  });

  it('a contract that ends before it begins is refused; one of a day is not', () => {
    const { value } = signed('甲', '2026-02-01', '2026-01-31');
    expect(contractSchema.safeParse(value).success).toBe(false);
    expect(contractSchema.safeParse({ ...value, to: '2026-02-01' }).success).toBe(true);
    expect(contractSchema.safeParse({ ...value, firm: ' ' }).success).toBe(false);
  });
});
