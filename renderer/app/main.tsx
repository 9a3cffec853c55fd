import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { call } from '../bridge/client';
import { reportUnseenFaults } from '../bridge/report-fault';
import { takeToken } from '../bridge/http-transport';
import { startI18n } from '../i18n/i18n';
import { HOMES } from '../features/home/homes';
import { ErrorNotice } from '../features/record/error-notice';
import { App } from './app';
import './app.css';
import '../components/strip.css';
import './small-window.css'; // after what they change
import './print.css';

/** No page was asked for by the address: the program was just started. */
const isBeginning = takeToken() || location.hash === '';
reportUnseenFaults();
const root = createRoot(document.getElementById('root')!); // stands in index.html

async function start(): Promise<void> {
  await startI18n('zh-CN');
  try {
    const [info, settings, packs] = await Promise.all([
      call('app.info', {}),
      call('settings.read', {}),
      call('packs.read', {}),
    ]);
    if (isBeginning && settings.opensWith === 'home') history.replaceState(null, '', `#${HOMES[settings.role]}`);
    root.render(
      <StrictMode>
        <App started={{ info, settings, packs }} />
      </StrictMode>,
    );
  } catch (error) {
    root.render(<ErrorNotice error={error} />);
  }
}

void start();
