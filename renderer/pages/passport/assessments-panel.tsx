import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countsBySetting, type Assessment } from '../../../domain/assessment/assessment';
import type { Recorded } from '../../../domain/record/dossier';
import type { AssessmentDue } from '../../../domain/risk/assessment-due';
import { Button } from '../../components/controls';
import { WeightTag } from '../../components/weight-tag';
import { StatusMark, type Shape } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { useTerm } from '../../i18n/use-term';
import { useAppState } from '../../session/app-state';
import { stillStanding, type Passport } from './passport';
import { WithdrawAssessment } from './withdraw-assessment';

const SHAPES: Readonly<Record<AssessmentDue['status'], Shape>> = {
  due: 'late',
  proposed: 'due-soon',
  'to-come': 'not-applicable',
};

/** Assessments done, those that are asked for and why, and the circumstances that only people can judge. */
export function AssessmentsPanel({ passport: { dossier, assessments } }: { readonly passport: Passport }) {
  const { t } = useTranslation();
  const { pack, say, locale, asOf, readOnly } = useAppState();
  const [withdrawing, setWithdrawing] = useState<Recorded<Assessment> | null>(null);
  const withdrawn = dossier.assessments.filter((record) => record.withdrawn === true);
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
          {due.confidence === null ? null : <WeightTag weight={due.confidence} />}
        </div>
      ))}
      {done.length === 0 ? <p className="none muted">{t('passport.noAssessments')}</p> : null}
      {done.map((record) => (
        <div key={record.id} className="none done" data-record={record.id} tabIndex={-1}>
          <AssessmentLines value={record.value} listName={listName(record.value.list.listId)} />
          <Button look="small" disabled={readOnly} onClick={() => setWithdrawing(record)}>
            {t('passport.withdraw')}
          </Button>
        </div>
      ))}
      {withdrawn.map((record) => (
        <div key={record.id} className="none done muted">
          <s>
            {longDate(record.value.date, locale)} {record.value.by}
          </s>{' '}
          {t('passport.withdrawn')}
          <div className="small">{record.amendments?.findLast((one) => one.withdrawn === true)?.reason}</div>
        </div>
      ))}
      {withdrawing === null ? null : <WithdrawAssessment record={withdrawing} onClose={() => setWithdrawing(null)} />}
      {assessments === null || assessments.triggers.length === 0 ? null : (
        <details className="none small">
          <summary>{t('passport.triggers')}</summary>
          {assessments.triggers.map(({ id, when, legalBasis, confidence }) => (
            <p key={id}>
              <WeightTag weight={confidence} /> {say(when)}{' '}
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

/** One assessment: its day, conclusion, body, findings and the reasons of the body. */
function AssessmentLines({ value, listName }: { readonly value: Assessment; readonly listName: string }) {
  const { t } = useTranslation();
  const { each, rest, unknown } = countsBySetting(value.items);
  const { locale } = useAppState();
  const term = useTerm();
  return (
    <>
      <strong>{longDate(value.date, locale)}</strong> {term('conclusion', value.conclusion)}{' '}
      <span className="muted small">{listName}</span>
      <div className="small">
        {value.by} {value.reportNo ?? ''}{' '}
        {t('passport.findings', { count: value.items.filter(({ outcome }) => outcome === 'finding').length })}
      </div>
      <div className="small muted">
        {t('passport.itemsSet', { each, rest })}{' '}
        {unknown === 0 ? '' : t('passport.itemsSetUnknown', { count: unknown })}
      </div>
      <div className="small">{value.reasons}</div>
      {value.grade === undefined ? null : (
        <div className="small">{t('passport.grade', { ...value.grade, direction: value.grade.direction ?? '—' })}</div>
      )}
    </>
  );
}
