import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explanationLines } from '../../../domain/explain/explanation-lines';
import { useAppState } from '../../session/app-state';
import { explainJudged, type JudgedRule, type Judgement } from './elevator-judgement';

interface ExplanationDetailsProps {
  readonly judgement: Judgement;
  readonly judged: JudgedRule;
}

/** What a verdict rests on, line by line; made when it is opened. */
export function ExplanationDetails({ judgement, judged }: ExplanationDetailsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className="explanation" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('elevator.explanation')}</summary>
      {open ? <Lines judgement={judgement} judged={judged} /> : null}
    </details>
  );
}

function Lines({ judgement, judged }: ExplanationDetailsProps) {
  const { pack, asOf, locale } = useAppState();
  const lines = explanationLines(explainJudged(judgement, judged), pack, asOf, locale);
  return (
    <dl className="explanation-lines">
      {lines.map(({ kind, label, text }, index) => (
        <div key={`${kind} ${index}`} className={kind}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
