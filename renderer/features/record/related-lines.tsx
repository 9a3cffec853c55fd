import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isRetiredOn, type Elevator, type RegistrationNo } from '../../../domain/elevator/elevator';
import type { Related } from '../../../domain/elevator/related';
import { nameOfUse } from '../../../domain/terms/name-of-use';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { useFleetAnswer } from '../../session/use-fleet-answer';

/** What else of the register is about an elevator; null while it is looked for. */
export function useRelated(registrationNo: RegistrationNo): Related | null {
  return useFleetAnswer('related', registrationNo).answer?.rest ?? null;
}

/** The certificates that an elevator had before, and others in use with its device code. */
export function RelatedLines({ elevator, related }: { readonly elevator: Elevator; readonly related: Related | null }) {
  const { t } = useTranslation();
  if (related === null) return null;
  const { predecessors, sameCode } = related;
  return (
    <>
      {predecessors.map((before) => (
        <div key={before.registrationNo} className="small">
          {t('related.from')} <ElevatorLink registrationNo={before.registrationNo} /> <Ended elevator={before} />
        </div>
      ))}
      {sameCode.length === 0 ? null : (
        <div className="notice warn">
          <span>
            <strong>{t('related.sameCode', { code: elevator.deviceCode })}</strong>{' '}
            {sameCode.map((registrationNo) => (
              <span key={registrationNo}>
                <ElevatorLink registrationNo={registrationNo} />{' '}
              </span>
            ))}
            {t('related.sameCodeHint')}
          </span>
        </div>
      )}
    </>
  );
}

function ElevatorLink({ registrationNo }: { readonly registrationNo: RegistrationNo }) {
  return (
    <Link className="no-space" href={`/elevator/${encodeURIComponent(registrationNo)}`}>
      {registrationNo}
    </Link>
  );
}

function Ended({ elevator }: { readonly elevator: Elevator }) {
  const { asOf, locale } = useAppState();
  if (!isRetiredOn(elevator, asOf)) return null;
  return (
    <span className="muted">
      {nameOfUse('retired', elevator, locale)}{' '}
      {elevator.endedOn === undefined ? '' : longDate(elevator.endedOn, locale)}
    </span>
  );
}
