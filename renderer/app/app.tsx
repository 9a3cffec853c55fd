import { Component, Suspense, type ReactNode } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { AppStateProvider, type Started } from '../session/app-state';
import { ErrorNotice } from '../features/record/error-notice';
import { BackupWatchProvider } from '../features/backup/backup-watch-provider';
import { hazardIdIn } from '../features/hazard/hazard-path';
import { GivenFilesProvider } from '../session/given-files';
import { PageKeysProvider } from '../session/page-keys';
import { UndoProvider } from '../session/undo';
import { VerificationsProvider } from '../features/verification/verifications';
import { FindBar } from './find-bar';
import { Frame } from './frame';
import {
  AssessPage,
  CallOutsPage,
  ClockPage,
  ComparePage,
  DeskPage,
  DoubtsPage,
  JoinedPage,
  ConfirmPage,
  DuePage,
  PeoplePage,
  ElevatorPage,
  FleetPage,
  HazardPage,
  HazardsPage,
  HelpPage,
  ImportPage,
  InsurancePage,
  MonthPage,
  NoticePage,
  PacksPage,
  PassportPage,
  PlanPage,
  RegisterPage,
  ReportsPage,
  RoundPage,
  RoutinePage,
  SettingsPage,
  StartPage,
  StockPage,
  VerifyPage,
  VisitPage,
} from './pages';
import { UnknownPage } from './unknown-page';

export function App({ started }: { readonly started: Started }) {
  return (
    <Boundary>
      <AppStateProvider started={started}>
        <PageKeysProvider>
          <Router hook={useHashLocation}>
            <GivenFilesProvider>
              <UndoProvider>
                <VerificationsProvider>
                  <BackupWatchProvider>
                    <Frame>
                      <Boundary>
                        <Suspense fallback={<div className="busy-line" />}>
                          <Routes />
                        </Suspense>
                      </Boundary>
                    </Frame>
                  </BackupWatchProvider>
                </VerificationsProvider>
              </UndoProvider>
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
      <Route path="/doubts" component={DoubtsPage} />
      <Route path="/doubts/joined" component={JoinedPage} />
      <Route path="/confirm" component={ConfirmPage} />
      <Route path="/people" component={PeoplePage} />
      <Route path="/due" component={DuePage} />
      <Route path="/routine" component={RoutinePage} />
      <Route path="/plan" component={PlanPage} />
      <Route path="/month" component={MonthPage} />
      <Route path="/desk" component={DeskPage} />
      <Route path="/round/:site">{({ site }) => <RoundPage site={decodeURIComponent(site)} key={site} />}</Route>
      <Route path="/round">
        <RoundPage site={null} />
      </Route>
      <Route path="/register">
        <RegisterPage registrationNo={null} />
      </Route>
      <Route path="/hazards/:registrationNo/:hazard">
        {({ registrationNo, hazard }) => (
          <HazardPage registrationNo={decodeURIComponent(registrationNo)} hazardId={hazardIdIn(hazard)} key={hazard} />
        )}
      </Route>
      <Route path="/hazards" component={HazardsPage} />
      <Route path="/callouts" component={CallOutsPage} />
      <Route path="/stock/:registrationNo">
        {({ registrationNo }) => (
          <PassportPage registrationNo={decodeURIComponent(registrationNo)} key={registrationNo} />
        )}
      </Route>
      <Route path="/stock" component={StockPage} />
      <Route path="/assess/:registrationNo">
        {({ registrationNo }) => (
          <AssessPage registrationNo={decodeURIComponent(registrationNo)} key={registrationNo} />
        )}
      </Route>
      <Route path="/assess">
        <AssessPage registrationNo={null} />
      </Route>
      <Route path="/insurance" component={InsurancePage} />
      <Route path="/notice" component={NoticePage} />
      <Route path="/import" component={ImportPage} />
      <Route path="/reports" component={ReportsPage} />
      <Route path="/verify" component={VerifyPage} />
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
      <Route path="/clock" component={ClockPage} />
      <Route path="/help" component={HelpPage} />
      <Route path="/start" component={StartPage} />
      <Route path="/settings" component={SettingsPage} />
      <Route path="/" component={FleetPage} />
      <Route path="*">{({ '*': rest }) => <UnknownPage path={`/${rest}`} />}</Route>
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
