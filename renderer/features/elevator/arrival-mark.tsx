import { useTranslation } from 'react-i18next';
import type { Arrival, ArrivalStatus } from '../../../domain/response/judge-arrival';
import { WeightTag } from '../../components/weight-tag';
import { StatusMark, type Shape } from '../../components/status-mark';
import { useAppState } from '../../session/app-state';

const SHAPES: Readonly<Record<ArrivalStatus, Shape>> = {
  'in-time': 'met',
  late: 'late',
  undecided: 'no-data',
  'not-recorded': 'no-data',
  'not-applicable': 'not-applicable',
};

/** How an arrival was judged: the finding, the minutes against the limit, and the clause that sets it. */
export function ArrivalMark({ arrival }: { readonly arrival: Arrival }) {
  const { t } = useTranslation();
  const { pack, say } = useAppState();
  const { status, reason, minutes, limit, requirementId, dispatchMissing } = arrival;
  const requirement = pack.requirements.find(({ id }) => id === requirementId);
  const figures = { minutes: minutes ?? 0, limit: limit ?? 0, over: (minutes ?? 0) - (limit ?? 0) };
  return (
    <div className="arrival">
      <StatusMark shape={SHAPES[status]} word={t(`callout.arrival.${status}`)} />{' '}
      <span className="small">
        {t(`callout.reason.${reason ?? status}`, figures)}
        {dispatchMissing ? <span className="warn"> {t('callout.dispatchMissing')}</span> : null}
      </span>
      {requirement === undefined ? null : (
        <div className="small muted">
          {say(requirement.legalBasis.shortDocument)} {say(requirement.legalBasis.shortClause)}{' '}
          <WeightTag weight={requirement.confidence} />
        </div>
      )}
    </div>
  );
}
