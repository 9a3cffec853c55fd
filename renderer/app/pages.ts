import { lazy, type ComponentType } from 'react';

const loads: (() => Promise<unknown>)[] = [];

/** The code of a page, fetched when it is first visited, or before in idle time. */
function page<P>(load: () => Promise<ComponentType<P>>) {
  loads.push(load);
  return lazy(async () => ({ default: await load() }));
}

export const FleetPage = page(async () => (await import('../pages/fleet/fleet-page')).FleetPage);
export const ElevatorPage = page(async () => (await import('../pages/elevator/elevator-page')).ElevatorPage);
export const VisitPage = page(async () => (await import('../pages/visit/visit-page')).VisitPage);
export const RoundPage = page(async () => (await import('../pages/visit/round/round-page')).RoundPage);
export const HazardsPage = page(async () => (await import('../pages/hazards/hazards-page')).HazardsPage);
export const HazardPage = page(async () => (await import('../pages/hazards/hazard-page')).HazardPage);
export const DoubtsPage = page(async () => (await import('../pages/doubts/doubts-page')).DoubtsPage);
export const JoinedPage = page(async () => (await import('../pages/doubts/joined-page')).JoinedPage);
export const ConfirmPage = page(async () => (await import('../pages/confirm/confirm-page')).ConfirmPage);
export const PeoplePage = page(async () => (await import('../pages/people/people-page')).PeoplePage);
export const DuePage = page(async () => (await import('../pages/due/due-page')).DuePage);
export const RoutinePage = page(async () => (await import('../pages/routine/routine-page')).RoutinePage);
export const PlanPage = page(async () => (await import('../pages/plan/plan-page')).PlanPage);
export const MonthPage = page(async () => (await import('../pages/month/month-page')).MonthPage);
export const DeskPage = page(async () => (await import('../pages/desk/desk-page')).DeskPage);
export const RegisterPage = page(async () => (await import('../pages/register/register-page')).RegisterPage);
export const HelpPage = page(async () => (await import('../pages/help/help-page')).HelpPage);
export const ImportPage = page(async () => (await import('../pages/import/import-page')).ImportPage);
export const ReportsPage = page(async () => (await import('../pages/reports/reports-page')).ReportsPage);
export const VerifyPage = page(async () => (await import('../pages/verify/verify-page')).VerifyPage);
export const ComparePage = page(async () => (await import('../pages/compare/compare-page')).ComparePage);
export const CallOutsPage = page(async () => (await import('../pages/callouts/callouts-page')).CallOutsPage);
export const InsurancePage = page(async () => (await import('../pages/insurance/insurance-page')).InsurancePage);
export const NoticePage = page(async () => (await import('../pages/notice/notice-page')).NoticePage);
export const StockPage = page(async () => (await import('../pages/stock/stock-page')).StockPage);
export const PassportPage = page(async () => (await import('../pages/passport/passport-page')).PassportPage);
export const AssessPage = page(async () => (await import('../pages/assess/assess-page')).AssessPage);
export const ClockPage = page(async () => (await import('../pages/clock/clock-page')).ClockPage);
export const PacksPage = page(async () => (await import('../pages/packs/packs-page')).PacksPage);
export const StartPage = page(async () => (await import('../pages/settings/start-page')).StartPage);
export const SettingsPage = page(async () => (await import('../pages/settings/settings-page')).SettingsPage);

/** Fetches what is not there yet, a page at a time while nothing else is done; returns what ends it. */
export function fetchPagesWhenIdle(): () => void {
  const waiting = [...loads];
  let handle = 0;
  const next = (): void => {
    const load = waiting.shift();
    if (load === undefined) return;
    const again = (): void => void (handle = requestIdleCallback(next));
    load().then(again, again); // one that cannot be fetched is told where it is visited
  };
  handle = requestIdleCallback(next);
  return () => {
    waiting.length = 0;
    cancelIdleCallback(handle);
  };
}
