import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../../domain/record/dossier';
import { recordNoOf } from '../../../domain/record/entry';
import { yearsInUse } from '../../../domain/elevator/age';
import { longDate } from '../../i18n/dates';
import { showValue } from '../../i18n/show-value';
import { useAppState } from '../../state/app-state';

/** The particulars as registered, the columns no format knows, and how they were corrected. */
export function Particulars({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { pack, say, locale, asOf } = useAppState();
  const { value: elevator, amendments = [] } = dossier.elevator;
  const kind = pack.kinds.find(({ code }) => code === elevator.kind);
  const years = yearsInUse(elevator, asOf);
  const latest = [...dossier.inspections].map(({ value }) => value).sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  const rating = [
    elevator.loadKg === undefined ? '' : `${elevator.loadKg} kg`,
    elevator.speedMps === undefined ? '' : `${elevator.speedMps} m/s`,
  ].filter((part) => part !== '');
  const date = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : longDate(value, locale);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['registrationNo', elevator.registrationNo],
    ['kind', `${kind === undefined ? '' : say(kind.title)} ${elevator.kind}`],
    ['rating', rating.join(locale === 'en' ? ', ' : '，') || undefined],
    ['stops', elevator.stops],
    ['inServiceOn', date(elevator.inServiceOn)],
    ['age', years === null ? undefined : t('elevator.years', { count: years })],
    ['deviceCode', elevator.deviceCode],
    ['maker', [elevator.manufacturer, elevator.model].filter((part) => part !== undefined).join(' ') || undefined],
    ['maintainer', elevator.maintainer],
    ['propertyManager', elevator.propertyManager],
    ['userUnit', elevator.userUnit],
    [
      'inspection',
      latest === undefined
        ? undefined
        : `${longDate(latest.date, locale)} ${t(`inspection.${latest.kind}`)} ${t(`inspection.${latest.result}`)}`,
    ],
    ['rescueCode', elevator.rescueCode],
    ['acceptedOn', date(elevator.acceptedOn)],
    ['recordsFrom', date(elevator.recordsFrom)],
    ['regime', elevator.regime === 'standard' ? undefined : t('elevator.onDemand', { regime: elevator.regime })],
    ...Object.entries(elevator.extra ?? {}),
  ];
  return (
    <section className="panel">
      <dl className="particulars" style={{ margin: 0 }}>
        {facts
          .filter(([, value]) => value !== undefined)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{t(`particulars.${label}`, { defaultValue: label })}</dt>
              <dd className={['registrationNo', 'deviceCode'].includes(label) ? 'no-space' : ''}>{value}</dd>
            </div>
          ))}
      </dl>
      {amendments.length === 0 ? null : (
        <details className="small" style={{ padding: '0 14px 8px' }}>
          <summary>{t('elevator.corrections', { count: amendments.length })}</summary>
          {amendments.map((amendment) => (
            <div key={amendment.id}>
              {recordNoOf(amendment.id)} • {amendment.at.slice(0, 16).replace('T', ' ')} • {amendment.author} •{' '}
              {amendment.changes
                .map(({ field, from, to }) => `${t(`particulars.${field}`)}: ${showValue(from)} → ${showValue(to)}`)
                .join('; ')}{' '}
              • {amendment.reason}
            </div>
          ))}
        </details>
      )}
    </section>
  );
}
