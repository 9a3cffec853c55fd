import type { ChecklistItem } from '../../../../domain/pack/rule-pack';
import { judgeReading, withAnswer, type Answers } from '../checklist';

/**
 * A value measured at one item is an answer of its own: within the limit it is in order, beyond it an exception that
 * asks for its words. Until a number stands there the item is open.
 */
export function withReading(answers: Answers, item: Pick<ChecklistItem, 'id' | 'limit'>, reading: string): Answers {
  const { state } = judgeReading(item.limit, reading);
  if (state === 'none' || state === 'unreadable')
    return withAnswer(answers, item.id, { reading, outcome: null, set: null });
  return withAnswer(answers, item.id, { reading, outcome: state === 'within' ? 'ok' : 'defect', set: 'each' });
}
