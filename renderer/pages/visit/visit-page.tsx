import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useAppState } from '../../session/app-state';
import { useDossier } from '../../session/use-elevators';
import { ChooseElevator } from './choose-elevator';
import { LogVisit } from './log-visit';
import './visit-page.css';

export function VisitPage({ registrationNo }: { readonly registrationNo: string | null }) {
  const { t } = useTranslation();
  const { revision } = useAppState();
  const dossier = useDossier(registrationNo, revision);
  if (registrationNo === null) return <ChooseElevator />;
  if (dossier === undefined) return null; // old content is gone, new content is a read away; the busy line tells the rest
  if (dossier === null)
    return (
      <div className="panel empty">
        <p>{t('elevator.unknown', { registrationNo })}</p>
        <Link href="/visit">{t('visit.otherElevator')}</Link>
      </div>
    );
  return <LogVisit dossier={dossier} />;
}
