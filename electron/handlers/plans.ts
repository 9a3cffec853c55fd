import { withoutUndefined } from '../../domain/record/without-undefined';
import type { Ports } from '../host/ports';
import type { Handlers } from './handlers';

type Group = Pick<Handlers, 'plan.read' | 'plan.write'>;

/** What the house says of its plan: kept in the profile, and no part of the record. */
export function planHandlers({ plan, calendars }: Pick<Ports, 'plan' | 'calendars'>): Group {
  return {
    'plan.read': () => Promise.resolve({ settings: plan.read(), calendars }),
    'plan.write': (change) => plan.write(withoutUndefined(change)),
  };
}
