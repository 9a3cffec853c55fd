import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useAppState } from '../../session/app-state';
import { useDossier } from '../../session/use-elevators';
import { ElevatorFormPanel } from './elevator-form-panel';
import './register-page.css';

/** Registers an elevator, or corrects the particulars of a registered one. */
export function RegisterPage({ registrationNo }: { readonly registrationNo: string | null }) {
  return registrationNo === null ? <ElevatorFormPanel dossier={null} /> : <Correct registrationNo={registrationNo} />;
}

function Correct({ registrationNo }: { readonly registrationNo: string }) {
  const { t } = useTranslation();
  const { revision } = useAppState();
  const dossier = useDossier(registrationNo, revision);
  if (dossier === undefined) return null;
  if (dossier === null)
    return (
      <div className="panel empty">
        <p>{t('elevator.unknown', { registrationNo })}</p>
        <Link href="/">{t('elevator.toFleet')}</Link>
      </div>
    );
  return <ElevatorFormPanel dossier={dossier} key={registrationNo} />;
}
