import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { termsOf } from '../../../domain/terms/terms-of';
import { Button } from '../../components/controls';
import { StatusMark } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { hazardPath } from '../../features/hazard/hazard-path';
import { useActName } from '../../session/use-act-name';
import type { Judgement } from './elevator-judgement';
import type { FailedInspection } from './failed-inspection';
import { nextSteps, type NextStep, type ProposedStep } from './next-step';
import { USE_SHAPES } from '../../components/use-mark';
import type { VisitAdvice } from './visit-advice';

interface StepActions {
  readonly onOutage: (step: Extract<NextStep, { kind: 'take-out' }>) => void;
  readonly onHazard: (inspection: FailedInspection) => void;
  readonly onInspection: (step: Extract<NextStep, { kind: 'pass' }>) => void;
}

/** What changes the answer of the head, in order; then what a visit would do, and what it would not. */
export function NextStepsBar({ judgement, ...actions }: { readonly judgement: Judgement } & StepActions) {
  const { t } = useTranslation();
  const { pack } = useAppState();
  const { dossier, question, headline } = judgement;
  const next = useMemo(() => nextSteps(dossier, pack, question, headline), [dossier, pack, question, headline]);
  const words = useVisitWords();
  const visit = next.visit === null ? null : words(next.visit);
  if (next.steps.length === 0 && visit === null) return null;
  return (
    <section className="next-steps" aria-label={t('elevator.nextStep')}>
      <h2>{t('elevator.nextStep')}</h2>
      {next.steps.length === 0 ? null : (
        <ol>
          {next.steps.map((proposed, index) => (
            <Step key={index} proposed={proposed} judgement={judgement} first={index === 0} {...actions} />
          ))}
        </ol>
      )}
      {visit === null ? null : (
        <p className={next.steps.length > 0 ? 'small muted' : ''}>
          {visit}
          {next.forbidden ? ` ${t('head.step.visitLiftsNothing')}` : ''}
        </p>
      )}
    </section>
  );
}

interface StepProps extends StepActions {
  readonly proposed: ProposedStep;
  readonly judgement: Judgement;
  readonly first: boolean;
}

function Step({ proposed: { step, useAfter }, judgement, first, onOutage, onHazard, onInspection }: StepProps) {
  const { t } = useTranslation();
  const { locale, readOnly } = useAppState();
  const [, navigate] = useLocation();
  const actName = useActName();
  const words = useVisitWords();
  const path = encodeURIComponent(judgement.dossier.registrationNo);
  const look = first ? 'primary' : 'plain';
  const common = { look, disabled: readOnly } as const;
  switch (step.kind) {
    case 'take-out':
      return (
        <li>
          <strong>{t('head.step.takeOut', { because: termsOf(locale).useReason[step.because] })}</strong>
          <UseAfter state={useAfter} />
          <Button {...common} keys="S" onClick={() => onOutage(step)}>
            {t('elevator.recordOutage')}
          </Button>
        </li>
      );
    case 'record-hazard':
      return (
        <li>
          <strong>{t('head.step.recordHazard', { date: longDate(step.inspection.value.date, locale) })}</strong>
          <Button {...common} onClick={() => onHazard(step.inspection)}>
            {t('hazard.record')}
          </Button>
        </li>
      );
    case 'stop-hazard':
      return (
        <li>
          <strong>{t('head.step.stopHazard', { no: step.no })}</strong>
          <UseAfter state={useAfter} />
          <Button
            {...common}
            onClick={() => navigate(hazardPath({ registrationNo: judgement.dossier.registrationNo, id: step.hazard }))}
          >
            {t('head.step.toHazard', { no: step.no })}
          </Button>
        </li>
      );
    case 'pass':
      return (
        <li>
          <strong>
            {t(`head.step.pass.${step.after}`, { acts: step.acts.map(actName).join(t('elevator.listComma')) })}
          </strong>
          <Button {...common} keys="I" onClick={() => onInspection(step)}>
            {t('inspection.record')}
          </Button>
        </li>
      );
    case 'visit':
      return (
        <li>
          <strong>{words(step.advice)}</strong> <VerdictAfter advice={step.advice} />
          <Button {...common} keys="N" onClick={() => navigate(`/visit/${path}`)}>
            {t('fleet.logVisit')}
          </Button>
        </li>
      );
  }
}

function UseAfter({ state }: { readonly state: ProposedStep['useAfter'] }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  if (state === 'retired') return null;
  return (
    <span className="small">
      {t('head.step.useAfter')} <StatusMark shape={USE_SHAPES[state]} word={capital(termsOf(locale).use[state])} />
    </span>
  );
}

function VerdictAfter({ advice }: { readonly advice: Extract<VisitAdvice, { kind: 'mend' }> }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { verdictAfter, gapsStay } = advice;
  return (
    <span className="small">
      {t('elevator.next.verdictAfter')} <StatusMark shape={verdictAfter} word={termsOf(locale).verdict[verdictAfter]} />{' '}
      {gapsStay === 0 ? '' : t('elevator.next.gapsStay', { count: gapsStay })}
    </span>
  );
}

/** What a visit would do, as a sentence; null where there is nothing to say. */
function useVisitWords(): (advice: VisitAdvice) => string | null {
  const { t } = useTranslation();
  const { locale, say } = useAppState();
  return (advice) => {
    switch (advice.kind) {
      case 'none':
        return null;
      case 'mend':
        return t(advice.left === 0 ? 'elevator.next.mendAll' : 'elevator.next.mendSome', {
          task: t(`task.${advice.task}`),
          count: advice.mends,
          left: advice.left,
        });
      case 'keep':
        return t(advice.rules.length === 1 ? 'elevator.next.keepOne' : 'elevator.next.keep', {
          date: longDate(advice.by, locale),
          task: t(`task.${advice.task}`),
          rules: advice.rules.map(({ shortTitle }) => say(shortTitle)).join(t('elevator.listComma')),
        });
      default:
        return t(`elevator.next.${advice.kind}`);
    }
  };
}
