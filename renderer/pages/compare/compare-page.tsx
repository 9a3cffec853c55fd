import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useAppState } from '../../session/app-state';
import { useDossier } from '../../session/use-elevators';
import { CompareElevator } from './compare-elevator';
import { CompareFleet } from './compare-fleet';
import './compare-page.css';

/** One history by two packs or on two days: a single elevator, or which of the fleet are judged differently. */
export function ComparePage({ registrationNo }: { readonly registrationNo: string | null }) {
  return registrationNo === null ? <CompareFleet /> : <OneElevator registrationNo={registrationNo} />;
}

function OneElevator({ registrationNo }: { readonly registrationNo: string }) {
  const { t } = useTranslation();
  const { revision } = useAppState();
  const dossier = useDossier(registrationNo, revision);
  if (dossier === undefined) return null; // a read takes a few milliseconds; a word that flashes by tells nobody anything
  if (dossier !== null) return <CompareElevator dossier={dossier} />;
  return (
    <div className="panel empty">
      <p>{t('elevator.unknown', { registrationNo })}</p>
      <Link href="/compare">{t('compare.toFleet')}</Link>
    </div>
  );
}
