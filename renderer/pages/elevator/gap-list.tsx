import { useTranslation } from 'react-i18next';
import { versionOfGap } from '../../../domain/audit/version-of-gap';
import type { Gap } from '../../../domain/audit/verdict';
import type { ScheduleRule } from '../../../domain/pack/rule-pack';
import { WeightTag } from '../../components/weight-tag';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';

interface GapListProps {
  readonly rule: ScheduleRule;
  readonly gaps: readonly Gap[];
}

const SHOWN = 5;

/** The gaps of a rule, each with the clause, the version and the weight that judged it. */
export function GapList({ rule, gaps }: GapListProps) {
  const { t } = useTranslation();
  if (gaps.length === 0) return null;
  const rest = gaps.slice(SHOWN);
  return (
    <>
      <Items rule={rule} gaps={gaps.slice(0, SHOWN)} />
      {rest.length === 0 ? null : (
        <details className="small">
          <summary>{t('elevator.gaps.more', { count: rest.length })}</summary>
          <Items rule={rule} gaps={rest} />
        </details>
      )}
    </>
  );
}

function Items({ rule, gaps }: GapListProps) {
  const { t } = useTranslation();
  const { locale, say } = useAppState();
  return (
    <ul className="gap-list small">
      {gaps.map(({ from, to, deadline, daysLate, missed, weight, version }) => {
        const { legalBasis } = versionOfGap(rule, { version });
        const date = (day: typeof from): string => longDate(day, locale);
        const values = { from: date(from), to: to === null ? '' : date(to), deadline: date(deadline) };
        return (
          <li key={deadline}>
            {t(to === null ? 'elevator.gaps.open' : 'elevator.gaps.closed', { ...values, count: daysLate, missed })}{' '}
            <WeightTag weight={weight} /> {say(legalBasis.shortDocument)} {say(legalBasis.clause)}
            {version === null ? '' : t('elevator.gaps.since', { date: date(version) })}
          </li>
        );
      })}
    </ul>
  );
}
