import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { isCivilDate } from '../../../domain/calendar/civil-date';
import type { ChecklistItem } from '../../../domain/pack/rule-pack';
import type { Dossier } from '../../../domain/record/dossier';
import { recordIdOf } from '../../../domain/record/entry';
import { TASKS } from '../../../domain/visit/visit';
import { Button } from '../../components/controls';
import { useRecordForm } from '../../components/use-record-form';
import { tidyDate } from '../../i18n/dates';
import { saveDraft } from '../../data/drafts';
import { useAppState } from '../../session/app-state';
import { useUndo } from '../../session/undo';
import { ErrorNotice } from '../../features/record/error-notice';
import { lateOf, lateProblems } from '../../features/late/late-form';
import { LateFields } from '../../features/late/late-fields';
import { useSavingEffect } from '../../features/late/use-saving-effect';
import { useDiscard } from '../../features/drafts/use-discard';
import { DraftNotices } from '../../features/drafts/draft-notices';
import { usePageKeys, type PageKey } from '../../session/page-keys';
import { useKeptDraft, type KeptDraft } from '../../features/drafts/use-kept-draft';
import { visitChecklist, type Answers } from './checklist';
import type { HazardOffers } from './hazard-offer';
import { itemHazardOf, itemHazardProblems, itemHazardsOf, type HazardGround } from './item-hazards';
import { ChecklistPanel } from './checklist-panel';
import { savedState, THEN_NEXT } from './page-hand-over';
import { keepLastTeam, readLastTeam } from './last-team';
import { ConfirmationPanel, PeoplePanel } from './people-panel';
import { SavingPanel } from './saving-panel';
import { joined, suggestConfirmers, suggestTechnicians } from './suggestions';
import { useCurrentItem } from './use-checklist-keys';
import {
  DRAFT_PREFIX,
  isUntouched,
  newDraft,
  parseDraft,
  problemsOf,
  teamOf,
  visitOf,
  type VisitDraft,
  type VisitProblem,
} from './visit-draft';
import { VisitSubject } from './visit-subject';

export function LogVisit({ dossier }: { readonly dossier: Dossier }) {
  const { info, asOf } = useAppState();
  const date = asOf <= info.today ? asOf : info.today;
  const { registrationNo } = dossier;
  const kept = useKeptDraft<VisitDraft>({
    key: `${DRAFT_PREFIX}${registrationNo}`,
    parse: (value) => parseDraft(value, registrationNo),
    isUntouched,
    fresh: () => newDraft(registrationNo, 'half-month', date),
  });
  if (kept.draft === null) return null;
  const typed = kept.draft.date;
  return <VisitForm dossier={dossier} kept={kept} typedDate={typed} draft={{ ...kept.draft, date: tidyDate(typed) }} />;
}

interface FormProps {
  readonly dossier: Dossier;
  readonly kept: KeptDraft<VisitDraft>;
  readonly typedDate: string;
  /** With its date in the one form, even while the field is being typed in. */
  readonly draft: VisitDraft;
}

function VisitForm({ dossier, kept, typedDate, draft }: FormProps) {
  const { t } = useTranslation();
  const { pack, readOnly } = useAppState();
  const { change } = kept;
  const { kind } = dossier.elevator.value;
  const checklist = useMemo(() => visitChecklist(pack, kind, draft.task), [pack, kind, draft.task]);
  const changeAnswers = (by: (answers: Answers) => Answers): void =>
    change((before) => ({ answers: by(before.answers) }));
  const item = useCurrentItem(draft.onPaper ? null : checklist, draft.answers, changeAnswers);
  const team = useTeam(dossier);
  const ground = useHazardGround(dossier);
  const saving = useVisitForm({ dossier, kept, draft }, { checklist, ground, focusItem: item.focusItem });
  const offers: HazardOffers | null = ground && {
    ground,
    hazards: draft.hazards,
    onChange: (itemId, by) =>
      change(({ hazards }) => ({ hazards: { ...hazards, [itemId]: { ...itemHazardOf(hazards, itemId), ...by } } })),
  };
  const [, navigate] = useLocation();
  const items = draft.onPaper ? [] : (checklist?.items ?? []);
  const group = checklist?.groups.find((each) => each.items.some(({ id }) => id === item.current));
  const itemKeys = useItemKeys(item, items, group?.items ?? []);
  usePageKeys([
    ...(items.length === 0 ? [] : itemKeys),
    ...TASKS.map((task, index) => {
      return { keys: String(index + 1), word: '', unshown: true as const, run: () => change({ task }) };
    }),
    ...team.suggested.map((name, index) => ({
      keys: `Ctrl+${index + 1}`,
      word: '',
      unshown: true as const,
      run: () => change((now) => ({ technicians: joined(now.technicians, [name]) })),
    })),
    ...(team.last.length === 0
      ? []
      : [
          {
            keys: 'R',
            word: t('visit.repeatCrew'),
            run: () => change({ technicians: team.last, typedTechnicians: '' }),
          },
        ]),
    { keys: 'T', word: t('visit.keys.times'), run: focusTimes },
    { keys: 'Ctrl+J', word: '', unshown: true, run: () => navigate('/visit') },
    { keys: 'Ctrl+Enter', word: t('common.save'), run: saving.submit },
    { keys: 'Escape', word: t('keys.back'), run: () => saving.leave() },
  ]);
  const problems = saving.tried ? saving.open : [];
  return (
    <>
      <VisitHead kept={kept} onLeave={() => saving.leave()} />
      <DraftNotices kept={kept} />
      {readOnly ? <div className="notice error">{t('visit.readOnly')}</div> : null}
      {saving.failure === null ? null : <ErrorNotice error={saving.failure} />}
      <VisitSubject dossier={dossier} draft={{ ...draft, date: typedDate }} problems={saving.open} onChange={change} />
      <div className="visit-columns">
        <ChecklistPanel
          checklist={checklist}
          answers={draft.answers}
          onPaper={draft.onPaper}
          offers={offers}
          current={item.current}
          tried={saving.tried}
          onAnswers={changeAnswers}
          onRest={item.rest}
          onPaperChange={(onPaper) => change({ onPaper })}
          onCurrent={item.setCurrent}
          onOutcome={(itemId, outcome) => item.choose(itemId, outcome)}
          onNext={(itemId) => item.move(itemId, 1)}
        />
        <div className="side">
          <PeoplePanel
            dossier={dossier}
            draft={draft}
            suggested={team.suggested}
            confirmers={team.confirmers}
            problems={problems}
            onChange={change}
          />
          <ConfirmationPanel draft={draft} confirmers={team.confirmers} problems={problems} onChange={change} />
          <SavingPanel dossier={dossier} draft={draft} items={items} hazards={saving.hazards} entry={saving.effect} />
          <LateVisit saving={saving} kept={kept} draft={draft} />
          <ProblemSummary problems={problems} />
          <Button look="primary" keys="Ctrl Enter" disabled={saving.busy || readOnly} onClick={saving.submit}>
            {t(saving.thenNext ? 'visit.saveAndNext' : 'visit.save')}
          </Button>
        </div>
      </div>
    </>
  );
}

/** The keys by which items are answered. */
function useItemKeys(
  item: ReturnType<typeof useCurrentItem>,
  items: readonly ChecklistItem[],
  area: readonly ChecklistItem[],
): readonly PageKey[] {
  const { t } = useTranslation();
  return [
    { keys: 'A', word: t('visit.restInOrder'), run: () => item.rest(items) },
    {
      keys: 'Shift+A',
      word: t('visit.areaInOrder'),
      unshown: true,
      run: () => item.rest(area),
    },
    { keys: 'ArrowDown', word: t('keys.item'), also: ['J'], run: () => item.step(1) },
    { keys: 'ArrowUp', word: '', unshown: true, also: ['K'], run: () => item.step(-1) },
    { keys: 'Y', word: t('visit.outcome.ok'), run: () => item.mark('ok') },
    { keys: 'N', word: t('visit.outcome.defect'), run: () => item.mark('defect') },
    { keys: 'O', word: t('visit.outcome.not-applicable'), run: () => item.mark('not-applicable') },
  ];
}

function focusTimes(): void {
  document.querySelector<HTMLInputElement>('main [data-field="startedAt"]')?.focus();
}

function LateVisit({
  saving: { effect, late, tried },
  kept: { change },
  draft,
}: Pick<FormProps, 'kept' | 'draft'> & { readonly saving: ReturnType<typeof useVisitForm> }) {
  return (
    <LateFields
      effect={effect}
      form={draft.late}
      set={(by) => change((before) => ({ late: by(before.late) }))}
      problems={late}
      tried={tried}
    />
  );
}

function VisitHead({ kept, onLeave }: { readonly kept: KeptDraft<VisitDraft>; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const discard = useDiscard(kept);
  const time = kept.savedAt === null ? null : new Date(kept.savedAt).toTimeString().slice(0, 8);
  return (
    <div className="page-head">
      <h1>{t('visit.title')}</h1>
      <span className="muted" role="status">
        {kept.storeFailed
          ? t('visit.draftNotKept')
          : time === null
            ? t('visit.newDraft')
            : t('visit.draftSaved', { time })}
      </span>
      <span className="actions">
        <Button onClick={() => void discard().then(onLeave)}>{t('visit.discard')}</Button>
        <Button keys="Ctrl J" onClick={() => navigate('/visit')}>
          {t('visit.otherElevator')}
        </Button>
      </span>
    </div>
  );
}

/** How many things keep the visit from being saved; each is told where it stands too. */
function ProblemSummary({ problems }: { readonly problems: readonly VisitProblem[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  const open = problems.filter(({ code }) => code === 'open').length;
  const words = [
    open === 0 ? '' : t('visit.problems.openItems', { count: open }),
    problems.length === open ? '' : t('visit.problems.others', { count: problems.length - open }),
  ];
  return (
    <div className="notice error" role="alert">
      {words.filter((part) => part !== '').join(' ')}
    </div>
  );
}

function useTeam(dossier: Dossier) {
  const [lastTeam, setLastTeam] = useState<readonly string[]>([]);
  useEffect(() => {
    readLastTeam().then(setLastTeam, () => setLastTeam([])); // only a convenience
  }, []);
  return useMemo(
    () => ({
      last: lastTeam,
      suggested: suggestTechnicians(dossier, lastTeam),
      confirmers: suggestConfirmers(dossier),
    }),
    [dossier, lastTeam],
  );
}

/** What the page makes hazards from; null where the pack in use knows nothing of them. */
function useHazardGround(dossier: Dossier): HazardGround | null {
  const { pack, settings, say } = useAppState();
  if (pack.hazards === undefined) return null;
  return {
    criteria: pack.hazards,
    elevator: dossier.elevator.value,
    days: settings.hazardDays,
    titleOf: ({ title }) => say(title),
  };
}

interface SavingGround {
  readonly checklist: ReturnType<typeof visitChecklist>;
  readonly ground: HazardGround | null;
  readonly focusItem: (itemId: string) => void;
}

/** Saving: what keeps it, the write itself, and where to go from here. */
function useVisitForm(
  { dossier, kept, draft }: Omit<FormProps, 'typedDate'>,
  { checklist, ground, focusItem }: SavingGround,
) {
  const { pack, info, mutate, readOnly } = useAppState();
  const { t } = useTranslation();
  const undo = useUndo();
  const [, navigate] = useLocation();
  const [thenNext] = useState(() => history.state === THEN_NEXT);
  const hazards = itemHazardsOf(draft, checklist, ground);
  const { registrationNo } = dossier;
  const { date, task } = draft;
  // Only what is judged: what else the form holds changes no verdict.
  const effect = useSavingEffect(
    dossier,
    isCivilDate(date) && date <= info.today
      ? { act: 'record', list: 'visits', value: { registrationNo, date, task, technicians: [] } }
      : null,
  );
  const late = lateProblems(draft.late, effect);
  const open: readonly VisitProblem[] = [
    ...problemsOf(draft, checklist, info.today),
    ...itemHazardProblems(draft, checklist, ground).map((one) => ({ field: 'checklist' as const, ...one })),
    ...Object.values(late).map((code) => ({ field: 'lateReason' as const, code })),
  ];
  const leave = (state: unknown = null): void =>
    navigate(thenNext ? '/visit' : `/elevator/${encodeURIComponent(dossier.registrationNo)}`, { state });
  const form = useRecordForm({
    texts: [draft, kept.change],
    problems: Object.fromEntries(open.map((one) => [one.field === 'checklist' ? one.itemId : one.field, one.code])),
    words: (code) => code, // each is said where it stands
    locked: readOnly,
    write: async () => {
      const { entry } = await mutate('visit.log', {
        visit: visitOf(draft, checklist, pack),
        ...(hazards.length === 0 ? {} : { hazards }),
        ...lateOf(draft.late, effect),
      });
      await Promise.allSettled([kept.finish(), keepLastTeam(teamOf(draft))]);
      const reason = t('undo.reason');
      undo.offer({
        done: t('visit.saved', { place: savedState(dossier).saved.place }),
        undo: async () => {
          await mutate('visit.withdraw', { registrationNo, recordId: recordIdOf(entry), reason });
          await saveDraft(`${DRAFT_PREFIX}${registrationNo}`, draft, Date.now()).catch(() => undefined); // withdrawn all the same
          navigate(`/visit/${encodeURIComponent(registrationNo)}`);
          const withdrawn = t('visit.withdrawn');
          return hazards.length === 0 ? withdrawn : `${withdrawn}${t('undo.hazardsStay', { count: hazards.length })}`;
        },
      });
    },
    onSaved: () => leave(savedState(dossier)),
    focus: () => {
      const first = open[0];
      if (first?.field !== 'checklist') return false;
      focusItem(first.itemId);
      return true;
    },
  });
  return { ...form, open, hazards, effect, late, thenNext, leave };
}
