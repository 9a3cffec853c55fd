import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Elevator } from '../../../domain/elevator/elevator';
import { POLICY_FIELDS, type PolicyField } from '../../../domain/insurance/policy';
import type { PolicyGroup } from '../../../domain/fleet/insurance-rows';
import { Button } from '../../components/controls';
import { ElevatorName } from '../../components/elevator-name';
import { elevatorHref } from '../../components/elevator-place';
import { longDate } from '../../i18n/dates';
import { yuan } from '../../i18n/money';
import { useAppState } from '../../session/app-state';
import { useFleetAnswer } from '../../session/use-fleet-answer';
import { CorrectPolicy } from './correct-policy';
import { InsurerBundle } from './insurer-bundle';

interface DetailProps {
  readonly policy: PolicyGroup;
  readonly onRenew: () => void;
  readonly onClaim: () => void;
}

/** Elevators named at first; more on demand. */
const FIRST_ELEVATORS = 12;

/** One policy: what it says, the elevators it covers, and what can be done about it. */
export function PolicyDetail({ policy, onRenew, onClaim }: DetailProps) {
  const { t } = useTranslation();
  const { readOnly } = useAppState();
  const [correcting, setCorrecting] = useState(false);
  const [bundling, setBundling] = useState(false);
  const { insurer, policyNo } = policy;
  const question = useMemo(() => ({ insurer, policyNo }), [insurer, policyNo]);
  const { answer } = useFleetAnswer('policy-records', question);
  return (
    <section className="panel policy-detail">
      <header>
        <h2>{insurer}</h2>
        <span className="no-space">{policyNo}</span>
        <span className="right">
          <Button look="small" keys="R" disabled={readOnly} onClick={onRenew}>
            {t('insurance.renew')}
          </Button>
          <Button look="small" keys="C" disabled={readOnly} onClick={onClaim}>
            {t('insurance.claim')}
          </Button>
          <Button look="small" disabled={readOnly || answer === null} onClick={() => setCorrecting(true)}>
            {t('insurance.correct')}
          </Button>
          <Button look="small" disabled={readOnly} onClick={() => setBundling(true)}>
            {t('bundle.open')}
          </Button>
        </span>
      </header>
      <PolicyFacts policy={policy} />
      {answer === null ? null : <Covered elevators={answer.rows.map(({ elevator }) => elevator)} />}
      {correcting && answer !== null ? (
        <CorrectPolicy policy={policy} records={answer.rows} onClose={() => setCorrecting(false)} />
      ) : null}
      {bundling ? <InsurerBundle policy={policy} onClose={() => setBundling(false)} /> : null}
    </section>
  );
}

function PolicyFacts({ policy: { first, differing } }: Pick<DetailProps, 'policy'>) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const shown = (field: PolicyField): string => {
    const value = first[field];
    if (value === undefined || value === '') return '—';
    if (field === 'services') return first.services.length === 0 ? '—' : first.services.join(t('elevator.listComma'));
    if (field === 'sumInsured' || field === 'premium')
      return t('insurance.yuan', { amount: yuan(Number(value), locale) });
    return field === 'from' || field === 'to' ? longDate(String(value), locale) : String(value);
  };
  return (
    <dl className="fact-list">
      {POLICY_FIELDS.filter((field) => field !== 'insurer' && field !== 'policyNo').map((field) => (
        <div key={field}>
          <dt>{t(`policyFields.${field}`)}</dt>
          <dd>
            {shown(field)}
            {differing.includes(field) ? <span className="warn small"> {t('insurance.differs')}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Covered({ elevators }: { readonly elevators: readonly Elevator[] }) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const shown = whole ? elevators : elevators.slice(0, FIRST_ELEVATORS);
  return (
    <div className="covered small">
      <span className="muted">{t('insurance.covered', { count: elevators.length })}</span>{' '}
      {shown.map((elevator) => (
        <ElevatorName key={elevator.registrationNo} elevator={elevator} href={elevatorHref(elevator.registrationNo)} />
      ))}
      {shown.length === elevators.length ? null : (
        <Button look="link" onClick={() => setWhole(true)}>
          {t('insurance.moreElevators', { count: elevators.length - shown.length })}
        </Button>
      )}
    </div>
  );
}
