import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../../domain/record/dossier';
import { explainRule, versionAt } from '../../../domain/report/explain-rule';
import { textsOf } from '../../../domain/report/texts/texts-of';
import type { Task } from '../../../domain/visit/visit';
import { ConfidenceTag } from '../../components/confidence-tag';
import { StatusMark } from '../../components/status-mark';
import { useAppState } from '../../state/app-state';
import type { JudgedRule, Judgement } from './elevator-judgement';

/** Each rule's status with its dates, what would have been lawful, its clause, and the step that mends most. */
export function RulesPanel({
  judgement,
  mending,
}: {
  readonly judgement: Judgement;
  readonly mending: Task | null;
  readonly dossier: Dossier;
}) {
  const { t } = useTranslation();
  const { pack } = useAppState();
  return (
    <section className="panel">
      <header>
        <h2>{t('elevator.rules')}</h2>
        <span className="muted small">{t('frame.pack', { id: pack.id, version: pack.version })}</span>
      </header>
      {judgement.rules.map((judged) => (
        <Rule key={judged.rule.id} judged={judged} />
      ))}
      {mending === null ? null : (
        <div className="next-step">
          <strong>{t('elevator.nextStep')}</strong>
          <span>{t('elevator.mend', { task: t(`task.${mending}`) })}</span>
        </div>
      )}
    </section>
  );
}

function Rule({ judged }: { readonly judged: JudgedRule }) {
  const { t } = useTranslation();
  const { asOf, locale, say } = useAppState();
  const { rule, audit, intervals } = judged;
  const explained = explainRule(audit, rule, intervals, asOf, locale);
  const lapsed = audit.late > 0 && (audit.status === 'met' || audit.status === 'due-soon');
  return (
    <div className="rule">
      <div>
        <div className="name">
          {say(rule.shortTitle)} {textsOf(locale).limitShort(versionAt(rule, null).interval)}
        </div>
        <StatusMark shape={audit.status} word={t(`status.${audit.status}`)} />
        {lapsed ? <StatusMark shape="lapsed" word={t('verdict.lapsed')} /> : null}
      </div>
      <div>
        <div>{explained.finding}</div>
        {explained.remedy === null ? null : (
          <div className="remedy">
            <strong>{t('elevator.remedy')}</strong> {explained.remedy}
          </div>
        )}
        <div className="basis">
          <ConfidenceTag confidence={explained.confidence} /> {explained.basis}
        </div>
      </div>
    </div>
  );
}
