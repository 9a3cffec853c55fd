import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../../../domain/elevator/elevator';
import { visitSchema } from '../../../../../domain/record/schemas';
import { restInOrder, visitChecklist } from '../../../../../renderer/pages/visit/checklist';
import { withReading } from '../../../../../renderer/pages/visit/round/own-reading';
import {
  isRoundUntouched,
  moved,
  newRound,
  parseRound,
  recordOf,
  visitsOfRound,
  withRow,
  type RoundDraft,
} from '../../../../../renderer/pages/visit/round/round-draft';
import { problemsOf } from '../../../../../renderer/pages/visit/visit-draft';
import { cnPack } from '../../../../support/cn-pack';

const NUMBERS = ['梯11浙A12014(04)', '梯11浙A12028(04)', '梯11浙A12056(04)'] as RegistrationNo[];
const TODAY = '2026-11-23' as CivilDate;
const checklist = visitChecklist(cnPack, '3110', 'half-month')!;

function round(change: Partial<RoundDraft> = {}): RoundDraft {
  const rows = NUMBERS.map((registrationNo) => ({ registrationNo, isIn: true }));
  return { ...newRound({ site: '翠柏苑', date: TODAY, clock: { minutes: '30', between: '5' }, rows }), ...change };
}

/** Its first row with the list in order and the value that is asked for. */
function answered(typed: string): RoundDraft {
  const item = checklist.items.find(({ id }) => id === 'A-1.29')!;
  return {
    ...round({ technicians: ['王海'], confirmedBy: '吴国平', firstStart: '08:30' }),
    ...withRow(round(), NUMBERS[0]!, ({ visit }) => ({
      visit: { ...visit, answers: withReading(restInOrder({}, checklist.items), item, typed) },
    })),
  };
}

describe('a round', () => {
  it('comes back as it was saved, at its own site alone, and a damaged one not at all', () => {
    const draft = answered('8.5');
    expect(parseRound(JSON.parse(JSON.stringify(draft)), '翠柏苑')).toEqual(draft);
    expect(parseRound(draft, '丹桂坊')).toBeNull();
    expect(parseRound({ ...draft, rows: [{ registrationNo: NUMBERS[0] }] }, '翠柏苑')).toBeNull();
    expect(parseRound(null, '翠柏苑')).toBeNull();
  });

  it('is untouched until somebody says something of it', () => {
    expect(isRoundUntouched(round())).toBe(true);
    for (const change of [{ technicians: ['王海'] }, { firstStart: '8' }, { confirmedBy: '吴' }])
      expect(isRoundUntouched(round(change))).toBe(false);
    expect(isRoundUntouched(answered('8'))).toBe(false);
  });

  it('gives each visit what is said once, its own where it says so, and marks what was filled', () => {
    const own = withRow(answered('8.5'), NUMBERS[1]!, ({ visit }) => ({
      task: 'quarter',
      visit: { ...visit, confirmedBy: '孙丽华', onPaper: true },
    }));
    const [first, second] = visitsOfRound({ ...answered('8.5'), ...own });
    expect(problemsOf(first!.draft, checklist, TODAY)).toEqual([]);
    const visit = recordOf(first!, checklist, cnPack);
    expect(visitSchema.safeParse(visit).success).toBe(true);
    expect(visit).toMatchObject({ startedAt: '08:30', endedAt: '09:00', filledTimes: 'end', confirmedBy: '吴国平' });
    expect(recordOf(second!, null, cnPack)).toMatchObject({
      ...{ task: 'quarter', startedAt: '09:05', filledTimes: 'both' },
      ...{ confirmedBy: '孙丽华', technicians: ['王海'] },
    });
  });

  it('without times fills none', () => {
    const [first] = visitsOfRound({ ...answered('8.5'), firstStart: '' });
    expect(recordOf(first!, checklist, cnPack)).not.toHaveProperty('filledTimes');
  });

  it.each([
    ['8.5', 'ok'],
    ['6.5', 'defect'],
    ['', null],
    ['acht', null],
  ] as const)('takes the value %s as %s', (typed, outcome) => {
    expect(answered(typed).rows[0]!.visit.answers['A-1.29']).toMatchObject({ outcome, reading: typed });
  });

  it('leaves out who is not in it, and goes on with the times behind', () => {
    const out = { ...answered('8.5'), ...withRow(answered('8.5'), NUMBERS[1]!, () => ({ isIn: false })) };
    expect(visitsOfRound(out).map(({ draft }) => draft.startedAt)).toEqual(['08:30', '09:05']);
  });

  it('changes its order, over those that are left out, and not beyond its ends', () => {
    const numbersOf = ({ rows }: Pick<RoundDraft, 'rows'>) => rows.map((row) => row.registrationNo);
    const [a, b, c] = NUMBERS;
    expect(numbersOf(moved(round(), c!, -1))).toEqual([a, c, b]);
    expect(numbersOf(moved(round(), c!, 1))).toEqual([a, b, c]);
    const out = { ...round(), ...withRow(round(), b!, () => ({ isIn: false })) };
    expect(numbersOf(moved(out, c!, -1))).toEqual([c, a, b]);
  });
});
