import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toEpochDay } from '../../../domain/calendar/civil-date';
import { MiniStrip } from '../../components/mini-strip';
import { StatusMark } from '../../components/status-mark';
import { axisOf } from '../../components/strip-geometry';
import { longDate } from '../../i18n/dates';
import { verdictWord } from '../../i18n/term-words';
import { useAppState } from '../../state/app-state';
import type { Passport } from './passport';

const AHEAD_DAYS = 14;

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
  const { audit, strip, dossier } = passport;
  const late = audit.rules.filter(({ status, late: times, missed }) => status === 'overdue' || times > 0 || missed > 0);
  const gaps = audit.rules.reduce((sum, rule) => sum + rule.gaps.length, 0);
  return (
    <section className="panel">
      <header>
        <h2>{t('passport.intervals')}</h2>
        <StatusMark shape={audit.verdict} word={verdictWord(audit.verdict, locale)} />
        <span className="muted small">
          {t('fleet.period', { from: longDate(period.from, locale), to: longDate(period.to, locale) })}
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
                  {status === 'overdue' ? (
                    <span className="bad">{t('passport.ruleOverdue', { count: daysOverdue })}</span>
                  ) : null}{' '}
                  {t('passport.ruleLate', { late: times, missed })}
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </section>
  );
}
