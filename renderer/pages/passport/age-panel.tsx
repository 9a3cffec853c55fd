import { useTranslation } from 'react-i18next';
import { WeightTag } from '../../components/weight-tag';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import type { Passport } from './passport';

/** How old it is, by which rule that counts as old, and what kind of elevator it is. */
export function AgePanel({ passport }: { readonly passport: Passport }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const { old } = passport;
  return (
    <section className="panel">
      <header>
        <h2>{t('passport.age')}</h2>
      </header>
      <dl className="fact-list">
        {useFacts(passport).map(({ label, value, warn }) => (
          <div key={label}>
            <dt>{t(`passport.facts.${label}`)}</dt>
            <dd className={warn === true ? 'warn strong' : ''}>{value}</dd>
          </div>
        ))}
      </dl>
      {old === null ? (
        <p className="none muted">{t('passport.noOldRule')}</p>
      ) : (
        <p className="none small">
          {t('passport.oldRule', { years: old.rule.years })} {say(old.rule.legalBasis.document)}{' '}
          {say(old.rule.legalBasis.clause)} <WeightTag weight={old.rule.confidence} />{' '}
          <span className="muted">{say(old.rule.legalBasis.says)}</span>
        </p>
      )}
      <ShallowPitNotes passport={passport} />
    </section>
  );
}

/** No limit is known for a shallow pit: what the place says stands beside the particulars, and decides nothing. */
function ShallowPitNotes({ passport }: { readonly passport: Passport }) {
  const { t } = useTranslation();
  const { pack, say } = useAppState();
  const { retrofit, pitDepthMm, overheadMm, specialMeasures } = passport.dossier.elevator.value;
  const concerned =
    retrofit === true || pitDepthMm !== undefined || overheadMm !== undefined || specialMeasures !== undefined;
  const notes = (pack.hazards?.notes ?? []).filter(({ about }) => about === 'shallow-pit');
  if (!concerned || notes.length === 0) return null;
  return (
    <details className="none small">
      <summary>{t('passport.shallowPit')}</summary>
      {notes.map(({ id, says, confidence }) => (
        <p key={id}>
          <WeightTag weight={confidence} /> {say(says)}
        </p>
      ))}
    </details>
  );
}

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly warn?: boolean;
}

function useFacts({ dossier, age, old }: Passport): readonly Fact[] {
  const { t } = useTranslation();
  const { locale, kindOf, say } = useAppState();
  const { value: elevator } = dossier.elevator;
  const kind = kindOf(elevator.kind);
  const known = (label: string, value: string | undefined, warn = false): Fact[] =>
    value === undefined ? [] : [{ label, value, warn }];
  const life = elevator.designLifeYears;
  return [
    ...known('kind', kind === undefined ? elevator.kind : `${say(kind.title)} ${kind.code}`),
    ...known(
      'maker',
      [elevator.manufacturer, elevator.model].filter((part) => part !== undefined).join(' ') || undefined,
    ),
    ...known(
      'inUse',
      age === null ? t('passport.ageUnknown') : t('stock.age', { years: age.years, months: age.months }),
      old?.reached === true,
    ),
    ...known(
      'since',
      age === null ? undefined : t(`passport.since.${age.from}`, { date: longDate(age.since, locale) }),
    ),
    ...known(
      'designLife',
      life === undefined
        ? t('passport.designLifeUnknown')
        : t('passport.designLife', { years: life, left: life - (age?.years ?? 0) }),
      life !== undefined && age !== null && age.years >= life,
    ),
    ...known('maintainer', elevator.maintainer),
    ...known('propertyManager', elevator.propertyManager),
    ...known('userUnit', elevator.userUnit),
    ...known(
      'retrofit',
      elevator.retrofit === undefined ? undefined : t(elevator.retrofit ? 'passport.yes' : 'passport.no'),
    ),
    ...known('pitDepth', elevator.pitDepthMm === undefined ? undefined : `${elevator.pitDepthMm} mm`),
    ...known('overhead', elevator.overheadMm === undefined ? undefined : `${elevator.overheadMm} mm`),
    ...known('specialMeasures', elevator.specialMeasures),
    ...known('specialMeasuresApproval', elevator.specialMeasuresApproval),
  ];
}
