import { describe, expect, it } from 'vitest';
import type { RegistrationNo } from '../../../../domain/elevator/elevator';
import { proposedDeadline } from '../../../../renderer/state/hazard/use-proposed-deadline';
import {
  hazardsOf,
  newDraft,
  NO_ANSWER,
  parseDraft,
  withHazard,
  type AssessmentDraft,
} from '../../../../renderer/pages/assess/assessment-draft';
import { chinaPack } from '../../../support/report-evidence';

const NO = '梯11浙A12028(04)' as RegistrationNo;
const list = chinaPack.hazards!.assessmentLists[0]!;
const item = list.sections[0]!.items[0]!;
const propose = (days: object) => (graded: Parameters<Parameters<typeof hazardsOf>[2]>[0]) =>
  proposedDeadline(graded, chinaPack.hazards, days)?.dueOn ?? null;

function draftWith(change: object): AssessmentDraft {
  const answer = withHazard({ ...NO_ANSWER, outcome: 'finding', note: '制动力矩衰减' }, item);
  const hazard = { ...answer.hazard!, ...change };
  const draft = newDraft(NO, list.id, '2026-11-02' as never);
  return { ...draft, members: '赵工', answers: { [item.id]: { ...answer, hazard } } };
}

describe('findings of an assessment on their way into the ledger', () => {
  it('carry the class that was chosen and, left open, the deadline that is proposed', () => {
    const [ordinary] = hazardsOf(draftWith({}), list, propose({}));
    expect(ordinary).toMatchObject({ source: 'assessment', foundOn: '2026-11-02', deadline: '2026-12-02' });
    expect(ordinary).not.toHaveProperty('severe');
    const [severe] = hazardsOf(draftWith({ severe: 'severe-25-3' }), list, propose({}));
    expect(severe).toMatchObject({ severe: 'severe-25-3' });
    const [house] = hazardsOf(draftWith({}), list, propose({ rectify: 10 }));
    const [typed] = hazardsOf(draftWith({ deadline: '2026/11/20' }), list, propose({}));
    expect(typed!.deadline).toBe('2026-11-20');
    expect(house!.deadline).toBe('2026-11-12');
  });

  it('have no class and no deadline where nothing proposes one', () => {
    const [hazard] = hazardsOf(draftWith({}), list, () => null);
    expect(hazard).not.toHaveProperty('deadline');
  });

  it('of a draft kept before classes could be chosen are read as of no class', () => {
    const draft = draftWith({});
    const old: Record<string, unknown> = { ...draft.answers[item.id]!.hazard! };
    for (const field of ['severe', 'major']) Reflect.deleteProperty(old, field);
    const kept = { ...draft, answers: { [item.id]: { ...draft.answers[item.id]!, hazard: old } } };
    expect(parseDraft(kept, NO)?.answers[item.id]?.hazard).toMatchObject({ severe: '', major: '' });
  });
});
