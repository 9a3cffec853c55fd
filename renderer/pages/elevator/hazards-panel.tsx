import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../../domain/record/dossier';
import { termsOf } from '../../../domain/terms/terms-of';
import { RiskMark } from '../../components/risk-mark';
import { capital } from '../../i18n/term-words';
import { ClockMark } from '../../features/hazard/clock-mark';
import { hazardPath } from '../../features/hazard/hazard-path';
import { useAppState } from '../../session/app-state';
import { RecordHazardButton } from '../../features/hazard/record-hazard-button';
import { useHazardWords } from '../../features/hazard/use-hazard-words';
import { useJudgedHazards } from '../../features/hazard/use-judged-hazards';

/** The hazards of one elevator as of the day of judgement: open ones first, each with its state and clock. */
export function HazardsPanel({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const words = useHazardWords();
  const { locale } = useAppState();
  const hazards = useJudgedHazards(dossier);
  const openFirst = [...hazards].sort((a, b) => Number(b.open) - Number(a.open));
  return (
    <section className="panel">
      <header>
        <h2>{t('hazards.title')}</h2>
        <span className="muted small">
          {t('hazards.openCount', { count: hazards.filter(({ open }) => open).length })}
        </span>
        <RecordHazardButton className="right" elevator={dossier.elevator.value} finding={null} />
      </header>
      {openFirst.length === 0 ? (
        <p className="muted none">{t('hazards.noneHere')}</p>
      ) : (
        <table className="list">
          <tbody>
            {openFirst.map(({ id, no, value, life, group, pressing, stopped }) => (
              <tr key={id}>
                <td className="whole">
                  <RiskMark group={group} />
                </td>
                <td className="whole">
                  <a href={`#${hazardPath({ registrationNo: dossier.registrationNo, id })}`}>{no}</a>
                </td>
                <td>
                  {value.what} <span className="muted small">{words.component(value.component)}</span>
                </td>
                <td className="whole">
                  {capital(termsOf(locale).hazardState[life.state])}{' '}
                  {stopped ? <span className="tag bad">{t('hazard.stopped')}</span> : null}
                </td>
                <td>{pressing === null ? null : <ClockMark clock={pressing} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
