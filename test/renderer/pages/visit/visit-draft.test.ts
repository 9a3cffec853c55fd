import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../../domain/elevator/elevator';
import { visitSchema } from '../../../../domain/record/schemas';
import { restInOrder, visitChecklist, withAnswer } from '../../../../renderer/pages/visit/checklist';
import {
  isUntouched,
  minutesOf,
  newDraft,
  parseDraft,
  problemsOf,
  visitOf,
  type VisitDraft,
} from '../../../../renderer/pages/visit/visit-draft';
import { namesIn } from '../../../../renderer/i18n/names';
import { joined, suggestConfirmers, suggestTechnicians } from '../../../../renderer/pages/visit/suggestions';
import { dossierWith } from '../../../support/dossier-with';
import { cnPack } from '../../../support/cn-pack';

const NO = '梯11浙A12014(04)' as RegistrationNo;
const TODAY = '2026-11-23' as CivilDate;
const checklist = visitChecklist(cnPack, '3110', 'half-month')!;

function filled(change: Partial<VisitDraft> = {}): VisitDraft {
  return {
    ...newDraft(NO, 'half-month', TODAY),
    technicians: ['王海', '陈立新'],
    startedAt: '1005',
    endedAt: '10：51',
    confirmedBy: ' 吴国平 ',
    answers: withAnswer(restInOrder({}, checklist.items), 'A-1.29', { outcome: 'ok', set: 'each', reading: '8' }),
    ...change,
  };
}

describe('a draft', () => {
  it('comes back as it was saved', () => {
    const draft = filled();
    expect(parseDraft(JSON.parse(JSON.stringify(draft)), NO)).toEqual(draft);
  });

  it('kept before it was asked how items were set comes back without it', () => {
    const draft = filled();
    const older = JSON.parse(JSON.stringify(draft), (key, value: unknown) => (key === 'set' ? undefined : value));
    const back = parseDraft(older, NO);
    expect(Object.values(back!.answers).every(({ set }) => set === null)).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['a text', 'draft'],
    ['an older shape', { ...newDraft(NO, 'year', TODAY), version: 0 }],
    ['a surplus field', { ...newDraft(NO, 'year', TODAY), surplus: 1 }],
    ['an unknown category', { ...newDraft(NO, 'year', TODAY), task: 'weekly' }],
    ['another elevator', newDraft('梯11浙A12028(04)' as RegistrationNo, 'year', TODAY)],
    [
      'a photo that is no hash',
      { ...filled(), answers: { x: { outcome: 'ok', note: '', reading: '', photos: ['x'] } } },
    ],
  ])('that is %s is not taken', (_what, value) => {
    expect(parseDraft(value, NO)).toBeNull();
  });

  it('is untouched until something is put in; date and category alone are no loss', () => {
    expect(isUntouched({ ...newDraft(NO, 'year', TODAY), date: '2026-11-20' })).toBe(true);
    expect(isUntouched(filled())).toBe(false);
    expect(isUntouched({ ...newDraft(NO, 'year', TODAY), note: 'x' })).toBe(false);
  });
});

describe('saving', () => {
  it('a complete draft has no problems and gives a visit the record takes', () => {
    expect(problemsOf(filled(), checklist, TODAY)).toEqual([]);
    const visit = visitOf(filled({ replacedParts: '门锁触点 1 副' }), checklist, cnPack);
    expect(visitSchema.parse(visit)).toEqual(visit);
    expect(visit).toMatchObject({
      startedAt: '10:05',
      endedAt: '10:51',
      confirmedBy: '吴国平',
      extra: { 更换部件: '门锁触点 1 副' },
      checklist: { packId: 'cn' },
    });
    expect(visit.checklist?.results).toHaveLength(31);
    expect(visit).not.toHaveProperty('note');
  });

  it('an earlier date is taken, a later one than today and one that does not exist are refused', () => {
    expect(problemsOf(filled({ date: '2025-02-28' }), checklist, TODAY)).toEqual([]);
    expect(problemsOf(filled({ date: '2026-11-24' }), checklist, TODAY)).toEqual([{ field: 'date', code: 'future' }]);
    expect(problemsOf(filled({ date: '2026-02-30' }), checklist, TODAY)).toEqual([
      { field: 'date', code: 'not-a-date' },
    ]);
  });

  it('nobody at the elevator is refused', () => {
    expect(problemsOf(filled({ technicians: [] }), checklist, TODAY)).toEqual([
      { field: 'technicians', code: 'missing' },
    ]);
  });

  it('a name still in its field is taken as typed, beside those named and once', () => {
    const draft = filled({ technicians: ['王海'], typedTechnicians: ' 陈立新、王海' });
    expect(problemsOf({ ...draft, technicians: [] }, checklist, TODAY)).toEqual([]);
    expect(visitOf(draft, checklist, cnPack).technicians).toEqual(['王海', '陈立新']);
    expect(isUntouched({ ...newDraft(NO, 'half-month', TODAY), typedTechnicians: '王' })).toBe(false);
  });

  it('each open item is named', () => {
    const problems = problemsOf(filled({ answers: {} }), checklist, TODAY);
    expect(problems).toHaveLength(31);
    expect(problems[0]).toEqual({ field: 'checklist', code: 'open', itemId: 'A-1.1' });
  });

  it('items that stand on paper keep nothing from being saved and leave no checklist in the record', () => {
    const draft = filled({ answers: withAnswer({}, 'A-1.1', { outcome: 'ok' }), onPaper: true });
    expect(problemsOf(draft, checklist, TODAY)).toEqual([]);
    expect(visitOf(draft, checklist, cnPack)).not.toHaveProperty('checklist');
  });

  it("a kind with maker's items is recorded without a checklist", () => {
    expect(problemsOf(filled({ answers: {} }), null, TODAY)).toEqual([]);
    expect(visitOf(filled({ answers: {} }), null, cnPack)).not.toHaveProperty('checklist');
  });

  it('times and confirmation may be missing; wrong times and an end before the start are refused', () => {
    expect(problemsOf(filled({ startedAt: '', endedAt: '', confirmedBy: '' }), checklist, TODAY)).toEqual([]);
    expect(problemsOf(filled({ startedAt: '25:00' }), checklist, TODAY)).toEqual([
      { field: 'startedAt', code: 'not-a-time' },
    ]);
    expect(problemsOf(filled({ endedAt: '09:00' }), checklist, TODAY)).toEqual([
      { field: 'endedAt', code: 'end-before-start' },
    ]);
  });
});

describe('minutes', () => {
  it('the minutes between two times are counted within the day', () => {
    expect(minutesOf({ startedAt: '10:05', endedAt: '10:51' })).toBe(46);
    expect(minutesOf({ startedAt: '10:05', endedAt: '' })).toBeNull();
  });
});

describe('suggestions', () => {
  const dossier = dossierWith({
    visits: [
      { date: '2026-10-01', technicians: ['甲', '乙'], confirmedBy: '赵' },
      { date: '2026-11-01', technicians: ['丙', '丁'], confirmedBy: '钱' },
      { date: '2026-10-15', technicians: ['甲', '乙'] },
    ],
  });

  it('the team of the last saved visit comes first, then who came here last', () => {
    expect(suggestTechnicians(dossier, ['戊'])).toEqual(['戊', '丙', '丁', '甲', '乙']);
    expect(suggestTechnicians(dossier, ['乙'])).toEqual(['乙', '丙', '丁', '甲']);
  });

  it('the safety manager who confirmed last comes first', () => {
    expect(suggestConfirmers(dossier)).toEqual(['钱', '赵']);
  });

  it('names are split at the signs that registers use', () => {
    expect(namesIn('张建国、李明; 王海/陈立新，')).toEqual(['张建国', '李明', '王海', '陈立新']);
    expect(joined(['甲'], ['乙', '甲'])).toEqual(['甲', '乙']);
  });
});
