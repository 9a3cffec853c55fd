import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ItemOutcome } from '../../../domain/assessment/assessment';
import type { AssessmentList, HazardCriteria } from '../../../domain/pack/hazard-criteria';
import { requirementIsFor } from '../../../domain/pack/rule-pack';
import type { Dossier } from '../../../domain/record/dossier';
import { Button } from '../../components/controls';
import { placeOf } from '../../components/elevator-place';
import { useAfterCommit } from '../../components/use-after-commit';
import { useRecordForm } from '../../components/use-record-form';
import { useAppState } from '../../session/app-state';
import { useDiscard } from '../../features/drafts/use-discard';
import { DraftNotices } from '../../features/drafts/draft-notices';
import { ErrorNotice } from '../../features/record/error-notice';
import { proposedDeadline } from '../../features/hazard/use-proposed-deadline';
import { usePageKeys } from '../../session/page-keys';
import { passportPath } from '../../features/elevator/passport-path';
import { useKeptDraft, type KeptDraft } from '../../features/drafts/use-kept-draft';
import {
  allAsHazards,
  answerOf,
  assessmentOf,
  DRAFT_PREFIX,
  hazardsOf,
  isUntouched,
  itemsOf,
  newDraft,
  parseDraft,
  problemsOf,
  restAs,
  withHazard,
  type AssessmentDraft,
  type ItemAnswer,
  type ItemAnswers,
} from './assessment-draft';
import { ConclusionPanel, SubjectPanel } from './assess-panels';
import { ItemDetail } from './item-detail';
import { ItemList } from './item-list';

interface FormProps {
  readonly dossier: Dossier;
  readonly criteria: HazardCriteria;
}

export function AssessForm({ dossier, criteria }: FormProps) {
  const { t } = useTranslation();
  const { info, asOf } = useAppState();
  const { registrationNo, elevator } = dossier;
  const lists = criteria.assessmentLists.filter((list) => requirementIsFor(list, elevator.value));
  const day = asOf <= info.today ? asOf : info.today;
  const kept = useKeptDraft<AssessmentDraft>({
    key: `${DRAFT_PREFIX}${registrationNo}`,
    parse: (value) => parseDraft(value, registrationNo),
    isUntouched,
    fresh: () => newDraft(registrationNo, lists[0]?.id ?? '', day),
  });
  const list = lists.find(({ id }) => id === kept.draft?.listId) ?? lists[0];
  if (kept.draft === null) return null;
  if (list === undefined) return <div className="panel empty">{t('assess.noLists')}</div>;
  return <OpenForm key={list.id} dossier={dossier} lists={lists} list={list} kept={kept} draft={kept.draft} />;
}

interface OpenProps {
  readonly dossier: Dossier;
  readonly lists: readonly AssessmentList[];
  readonly list: AssessmentList;
  readonly kept: KeptDraft<AssessmentDraft>;
  readonly draft: AssessmentDraft;
}

function OpenForm(props: OpenProps) {
  const { dossier, lists, list, kept, draft } = props;
  const { t } = useTranslation();
  const items = itemsOf(list);
  const [current, setCurrent] = useState(items[0]?.id ?? '');
  const afterCommit = useAfterCommit();
  const { problems: open, leave, ...saving } = useAssessForm(props, setCurrent);
  const changeAnswers = (by: (answers: ItemAnswers) => ItemAnswers): void =>
    kept.change((before) => ({ answers: by(before.answers) }));
  const change = (by: (answer: ItemAnswer) => ItemAnswer): void =>
    changeAnswers((answers) => ({ ...answers, [current]: by(answerOf(answers, current)) }));
  const item = items.find(({ id }) => id === current);
  const step = (by: number): void => {
    const next = items[Math.min(Math.max(items.findIndex(({ id }) => id === current) + by, 0), items.length - 1)];
    if (next !== undefined) setCurrent(next.id);
  };
  const mark = (outcome: ItemOutcome): void => {
    change((answer) => ({ ...answer, outcome, set: 'each', hazard: outcome === 'finding' ? answer.hazard : null }));
    if (outcome === 'finding') afterCommit(focusNote);
    else step(1);
  };
  usePageKeys([
    { keys: 'ArrowDown', also: ['J'], word: t('keys.item'), run: () => step(1) },
    { keys: 'ArrowUp', also: ['K'], word: '', run: () => step(-1) },
    { keys: 'Y', word: t('assess.outcomes.conforms'), run: () => mark('conforms') },
    { keys: 'N', word: t('assess.outcomes.finding'), run: () => mark('finding') },
    { keys: 'O', word: '', unshown: true, run: () => mark('not-applicable') },
    { keys: 'U', word: '', unshown: true, run: () => mark('not-examined') },
    {
      keys: 'H',
      word: t('assess.keys.hazard'),
      run: () => item !== undefined && change((one) => withHazard(one, item)),
    },
    { keys: 'Shift+H', word: '', unshown: true, run: () => changeAnswers((answers) => allAsHazards(answers, items)) },
    { keys: 'A', word: t('assess.restConforms'), run: () => changeAnswers((all) => restAs(all, items, 'conforms')) },
    { keys: 'Ctrl+Enter', word: t('common.save'), run: saving.submit },
    { keys: 'Escape', word: t('keys.back'), run: leave },
  ]);
  const discard = useDiscard(kept);
  const problems = saving.tried ? open : [];
  return (
    <>
      <div className="page-head">
        <h1>{t('assess.title')}</h1>
        <span>{placeOf(dossier.elevator.value)}</span>
        <span className="muted no-space">{dossier.registrationNo}</span>
        <span className="muted small" role="status">
          {kept.storeFailed ? t('visit.draftNotKept') : ''}
        </span>
        <span className="actions">
          <Button onClick={() => void discard()}>{t('visit.discard')}</Button>
          <Button look="primary" keys="Ctrl Enter" disabled={saving.locked} busy={saving.busy} onClick={saving.submit}>
            {t('assess.save', { count: hazardsOf(draft, list, () => null).length })}
          </Button>
        </span>
      </div>
      <DraftNotices kept={kept} />
      {saving.failure === null ? null : <ErrorNotice error={saving.failure} />}
      {problems.length === 0 ? null : (
        <div className="notice error" role="alert">
          {t('assess.problemSum', { count: problems.length })}
        </div>
      )}
      <SubjectPanel draft={draft} lists={lists} list={list} problems={problems} onChange={kept.change} />
      <div className="assess-columns">
        <ItemList
          list={list}
          answers={draft.answers}
          current={current}
          tried={saving.tried}
          date={draft.date}
          onCurrent={setCurrent}
          onRest={(outcome) => changeAnswers((answers) => restAs(answers, items, outcome))}
          onHazards={() => changeAnswers((answers) => allAsHazards(answers, items))}
        />
        <div className="assess-side">
          {item === undefined ? null : (
            <ItemDetail
              key={item.id}
              item={item}
              answer={answerOf(draft.answers, item.id)}
              elevator={dossier.elevator.value}
              tried={saving.tried}
              date={draft.date}
              onMark={mark}
              onChange={change}
              onNext={() => step(1)}
            />
          )}
          <ConclusionPanel draft={draft} list={list} problems={problems} onChange={kept.change} />
        </div>
      </div>
    </>
  );
}

function focusNote(): void {
  document.querySelector<HTMLElement>('.item-detail textarea')?.focus();
}

/** What keeps it from being saved, the write itself, and where to go from there. */
function useAssessForm({ dossier, list, kept, draft }: OpenProps, setCurrent: (itemId: string) => void) {
  const { pack, settings, info, mutate, readOnly } = useAppState();
  const [, navigate] = useLocation();
  const problems = problemsOf(draft, list, info.today);
  const leave = (): void => navigate(passportPath(dossier.registrationNo));
  const form = useRecordForm({
    texts: [draft, kept.change],
    problems: Object.fromEntries(problems.map((one) => [one.field === 'item' ? one.itemId : one.field, one.code])),
    words: (code) => code, // each is said where it stands
    locked: readOnly,
    write: async () => {
      const hazards = hazardsOf(
        draft,
        list,
        (graded) => proposedDeadline(graded, pack.hazards, settings.hazardDays)?.dueOn ?? null,
      );
      const assessment = assessmentOf(draft, list, pack);
      await mutate('assessment.record', { assessment, ...(hazards.length === 0 ? {} : { hazards }) });
      await Promise.allSettled([kept.finish()]); // it is on record; a draft left behind is only a nuisance
    },
    onSaved: leave,
    focus: () => {
      if (problems[0]?.field === 'item') setCurrent(problems[0].itemId);
      return false;
    },
  });
  return { ...form, problems, leave };
}
