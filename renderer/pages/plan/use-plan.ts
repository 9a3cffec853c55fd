import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PlanQuestion } from '../../../domain/fleet/questions';
import { calendarFor, type PlanChange, type PlanSettings } from '../../../domain/plan/plan-settings';
import type { WorkCalendar } from '../../../domain/plan/work-calendar';
import { call } from '../../bridge/client';
import { useAppState } from '../../session/app-state';
import { useAuditQuestion } from '../../session/use-audit-question';

export interface KeptPlan {
  readonly settings: PlanSettings;
  /** The one that holds; null where none is known for the place. */
  readonly calendar: WorkCalendar | null;
  /** Keeps some of it; what could not be kept is told in `failure` and the page goes on with what was. */
  readonly change: (part: PlanChange) => Promise<void>;
  /** The same for a form, which tells itself what could not be kept. Throws BridgeError. */
  readonly keep: (part: PlanChange) => Promise<void>;
  readonly failure: unknown;
}

interface ReadPlan {
  /** Null while it is read, and where it could not be. */
  readonly kept: KeptPlan | null;
  /** Why it could not be read. */
  readonly failure: unknown;
}

/** What the house says of its plan. */
export function useKeptPlan(): ReadPlan {
  const { pack } = useAppState();
  const [read, setRead] = useState<{ settings: PlanSettings; calendars: readonly WorkCalendar[] } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let wanted = true;
    call('plan.read', {}).then(
      (reply) => wanted && setRead(reply),
      (error: unknown) => wanted && setFailure(error),
    );
    return () => {
      wanted = false;
    };
  }, []);
  const keep = useCallback(async (part: PlanChange) => {
    const settings = await call('plan.write', part);
    setRead((before) => (before === null ? before : { ...before, settings }));
    setFailure(null);
  }, []);
  const change = useCallback((part: PlanChange) => keep(part).catch(setFailure), [keep]);
  return useMemo(() => {
    if (read === null) return { kept: null, failure };
    const { settings, calendars } = read;
    const calendar = calendarFor(settings, pack.zone, calendars);
    return { kept: { settings, calendar, change, keep, failure }, failure: null };
  }, [read, pack, change, keep, failure]);
}

/** The plan of the fleet is asked for by it; null before what the house says was read. */
export function usePlanQuestion(kept: KeptPlan | null): PlanQuestion | null {
  const question = useAuditQuestion();
  const { settings, calendar } = kept ?? {};
  return useMemo(
    () => (settings === undefined ? null : { ...question, settings, calendar: calendar ?? null }),
    [question, settings, calendar],
  );
}
