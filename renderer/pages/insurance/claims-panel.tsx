import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimState } from '../../../domain/insurance/policy';
import { recordNoOf } from '../../../domain/record/record-id';
import type { ClaimRow } from '../../../domain/fleet/insurance-rows';
import { Button } from '../../components/controls';
import { ElevatorName } from '../../components/elevator-name';
import { elevatorHref } from '../../components/elevator-place';
import { StatusMark, type Shape } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { yuan } from '../../i18n/money';
import { useAppState } from '../../session/app-state';
import { useTerm } from '../../i18n/use-term';

const SHAPES: Readonly<Record<ClaimState, Shape>> = {
  reported: 'due-soon',
  accepted: 'due-soon',
  paid: 'met',
  refused: 'refused',
  withdrawn: 'not-applicable',
};

/** Claims listed at first; more on demand. */
const FIRST_CLAIMS = 12;

interface PanelProps {
  readonly claims: readonly ClaimRow[];
  readonly onOpen: (row: ClaimRow) => void;
}

/** Claims that stand, newest first; the date opens one. */
export function ClaimsPanel({ claims, onOpen }: PanelProps) {
  const { t } = useTranslation();
  const term = useTerm();
  const { locale, readOnly } = useAppState();
  const [whole, setWhole] = useState(false);
  const shown = whole ? claims : claims.slice(0, FIRST_CLAIMS);
  const amount = (value: number | undefined): string => (value === undefined ? '—' : yuan(value, locale));
  return (
    <section className="panel">
      <header>
        <h2>{t('insurance.claims')}</h2>
      </header>
      {claims.length === 0 ? (
        <p className="muted none">{t('insurance.noClaims')}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              {(['occurredOn', 'elevator', 'what', 'state'] as const).map((column) => (
                <th key={column}>{t(`claim.columns.${column}`)}</th>
              ))}
              <th className="number">{t('claim.columns.claimed')}</th>
              <th className="number">{t('claim.columns.paid')}</th>
              <th className="number">{t('history.recordNo')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const { id, value } = row.record;
              return (
                <tr key={id}>
                  <td className="whole">
                    <Button look="link" disabled={readOnly} title={t('claim.open')} onClick={() => onOpen(row)}>
                      {longDate(value.occurredOn, locale)}
                    </Button>
                  </td>
                  <td>
                    <ElevatorName elevator={row.elevator} href={elevatorHref(row.registrationNo)} />
                    <div className="small muted no-space whole">{row.registrationNo}</div>
                  </td>
                  <td>
                    {value.what}
                    <div className="small muted no-space">{value.policyNo}</div>
                  </td>
                  <td>
                    <StatusMark shape={SHAPES[value.state]} word={term('claimState', value.state)} />
                  </td>
                  <td className="number">{amount(value.claimed)}</td>
                  <td className="number">{amount(value.paid)}</td>
                  <td className="number">{recordNoOf(id)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {shown.length === claims.length ? null : (
        <Button look="link" onClick={() => setWhole(true)}>
          {t('insurance.moreClaims', { count: claims.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
