import { useTranslation } from 'react-i18next';
import type { AssessmentDue } from '../../../domain/risk/assessment-due';
import { ConfidenceTag } from '../../components/confidence-tag';
import { StatusMark, type Shape } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../state/app-state';
import { stillStanding, type Passport } from './passport';

const SHAPES: Readonly<Record<AssessmentDue['status'], Shape>> = {
  due: 'late',
  proposed: 'due-soon',
  'to-come': 'not-applicable',
};

/** Assessments done, those that are asked for and why, and the circumstances that only people can judge. */
export function AssessmentsPanel({ passport: { dossier, assessments } }: { readonly passport: Passport }) {
  const { t } = useTranslation();
  const { pack, say, locale, asOf } = useAppState();
  const done = stillStanding(dossier.assessments)
    .filter(({ value }) => value.date <= asOf)
    .sort((a, b) => (a.value.date < b.value.date ? 1 : -1));
  const listName = (id: string): string => {
    const list = pack.hazards?.assessmentLists.find((one) => one.id === id);
    return list === undefined ? id : say(list.title);
  };
  return (
    <section className="panel">
      <header>
        <h2>{t('passport.assessments')}</h2>
      </header>
      {assessments?.due.map((due) => (
        <div key={`${due.why} ${due.ruleId ?? ''}`} className="none small">
          <StatusMark shape={SHAPES[due.status]} word={t(`passport.due.${due.status}`)} />{' '}
          {t(`passport.dueWhy.${due.why}`, { date: longDate(due.on, locale) })}{' '}
          {due.basis === null ? null : `${say(due.basis.document)} ${say(due.basis.clause)}`}{' '}
          {due.confidence === null ? null : <ConfidenceTag confidence={due.confidence} />}
        </div>
      ))}
      {done.length === 0 ? <p className="none muted">{t('passport.noAssessments')}</p> : null}
      {done.map(({ id, value }) => (
        <div key={id} className="none done" data-record={id} tabIndex={-1}>
          <strong>{longDate(value.date, locale)}</strong> {t(`passport.conclusions.${value.conclusion}`)}{' '}
          <span className="muted small">{listName(value.list.listId)}</span>
          <div className="small">
            {value.by} {value.reportNo ?? ''}{' '}
            {t('passport.findings', { count: value.items.filter(({ outcome }) => outcome === 'finding').length })}
          </div>
          <div className="small">{value.reasons}</div>
          {value.grade === undefined ? null : (
            <div className="small">
              {t('passport.grade', { ...value.grade, direction: value.grade.direction ?? '—' })}
            </div>
          )}
        </div>
      ))}
      {assessments === null || assessments.triggers.length === 0 ? null : (
        <details className="none small">
          <summary>{t('passport.triggers')}</summary>
          {assessments.triggers.map(({ id, when, legalBasis, confidence }) => (
            <p key={id}>
              <ConfidenceTag confidence={confidence} /> {say(when)}{' '}
              <span className="muted">
                {say(legalBasis.shortDocument)} {say(legalBasis.says)}
              </span>
            </p>
          ))}
        </details>
      )}
    </section>
  );
}
