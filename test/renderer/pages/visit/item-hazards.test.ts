import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { Elevator, RegistrationNo } from '../../../../domain/elevator/elevator';
import { hazardSchema } from '../../../../domain/record/hazard-schemas';
import { visitChecklist, withAnswer, restInOrder } from '../../../../renderer/pages/visit/checklist';
import type { ItemHazards } from '../../../../renderer/pages/visit/item-hazard';
import { itemHazardProblems, itemHazardsOf, type HazardGround } from '../../../../renderer/pages/visit/item-hazards';
import { newDraft, parseDraft, type VisitDraft } from '../../../../renderer/pages/visit/visit-draft';
import { cnPack } from '../../../support/cn-pack';
import { dossierWith } from '../../../support/dossier-with';

const NO = '梯11浙A12014(04)' as RegistrationNo;
const TODAY = '2026-11-23' as CivilDate;
const LOCK = 'A-1.29';
const checklist = visitChecklist(cnPack, '3110', 'half-month')!;
const elevator: Elevator = { ...dossierWith({}).elevator.value, registrationNo: NO, kind: '3110' };
const ground: HazardGround = {
  criteria: cnPack.hazards!,
  elevator: { ...elevator, maintainer: '绿源电梯' },
  days: {},
  titleOf: ({ title }) => title['zh-CN'],
};
const PHOTO = 'a'.repeat(64);

function withDefect(note: string, hazards: ItemHazards = {}, change: Partial<VisitDraft> = {}): VisitDraft {
  const answers = withAnswer(restInOrder({}, checklist.items), LOCK, { outcome: 'defect', note, photos: [PHOTO] });
  return { ...newDraft(NO, 'half-month', TODAY), technicians: ['王海', '陈立新'], answers, hazards, ...change };
}

describe('the hazards of a visit', () => {
  it('a defect is one as it was found: part from the note, finders, day, photos, deadline of the house', () => {
    const [hazard, ...others] = itemHazardsOf(withDefect(' 限速器钢丝绳断丝 '), checklist, ground);
    expect(others).toEqual([]);
    expect(hazard).toMatchObject({
      registrationNo: NO,
      foundOn: TODAY,
      foundBy: ['王海', '陈立新'],
      source: 'visit',
      itemId: LOCK,
      component: 'overspeed-governor',
      what: '限速器钢丝绳断丝',
      responsible: { party: 'maintainer', unit: '绿源电梯' },
      deadline: '2026-12-23',
      photos: [PHOTO],
    });
    expect(hazardSchema.safeParse(hazard).success).toBe(true);
  });

  it('the days of the settings set its deadline', () => {
    expect(itemHazardsOf(withDefect('x'), checklist, { ...ground, days: { rectify: 2 } })[0]?.deadline).toBe(
      '2026-11-25',
    );
  });

  it('without a note its item says what it is', () => {
    const title = checklist.items.find(({ id }) => id === LOCK)!.title['zh-CN'];
    expect(itemHazardsOf(withDefect(''), checklist, ground)[0]?.what).toBe(title);
  });

  it('part and words that were chosen stand before those proposed', () => {
    const chosen = { [LOCK]: { isHazard: true, component: 'pit', what: ' 底坑积水 ' } };
    expect(itemHazardsOf(withDefect('门锁磨损', chosen), checklist, ground)[0]).toMatchObject({
      component: 'pit',
      what: '底坑积水',
    });
  });

  it.each([
    ['it was said to be none', withDefect('x', { [LOCK]: { isHazard: false, component: '', what: '' } }), ground],
    ['the checklist is on paper', withDefect('x', {}, { onPaper: true }), ground],
    ['the date cannot be read', withDefect('x', {}, { date: '2026-13-01' }), ground],
    ['the pack knows nothing of hazards', withDefect('x'), null],
    ['all is in order', { ...withDefect('x'), answers: restInOrder({}, checklist.items) }, ground],
  ])('there is none where %s', (_why, draft, on) => {
    expect(itemHazardsOf(draft, checklist, on)).toEqual([]);
  });

  it('one whose part nobody named keeps the visit from being saved, unless it is said to be none', () => {
    const vague = {
      ...checklist,
      items: checklist.items.map((item) => ({ ...item, title: { 'zh-CN': '无名之处', en: 'No name' } })),
    };
    expect(itemHazardProblems(withDefect('异响'), vague, ground)).toEqual([
      { itemId: LOCK, code: 'hazard-without-part' },
    ]);
    const none = { [LOCK]: { isHazard: false, component: '', what: '' } };
    expect(itemHazardProblems(withDefect('异响', none), vague, ground)).toEqual([]);
    expect(itemHazardProblems(withDefect('异响'), vague, null)).toEqual([]);
  });

  it('what was decided comes back with the draft; a draft from before has nothing decided', () => {
    const draft = withDefect('x', { [LOCK]: { isHazard: false, component: 'pit', what: '积水' } });
    expect(parseDraft(JSON.parse(JSON.stringify(draft)), NO)).toEqual(draft);
    const older = { ...withDefect('x'), hazards: undefined };
    expect(parseDraft(JSON.parse(JSON.stringify(older)), NO)?.hazards).toEqual({});
  });
});
