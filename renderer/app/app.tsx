import { Component, lazy, Suspense, type ReactNode } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { AppStateProvider, type Started } from '../state/app-state';
import { ErrorNotice } from '../state/error-notice';
import { hazardIdIn } from '../state/hazard/hazard-path';
import { GivenFilesProvider } from '../state/given-files';
import { PageKeysProvider } from '../state/page-keys';
import { VerificationsProvider } from '../state/verification/verifications';
import { FindBar } from './find-bar';
import { Frame } from './frame';
import { SavedNotices } from './saved-notices';

const FleetPage = lazy(async () => ({ default: (await import('../pages/fleet/fleet-page')).FleetPage }));
const ElevatorPage = lazy(async () => ({ default: (await import('../pages/elevator/elevator-page')).ElevatorPage }));
const VisitPage = lazy(async () => ({ default: (await import('../pages/visit/visit-page')).VisitPage }));
const HazardsPage = lazy(async () => ({ default: (await import('../pages/hazards/hazards-page')).HazardsPage }));
const HazardPage = lazy(async () => ({ default: (await import('../pages/hazards/hazard-page')).HazardPage }));
const RegisterPage = lazy(async () => ({ default: (await import('../pages/register/register-page')).RegisterPage }));
const ImportPage = lazy(async () => ({ default: (await import('../pages/import/import-page')).ImportPage }));
const ReportsPage = lazy(async () => ({ default: (await import('../pages/reports/reports-page')).ReportsPage }));
const VerifyPage = lazy(async () => ({ default: (await import('../pages/verify/verify-page')).VerifyPage }));
const ComparePage = lazy(async () => ({ default: (await import('../pages/compare/compare-page')).ComparePage }));
const CallOutsPage = lazy(async () => ({ default: (await import('../pages/callouts/callouts-page')).CallOutsPage }));
const InsurancePage = lazy(async () => ({
  default: (await import('../pages/insurance/insurance-page')).InsurancePage,
}));
const NoticePage = lazy(async () => ({ default: (await import('../pages/notice/notice-page')).NoticePage }));
const StockPage = lazy(async () => ({ default: (await import('../pages/stock/stock-page')).StockPage }));
const PassportPage = lazy(async () => ({ default: (await import('../pages/passport/passport-page')).PassportPage }));
const AssessPage = lazy(async () => ({ default: (await import('../pages/assess/assess-page')).AssessPage }));
const ClockPage = lazy(async () => ({ default: (await import('../pages/clock/clock-page')).ClockPage }));
const PacksPage = lazy(async () => ({ default: (await import('../pages/packs/packs-page')).PacksPage }));
const SettingsPage = lazy(async () => ({ default: (await import('../pages/settings/settings-page')).SettingsPage }));

export function App({ started }: { readonly started: Started }) {
  return (
    <Boundary>
      <AppStateProvider started={started}>
        <PageKeysProvider>
          <Router hook={useHashLocation}>
            <GivenFilesProvider>
              <VerificationsProvider>
                <Frame>
                  <Boundary>
                    <Suspense fallback={<div className="busy-line" />}>
                      <Routes />
                    </Suspense>
                  </Boundary>
                </Frame>
              </VerificationsProvider>
              <SavedNotices />
              <FindBar />
            </GivenFilesProvider>
          </Router>
        </PageKeysProvider>
      </AppStateProvider>
    </Boundary>
  );
}

function Routes() {
  return (
    <Switch>
      <Route path="/elevator/:registrationNo/correct">
        {({ registrationNo }) => <RegisterPage registrationNo={decodeURIComponent(registrationNo)} />}
      </Route>
      <Route path="/elevator/:registrationNo">
        {({ registrationNo }) => (
          <ElevatorPage registrationNo={decodeURIComponent(registrationNo)} key={registrationNo} />
        )}
      </Route>
      <Route path="/visit/:registrationNo">
        {({ registrationNo }) => <VisitPage registrationNo={decodeURIComponent(registrationNo)} key={registrationNo} />}
      </Route>
      <Route path="/visit">
        <VisitPage registrationNo={null} />
      </Route>
      <Route path="/register">
        <RegisterPage registrationNo={null} />
      </Route>
      <Route path="/hazards/:registrationNo/:hazard">
        {({ registrationNo, hazard }) => (
          <HazardPage registrationNo={decodeURIComponent(registrationNo)} hazardId={hazardIdIn(hazard)} key={hazard} />
        )}
      </Route>
      <Route path="/hazards">
        <HazardsPage />
      </Route>
      <Route path="/callouts">
        <CallOutsPage />
      </Route>
      <Route path="/stock/:registrationNo">
        {({ registrationNo }) => (
          <PassportPage registrationNo={decodeURIComponent(registrationNo)} key={registrationNo} />
        )}
      </Route>
      <Route path="/stock">
        <StockPage />
      </Route>
      <Route path="/assess/:registrationNo">
        {({ registrationNo }) => (
          <AssessPage registrationNo={decodeURIComponent(registrationNo)} key={registrationNo} />
        )}
      </Route>
      <Route path="/assess">
        <AssessPage registrationNo={null} />
      </Route>
      <Route path="/insurance">
        <InsurancePage />
      </Route>
      <Route path="/notice">
        <NoticePage />
      </Route>
      <Route path="/import">
        <ImportPage />
      </Route>
      <Route path="/reports">
        <ReportsPage />
      </Route>
      <Route path="/verify">
        <VerifyPage />
      </Route>
      <Route path="/compare/:registrationNo">
        {({ registrationNo }) => (
          <ComparePage registrationNo={decodeURIComponent(registrationNo)} key={registrationNo} />
        )}
      </Route>
      <Route path="/compare">
        <ComparePage registrationNo={null} />
      </Route>
      <Route path="/packs/:packId">{({ packId }) => <PacksPage packId={decodeURIComponent(packId)} />}</Route>
      <Route path="/packs">
        <PacksPage packId={null} />
      </Route>
      <Route path="/clock">
        <ClockPage />
      </Route>
      <Route path="/settings">
        <SettingsPage />
      </Route>
      <Route>
        <FleetPage />
      </Route>
    </Switch>
  );
}

class Boundary extends Component<{ readonly children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <ErrorNotice error={this.state.error} />;
  }
}
