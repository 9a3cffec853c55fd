import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleAudit } from '../../../domain/audit/verdict';
import { toEpochDay } from '../../../domain/calendar/civil-date';
import { lateVisitsOf } from '../../../domain/report/strip';
import { termsOf } from '../../../domain/terms/terms-of';
import { MiniStrip } from '../../components/mini-strip';
import { StatusMark } from '../../components/status-mark';
import { axisOf } from '../../components/strip-geometry';
import { LateLegend } from '../../components/year-strip';
import { longDate } from '../../i18n/dates';
import { verdictWord } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import type { Passport } from './passport';

const AHEAD_DAYS = 14;

function isAmiss({ status, daysOverdue, late, missed }: RuleAudit): boolean {
  return status === 'failed' || status === 'not-shown' || daysOverdue > 0 || late > 0 || missed > 0;
}

/** The interval record of the period as a small strip, with each rule that is or was late. */
export function IntervalsPanel({ passport }: { readonly passport: Passport }) {
  const { t } = useTranslation();
  const { pack, period, asOf, locale, say } = useAppState();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(760);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(200, element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { headline, strip, dossier } = passport;
  const { audit, scope } = headline;
  const terms = termsOf(locale);
  const late = audit.rules.filter(isAmiss);
  const gaps = audit.rules.reduce((sum, rule) => sum + rule.gaps.length, 0);
  return (
    <section className="panel">
      <header>
        <h2>{t('passport.intervals')}</h2>
        <StatusMark shape={audit.verdict} word={verdictWord(audit.verdict, locale)} />
        {lateVisitsOf(strip).length === 0 ? null : <LateLegend word={t('late.legend')} />}
        <span className="muted small">
          {t('fleet.period', { from: longDate(period.from, locale), to: longDate(period.to, locale) })}{' '}
          {scope === 'maintenance' ? terms.scope.maintenance : null}
        </span>
      </header>
      <div className="body">
        <div ref={box}>
          <MiniStrip
            strip={strip}
            axis={axisOf(toEpochDay(period.from), toEpochDay(asOf) + AHEAD_DAYS, 0, width)}
            width={width}
            label={t('fleet.stripLabel', { registrationNo: dossier.registrationNo, gaps })}
          />
        </div>
        {late.length === 0 ? (
          <span className="muted small">{t('passport.noneLate')}</span>
        ) : (
          <ul className="late-rules small">
            {late.map(({ ruleId, status, daysOverdue, missed, late: times }) => {
              const rule = pack.rules.find(({ id }) => id === ruleId);
              return (
                <li key={ruleId}>
                  <strong>{rule === undefined ? ruleId : say(rule.shortTitle)}</strong>{' '}
                  {status === 'failed' || status === 'not-shown' ? (
                    <StatusMark shape={status} word={terms.ruleStatus[status]} />
                  ) : null}{' '}
                  {daysOverdue > 0 ? (
                    <span className="bad">{t('passport.ruleOverdue', { count: daysOverdue })}</span>
                  ) : null}{' '}
                  {times > 0 || missed > 0 ? t('passport.ruleLate', { late: times, missed }) : null}
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </section>
  );
}
