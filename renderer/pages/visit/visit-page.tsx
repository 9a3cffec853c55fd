import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { checklistFor } from '../../../domain/pack/rule-pack';
import type { Dossier } from '../../../domain/record/dossier';
import { TASKS } from '../../../domain/visit/visit';
import { Button, Segments, TextField } from '../../components/controls';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';
import { usePageKeys } from '../../state/page-keys';
import { useDossier } from '../../state/use-elevators';
import { ChecklistPanel } from './checklist-panel';
import { restInOrder, setOutcome } from './checklist-state';
import { ChooseElevator } from './choose-elevator';
import { knownNames, PeoplePanel } from './people-panel';
import { SavingPanel } from './saving-panel';
import { useVisitDraft } from './use-visit-draft';
import { emptyDraft, problemsOf, tasksUpTo, visitOf } from './visit-draft';
import './visit-page.css';

export function VisitPage({ registrationNo }: { readonly registrationNo: string | null }) {
  const { t } = useTranslation();
  const { revision } = useAppState();
  const dossier = useDossier(registrationNo, revision);
  if (registrationNo === null) return <ChooseElevator />;
  if (dossier === undefined)
    return (
      <div className="empty" role="status">
        {t('elevator.reading')}
      </div>
    );
  if (dossier === null) return <div className="panel empty">{t('elevator.unknown', { registrationNo })}</div>;
  return <LogVisit dossier={dossier} />;
}

function LogVisit({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const state = useAppState();
  const { pack, info, mutate, readOnly } = state;
  const [, navigate] = useLocation();
  const { registrationNo } = dossier;
  const { value: elevator } = dossier.elevator;
  const { draft, change, discard, restoredAt, savedAt } = useVisitDraft(registrationNo, emptyDraft(info.today));
  const [current, setCurrent] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const items = useMemo(
    () => checklistFor(pack, elevator.kind, tasksUpTo(draft.task)),
    [pack, elevator.kind, draft.task],
  );
  const kind = pack.kinds.find(({ code }) => code === elevator.kind);
  const checklist = pack.checklists.find(({ id }) => id === kind?.checklistId);
  const problems = problemsOf(draft, items, info.today);
  const path = encodeURIComponent(registrationNo);
  const leave = useCallback(() => navigate(`/elevator/${path}`), [navigate, path]);

  const save = (): void => {
    setTried(true);
    if (problems.length > 0 || saving || readOnly) return;
    setSaving(true);
    mutate('visit.log', { visit: visitOf(draft, registrationNo, items, pack) })
      .then(discard)
      .then(leave, setFailure)
      .finally(() => setSaving(false));
  };
  const move = (step: number): void => {
    const order =
      checklist === undefined
        ? items
        : checklist.areas.flatMap((area) => items.filter((item) => item.area === area.id));
    const at = order.findIndex(({ id }) => id === current);
    const next = order[Math.min(Math.max(at + step, 0), order.length - 1)];
    if (next === undefined) return;
    setCurrent(next.id);
    document.querySelector(`[data-item="${next.id}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const mark = (outcome: 'ok' | 'defect' | 'not-applicable'): void => {
    if (current !== null) change({ marks: setOutcome(draft.marks, current, outcome) });
  };
  const known = knownNames(dossier, ({ technicians }) => technicians).filter(
    (name) => !draft.technicians.includes(name),
  );
  usePageKeys([
    { keys: 'A', word: t('visit.restInOrder'), run: () => change({ marks: restInOrder(draft.marks, items) }) },
    { keys: 'ArrowDown', also: ['J'], word: t('keys.item'), run: () => move(1) },
    { keys: 'ArrowUp', also: ['K'], word: '', run: () => move(-1) },
    { keys: 'Y', word: t('visit.outcome.ok'), run: () => mark('ok') },
    { keys: 'X', word: t('visit.outcome.defect'), run: () => mark('defect') },
    { keys: 'O', word: t('visit.outcome.not-applicable'), run: () => mark('not-applicable') },
    ...TASKS.map((task, index) => ({ keys: String(index + 1), word: '', run: () => change({ task }) })),
    ...known.map((name, index) => ({
      keys: `Ctrl+${index + 1}`,
      word: '',
      run: () => change({ technicians: [...draft.technicians, name] }),
    })),
    { keys: 'Ctrl+Enter', word: t('common.save'), run: save },
    { keys: 'Escape', word: t('keys.back'), run: leave },
  ]);
  const shownProblems = tried ? problems : [];
  return (
    <>
      <div className="page-head">
        <h1>{t('visit.title')}</h1>
        <span className="muted">
          {savedAt === null
            ? t('visit.newDraft')
            : t('visit.draftSaved', { time: new Date(savedAt).toTimeString().slice(0, 8) })}
        </span>
        <span className="actions">
          <Button onClick={() => void discard().then(leave)}>{t('visit.discard')}</Button>
          <Button onClick={() => navigate('/visit')}>{t('visit.otherElevator')}</Button>
        </span>
      </div>
      {restoredAt === null ? null : (
        <div className="notice warn">
          {t('visit.restored', { time: new Date(restoredAt).toLocaleString(state.locale) })}
        </div>
      )}
      {failure === null ? null : <ErrorNotice error={failure} />}
      <div className="panel visit-subject">
        <h2>{[elevator.address, elevator.internalNo].filter((part) => part !== undefined).join(' ')}</h2>
        <span className="no-space">{registrationNo}</span>
        {elevator.sample === true ? <span className="sample-mark">{t('elevator.sample')}</span> : null}
        <span className="right">
          <TextField
            label={t('visitFields.date')}
            value={draft.date}
            onChange={(event) => change({ date: event.target.value })}
            problem={
              problems.includes('date')
                ? t('common.badDate')
                : problems.includes('future')
                  ? t('visit.problems.future')
                  : undefined
            }
          />
          <Segments
            label={t('visitFields.task')}
            value={draft.task}
            onChange={(task) => change({ task })}
            options={TASKS.map((task, index) => ({ value: task, text: t(`task.${task}`), keys: String(index + 1) }))}
          />
        </span>
      </div>
      <div className="visit-columns">
        <ChecklistPanel
          checklist={checklist}
          items={items}
          marks={draft.marks}
          current={current}
          onMarks={(marks) => change({ marks })}
          onCurrent={setCurrent}
          onFailure={setFailure}
        />
        <div className="side">
          <PeoplePanel dossier={dossier} draft={draft} problems={shownProblems} onChange={change} />
          <SavingPanel dossier={dossier} visit={draft} />
          {shownProblems.includes('open-items') ? (
            <div className="notice error">{t('visit.problems.open-items')}</div>
          ) : null}
          {readOnly ? <div className="notice error">{t('visit.readOnly')}</div> : null}
          <Button look="primary" keys="Ctrl Enter" disabled={saving || readOnly} onClick={save}>
            {t('visit.save')}
          </Button>
        </div>
      </div>
    </>
  );
}
