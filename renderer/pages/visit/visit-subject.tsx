import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import { toEpochDay } from '../../../domain/calendar/civil-date';
import type { Dossier } from '../../../domain/record/dossier';
import { scopeOf, subjectOf } from '../../../domain/headline/judge-headline';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { TASKS } from '../../../domain/visit/visit';
import { Segments } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { StatusMark } from '../../components/status-mark';
import { useAppState } from '../../session/app-state';
import type { VisitDraft, VisitProblem } from './visit-draft';

interface SubjectProps {
  readonly dossier: Dossier;
  readonly draft: VisitDraft;
  readonly problems: readonly VisitProblem[];
  readonly onChange: (change: Partial<VisitDraft>) => void;
}

/** Which elevator, how it stands, the day of the visit and its category. */
export function VisitSubject({ dossier, draft, problems, onChange }: SubjectProps) {
  const { t } = useTranslation();
  const { info } = useAppState();
  const { value: elevator } = dossier.elevator;
  const dateProblem = problems.find(({ field }) => field === 'date');
  return (
    <div className="panel visit-subject">
      <h2>
        <Link href={`/elevator/${encodeURIComponent(dossier.registrationNo)}`}>
          {[elevator.address, elevator.internalNo].filter((part) => part !== undefined).join(' ') ||
            dossier.registrationNo}
        </Link>
      </h2>
      <span className="no-space muted">{dossier.registrationNo}</span>
      {elevator.sample === true ? <span className="sample-mark">{t('elevator.sample')}</span> : null}
      <MostPressing dossier={dossier} />
      <span className="right">
        <DateField
          className="visit-date"
          label={draft.date === info.today ? t('visit.dateToday') : t('visitFields.date')}
          value={draft.date}
          data-field="date"
          onValue={(date) => onChange({ date })}
          problem={dateProblem === undefined ? undefined : t(`visit.problems.date-${dateProblem.code}`)}
        />
        <Segments
          label={t('visitFields.task')}
          value={draft.task}
          onChange={(task) => onChange({ task })}
          options={TASKS.map((task, index) => ({ value: task, text: t(`task.${task}`), keys: String(index + 1) }))}
        />
      </span>
    </div>
  );
}

/** The rule that is longest overdue, else the one due next. */
function MostPressing({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { pack, asOf, period, inspectionsKept: kept, say } = useAppState();
  const pressing = useMemo(() => {
    const window = auditWindow(asOf, period, scopeOf(dossier, { kept }));
    const { rules } = auditElevator(subjectOf(dossier), compileRules(pack), window);
    const left = rules.flatMap((rule, index) => {
      if (rule.dueOn === null || rule.status === 'not-applicable') return [];
      const days = rule.status === 'overdue' ? -rule.daysOverdue : toEpochDay(rule.dueOn) - toEpochDay(asOf);
      return [{ rule: pack.rules[index]!, status: rule.status, days }];
    });
    return left.sort((a, b) => a.days - b.days)[0];
  }, [dossier, pack, asOf, period, kept]);
  if (pressing === undefined) return null;
  const { rule, status, days } = pressing;
  const key = days < 0 ? 'visit.ruleOver' : 'visit.ruleLeft';
  return <StatusMark shape={status} word={t(key, { rule: say(rule.shortTitle), count: Math.abs(days) })} />;
}
