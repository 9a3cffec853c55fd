import { BridgeError } from '../../domain/bridge/errors';
import { MOST_DETAILS } from '../../domain/bridge/limits';
import type { FoundDetail } from '../../domain/bridge/replies';
import { detailsErasedOf, detailsOfPlan, withoutDetails } from '../../domain/plan/personal-plan';
import type { PlanSettings } from '../../domain/plan/plan-settings';
import { detailsNaming, formsErasing } from '../journal/find-details';
import type { Ports } from '../host/ports';
import type { Handlers } from './handlers';

/** To find personal details, and to erase them; only what a search finds can be named, so that nothing else goes. */
export function detailHandlers({
  journal,
  ledger,
  plan,
  settings,
  today,
}: Ports): Pick<Handlers, 'details.find' | 'details.erase'> {
  return {
    'details.find': async ({ text }) => {
      const found = withThoseOfPlan(await detailsNaming(journal.entries, text), plan.read(), text);
      return { found: found.slice(0, MOST_DETAILS), more: Math.max(0, found.length - MOST_DETAILS) };
    },
    'details.erase': async ({ texts, reason }) => {
      const { lists, details } = await formsErasing(journal.entries, texts, { on: today(), reason });
      const planned = detailsErasedOf(plan.read(), texts);
      if (details + planned === 0) throw new BridgeError('nothing-changed');
      const erased = details === 0 ? NONE_ON_RECORD : await ledger.erase(settings.read().author, reason, lists);
      if (planned > 0) await plan.write(withoutDetails(plan.read(), texts));
      return { ...erased, details: details + planned };
    },
  };
}

const NONE_ON_RECORD = { entry: null, isFinished: true } as const;

function withThoseOfPlan(found: readonly FoundDetail[], plan: PlanSettings, text: string): FoundDetail[] {
  const counts = new Map<string, number>();
  for (const detail of detailsOfPlan(plan))
    if (detail.includes(text)) counts.set(detail, (counts.get(detail) ?? 0) + 1);
  const onRecord = found.map((one) => {
    const times = counts.get(one.text);
    counts.delete(one.text);
    return times === undefined ? one : { ...one, kinds: { ...one.kinds, plan: times } };
  });
  return [...onRecord, ...[...counts].map(([detail, times]) => ({ text: detail, kinds: { plan: times }, fixed: 0 }))];
}
