import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button } from '../../components/controls';
import { StatusMark } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { yuan } from '../../i18n/money';
import { useAppState } from '../../session/app-state';
import { stillStanding, type Passport } from './passport';
import { useTerm } from '../../i18n/use-term';

/** The policies over this elevator, the days without cover, and claims. */
export function CoverPanel({ passport: { dossier, coverGaps } }: { readonly passport: Passport }) {
  const { t } = useTranslation();
  const term = useTerm();
  const { asOf, locale, readOnly } = useAppState();
  const [, navigate] = useLocation();
  const policies = stillStanding(dossier.policies).sort((a, b) => (a.value.to < b.value.to ? 1 : -1));
  const claims = stillStanding(dossier.claims);
  const running = policies.some(({ value: { from, to } }) => from <= asOf && asOf <= to);
  return (
    <section className="panel">
      <header>
        <h2>{t('passport.cover')}</h2>
        <StatusMark
          shape={policies.length === 0 ? 'no-data' : running ? 'met' : 'lapsed'}
          word={t(`insurance.covers.${policies.length === 0 ? 'none' : running ? 'covered' : 'ended'}`)}
        />
        <Button
          className="right"
          look="small"
          disabled={readOnly}
          onClick={() => navigate(`/insurance?for=${encodeURIComponent(dossier.registrationNo)}`)}
        >
          {t('insurance.record')}
        </Button>
      </header>
      {coverGaps?.map(({ from, to }) => (
        <div key={from} className="none warn small">
          {t('insurance.gap', { from: longDate(from, locale), to: longDate(to, locale) })}
        </div>
      ))}
      {policies.map(({ id, value }) => (
        <div key={id} className="none done" data-record={id} tabIndex={-1}>
          <strong>{value.insurer}</strong> <span className="no-space">{value.policyNo}</span>
          <div className="small">
            {value.cover} {longDate(value.from, locale)} – {longDate(value.to, locale)}{' '}
            {value.premium === undefined ? '' : t('insurance.yuan', { amount: yuan(value.premium, locale) })}{' '}
            <span className="muted">{value.services.join(t('elevator.listComma'))}</span>
          </div>
        </div>
      ))}
      {claims.map(({ id, value }) => (
        <div key={id} className="none small" data-record={id} tabIndex={-1}>
          {longDate(value.occurredOn, locale)} {value.what} {term('claimState', value.state)}{' '}
          {value.paid === undefined ? '' : t('insurance.yuan', { amount: yuan(value.paid, locale) })}
        </div>
      ))}
    </section>
  );
}
