import { useTranslation } from 'react-i18next';
import type { HazardClock } from '../../../domain/risk/hazard-clock';
import { WeightTag } from '../../components/weight-tag';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { ClockMark } from '../../features/hazard/clock-mark';
import { useTerm } from '../../i18n/use-term';

/** What is owed now, by whom and by when, with the clause that asks for it; most pressing first. */
export function OwedPanel({ clocks }: { readonly clocks: readonly HazardClock[] }) {
  const { t } = useTranslation();
  return (
    <section className="panel owed-panel">
      <header>
        <h2>{t('hazard.owed')}</h2>
      </header>
      {clocks.length === 0 ? <p className="muted none">{t('hazard.nothingOwed')}</p> : null}
      {clocks.map((clock) => (
        <Owed key={clock.step} clock={clock} />
      ))}
    </section>
  );
}

function Owed({ clock }: { readonly clock: HazardClock }) {
  const { t } = useTranslation();
  const term = useTerm();
  const { locale, say } = useAppState();
  const { dueOn, owner, basis, confidence, ground, duty } = clock;
  return (
    <div className="owed">
      <div>
        <ClockMark clock={clock} />
        <span className="muted"> {t('hazard.owner', { owner: term('party', owner) })}</span>
      </div>
      {dueOn === null ? null : (
        <div className="small">
          {t('hazard.dueOn', { date: longDate(dueOn, locale) })} {t(`hazard.grounds.${ground}`)}{' '}
          {confidence === null ? null : <WeightTag weight={confidence} />}{' '}
          {basis === null || ground === 'default' ? '' : `${say(basis.shortDocument)} ${say(basis.shortClause)}`}
        </div>
      )}
      {duty === null ? null : (
        <div className="small muted">
          {say(duty.shortDocument)} {say(duty.shortClause)} {say(duty.says)}
        </div>
      )}
    </div>
  );
}
