import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { FleetRow } from '../../../../domain/fleet/fleet-row';
import { useAuditQuestion } from '../../../session/use-audit-question';
import { useFleetAnswer } from '../../../session/use-fleet-answer';
import '../visit-page.css';
import { ErrorNotice } from '../../../features/record/error-notice';
import { ChooseSite } from './choose-site';
import { OpenRound } from './open-round';
import { sitesOf, withoutSite } from './sites';
import './round-page.css';

const NO_ROWS: readonly FleetRow[] = [];

/** The visits of one site and one crew, written down together; `site` = its key, null = to be chosen. */
export function RoundPage({ site: wanted }: { readonly site: string | null }) {
  const { t } = useTranslation();
  const { answer, failure } = useFleetAnswer('rows', useAuditQuestion());
  const rows = answer?.rows ?? NO_ROWS;
  const sites = useMemo(() => sitesOf(rows), [rows]);
  if (failure !== null && answer === null) return <ErrorNotice error={failure} />;
  if (answer === null) return null; // the busy line tells the rest
  const site = sites.find(({ key }) => key === wanted);
  if (wanted === null) return <ChooseSite sites={sites} without={withoutSite(rows)} />;
  if (site === undefined)
    return (
      <div className="panel empty">
        <p>{t('round.unknownSite', { site: wanted })}</p>
        <Link href="/round">{t('round.otherSite')}</Link>
      </div>
    );
  return <OpenRound key={site.key} site={site} />;
}
