import { describe, expect, it } from 'vitest';
import type { RegistrationNo } from '../../../../domain/elevator/elevator';
import { proposedDeadline } from '../../../../renderer/features/hazard/use-proposed-deadline';
import {
  assessmentOf,
  hazardsOf,
  newDraft,
  NO_ANSWER,
  parseDraft,
  restAs,
  withHazard,
  type AssessmentDraft,
} from '../../../../renderer/pages/assess/assessment-draft';
import { countsBySetting } from '../../../../domain/assessment/assessment';
import { assessmentSchema } from '../../../../domain/record/hazard-schemas';
import { composePaper } from '../../../../domain/report/compose-paper';
import { hazardEvidence } from '../../../support/hazard-story';
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

describe('how the items of an assessment were set', () => {
  const items = list.sections.flatMap((section) => section.items);
  const tested = items.filter(({ asks }) => asks !== undefined);
  const rest = items.length - 1 - tested.length;
  const recorded = () => {
    const draft = { ...draftWith({}), by: '特检院', reasons: '可用', conclusion: 'repair' } as const;
    const own = tested.map(({ id }) => [id, { ...NO_ANSWER, outcome: 'conforms', set: 'each' }] as const);
    const answers = { ...restAs(draft.answers, items, 'conforms'), ...Object.fromEntries(own) };
    return assessmentOf({ ...draft, answers }, list, chinaPack);
  };

  it('is kept for each: one answered by itself, all others at once by the key for the rest', () => {
    const { items: set } = assessmentSchema.parse(recorded());
    expect(countsBySetting(set)).toEqual({ each: 1 + tested.length, rest, unknown: 0 });
    expect(set.find(({ itemId }) => itemId === item.id)).toMatchObject({ outcome: 'finding', set: 'each' });
  });

  it('the key for the rest leaves open what is measured or tested, unless nobody examined it', () => {
    expect(tested.map(({ id }) => id)).toEqual(['42615-D-06']);
    const { answers } = draftWith({});
    expect(tested.map(({ id }) => restAs(answers, items, 'conforms')[id])).toEqual([undefined]);
    expect(tested.map(({ id }) => restAs(answers, items, 'not-examined')[id]?.outcome)).toEqual(['not-examined']);
  });

  it('is told on paper; of a record made before it was kept, that nobody can say', () => {
    const { items: set, ...value } = recorded();
    const older = set.map(({ itemId, outcome }) => ({ itemId, outcome }));
    const told = (kept: object) =>
      JSON.stringify(composePaper(hazardEvidence({ kind: 'old-elevator', assessments: [{ ...value, items: kept }] })));
    expect(told(set)).toContain(`各项逐项作答${1 + tested.length}项，一键${rest}项。`);
    expect(told(older)).toContain(`方式不明${items.length}项。`);
  });

  it('a draft kept before it was asked comes back without it', () => {
    const older = JSON.parse(JSON.stringify(draftWith({})), (key, value: unknown) =>
      key === 'set' ? undefined : value,
    ) as unknown;
    expect(parseDraft(older, NO)?.answers[item.id]?.set).toBeNull();
  });
});
