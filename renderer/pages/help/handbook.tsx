import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Settings } from '../../../domain/bridge/replies';
import { ROLES } from '../../features/home/homes';
import { useAppState } from '../../session/app-state';

/** The steps of a job, each on its page. */
const JOBS = {
  maintainer: [
    ['plan', '/plan', 'nav.plan'],
    ['visit', '/visit', 'nav.visit'],
    ['round', '/round', 'nav.round'],
    ['hazard', '/hazards', 'nav.hazards'],
    ['report', '/reports', 'nav.reports'],
  ],
  manager: [
    ['month', '/month', 'nav.month'],
    ['routine', '/routine', 'nav.routine'],
    ['confirm', '/confirm', 'nav.confirm'],
    ['due', '/due', 'nav.due'],
    ['close', '/hazards', 'nav.hazards'],
    ['pack', '/reports', 'nav.reports'],
  ],
  inspector: [
    ['bring', '/import', 'nav.import'],
    ['verify', '/verify', 'nav.verify'],
    ['desk', '/desk', 'nav.desk'],
    ['doubts', '/doubts', 'nav.doubts'],
    ['compare', '/compare', 'nav.compare'],
  ],
} as const satisfies Readonly<Record<Settings['role'], readonly (readonly [string, string, string])[]>>;

/** What everybody needs once. */
const ALL = [
  ['start', '/start', 'start.title'],
  ['backup', '/settings', 'nav.settings'],
] as const;

export function Handbook() {
  const { t } = useTranslation();
  const { settings } = useAppState();
  const own = [settings.role, ...ROLES.filter((role) => role !== settings.role)];
  return (
    <div className="help-jobs">
      {own.map((role) => (
        <section className="panel" key={role}>
          <header>
            <h2>{t(`roles.${role}`)}</h2>
          </header>
          <ol>
            {JOBS[role].map(([step, path, word]) => (
              <li key={step}>
                <Link href={path}>{t(word)}</Link> {t(`help.steps.${step}`)}
              </li>
            ))}
          </ol>
        </section>
      ))}
      <section className="panel">
        <header>
          <h2>{t('help.everybody')}</h2>
        </header>
        <ol>
          {ALL.map(([step, path, word]) => (
            <li key={step}>
              <Link href={path}>{t(word)}</Link> {t(`help.steps.${step}`)}
            </li>
          ))}
          <li>{t('help.steps.keys')}</li>
        </ol>
      </section>
    </div>
  );
}
