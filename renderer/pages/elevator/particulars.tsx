import { useTranslation } from 'react-i18next';
import { ELEVATOR_STATUSES } from '../../../domain/elevator/elevator';
import { yearsInUse } from '../../../domain/elevator/age';
import { standing, type Dossier } from '../../../domain/record/dossier';
import { type Json } from '../../../domain/record/entry';
import { termsOf } from '../../../domain/terms/terms-of';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { AmendmentList } from '../../features/record/amendment-list';
import { BehindBreak, useIsBehindBreak } from '../../features/record/behind-break';
import { RecordLine } from '../../features/record/record-line';
import { useBuildingFacts, useLateFacts, useLifeFacts, type Fact } from './rare-facts';
import { latestInspection, OLD_FROM_YEARS } from './summary';
import { useTerm } from '../../i18n/use-term';

/** The particulars as registered, the columns no format knows, and how they were corrected. */
export function Particulars({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { id, at, author, amendments = [], value } = dossier.elevator;
  const { locale } = useAppState();
  const { status } = termsOf(locale);
  const isBehind = useIsBehindBreak();
  const facts = useFacts(dossier);
  const extra = Object.entries(value.extra ?? {});
  return (
    <section className="panel" aria-label={t('elevator.particulars')}>
      <dl className="particulars">
        {facts
          .filter((fact) => fact.value !== undefined)
          .map((fact) => (
            <div key={fact.label}>
              <dt>{t(`particulars.${fact.label}`)}</dt>
              <dd className={`${fact.exact === true ? 'no-space' : ''} ${fact.warn === true ? 'warn strong' : ''}`}>
                {fact.value}
              </dd>
            </div>
          ))}
        {extra.map(([header, text]) => (
          <div key={`extra ${header}`}>
            <dt title={t('elevator.extraColumn')}>{header}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {amendments.length === 0 && isBehind(id) ? <RecordLine id={id} at={at} author={author} /> : null}
      {amendments.length === 0 ? null : (
        <details className="small corrections">
          <summary>
            {t('elevator.corrections', { count: amendments.length })}
            <BehindBreak ids={[id, ...amendments.map((amendment) => amendment.id)]} />
          </summary>
          <RecordLine id={id} at={at} author={author} />
          <AmendmentList
            amendments={amendments}
            fields="particulars"
            wordOf={(field: string, word: Json) =>
              typeof word === 'boolean'
                ? t(`elevator.answers.${word ? 'true' : 'false'}`)
                : field === 'area' && typeof word === 'string'
                  ? t(`elevator.areas.${word}`)
                  : field === 'status'
                    ? status[ELEVATOR_STATUSES.find((known) => known === word) ?? 'in-use']
                    : undefined
            }
          />
        </details>
      )}
    </section>
  );
}

function useFacts(dossier: Dossier): readonly Fact[] {
  const { t } = useTranslation();
  const term = useTerm();
  const { kindOf, say, locale, asOf } = useAppState();
  const { value: elevator } = dossier.elevator;
  const kind = kindOf(elevator.kind);
  const years = yearsInUse(elevator, asOf);
  const inspected = latestInspection(standing(dossier.inspections), asOf);
  const date = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : longDate(value, locale);
  const joined = (parts: readonly (string | undefined)[], by: string): string | undefined => {
    const known = parts.filter((part) => part !== undefined);
    return known.length === 0 ? undefined : known.join(by);
  };
  const old = years !== null && years >= OLD_FROM_YEARS;
  return [
    { label: 'registrationNo', value: elevator.registrationNo, exact: true },
    { label: 'kind', value: kind === undefined ? elevator.kind : `${say(kind.title)} ${kind.code}` },
    {
      label: 'rating',
      value: joined(
        [
          elevator.loadKg === undefined ? undefined : `${elevator.loadKg} kg`,
          elevator.speedMps === undefined ? undefined : `${elevator.speedMps} m/s`,
        ],
        t('elevator.ratingComma'),
      ),
    },
    { label: 'stops', value: elevator.stops },
    { label: 'ratedPersons', value: elevator.ratedPersons?.toString() },
    { label: 'inServiceOn', value: date(elevator.inServiceOn) },
    {
      label: 'age',
      value: years === null ? undefined : t(old ? 'elevator.yearsOld' : 'elevator.years', { count: years }),
      warn: old,
    },
    { label: 'deviceCode', value: elevator.deviceCode, exact: true },
    { label: 'maker', value: joined([elevator.manufacturer, elevator.model], ' ') },
    { label: 'serialNo', value: elevator.serialNo, exact: true },
    { label: 'maintainer', value: elevator.maintainer },
    { label: 'maintainerPhone', value: elevator.maintainerPhone, exact: true },
    { label: 'propertyManager', value: elevator.propertyManager },
    { label: 'managerPhone', value: elevator.managerPhone, exact: true },
    { label: 'userUnit', value: elevator.userUnit },
    { label: 'safetyOfficer', value: elevator.safetyOfficer },
    { label: 'place', value: elevator.place },
    {
      label: 'inspection',
      value:
        inspected === null
          ? undefined
          : `${longDate(inspected.date, locale)} ${term('inspectionResult', inspected.result)}`,
      warn: inspected?.result === 'fail',
    },
    { label: 'rescueCode', value: elevator.rescueCode, exact: true },
    { label: 'acceptedOn', value: date(elevator.acceptedOn) },
    {
      label: 'recordsFrom',
      value:
        elevator.recordsFrom === undefined
          ? undefined
          : t('elevator.unauditedBefore', { day: longDate(elevator.recordsFrom, locale) }),
    },
    ...useLifeFacts(elevator),
    ...useLateFacts(elevator),
    ...useBuildingFacts(elevator),
  ];
}
