import { useMemo, useState } from 'react';
import type { Dossier } from '../../../../domain/record/dossier';
import { useAfterCommit } from '../../../components/use-after-commit';
import type { KeptDraft } from '../../../features/drafts/use-kept-draft';
import { restInOrder, type Answers } from '../checklist';
import { joined, suggestTechnicians } from '../suggestions';
import { useCurrentItem } from '../use-checklist-keys';
import { focusRow, nextNumber } from './focus-row';
import { moved, withRow, type RoundDraft, type RoundRow } from './round-draft';
import type { Site } from './sites';
import { useRoundForm } from './use-round-form';

interface ActsGround {
  readonly site: Site;
  readonly kept: KeptDraft<RoundDraft>;
  readonly dossiers: ReadonlyMap<string, Dossier>;
  readonly lastTeam: readonly string[];
  readonly round: RoundDraft;
}

/** The round as a form, the row that the keys act on, the one that is open, and what is done to them. */
export function useRoundActs({ site, kept, dossiers, lastTeam, round }: ActsGround) {
  const [wanted, setCurrent] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const afterCommit = useAfterCommit();
  const saving = useRoundForm({
    ...{ kept, round, dossiers, siteName: site.name },
    focusRow: (registrationNo, problem) => {
      setCurrent(registrationNo);
      if (problem.field !== 'checklist') return afterCommit(() => focusRow(registrationNo));
      setOpened(registrationNo);
      afterCommit(() => item.focusItem(problem.itemId)); // once its list is there
    },
  });
  const { visits } = saving;
  const current = visits.find(({ row }) => row.registrationNo === wanted) ?? visits[0];
  const open = visits.find(({ row }) => row.registrationNo === opened);
  const change = (registrationNo: string, by: (row: RoundRow) => Partial<RoundRow>): void =>
    kept.change((now) => withRow(now, registrationNo, by));
  const changeVisit = (registrationNo: string, by: Partial<RoundRow['visit']>): void =>
    change(registrationNo, ({ visit }) => ({ visit: { ...visit, ...by } }));
  const changeAnswers = (registrationNo: string, by: (answers: Answers) => Answers): void =>
    change(registrationNo, ({ visit }) => ({ visit: { ...visit, answers: by(visit.answers) } }));
  const list = open === undefined || open.draft.onPaper ? null : open.checklist;
  const item = useCurrentItem(list, open?.draft.answers ?? {}, (by) => {
    if (opened !== null) changeAnswers(opened, by);
  });
  const toggle = (registrationNo: string): void => {
    const isShut = opened === registrationNo;
    setOpened(isShut ? null : registrationNo);
    if (isShut) afterCommit(() => focusRow(registrationNo));
  };
  const takeOut = (registrationNo: string): void => {
    const next = nextNumber(visits, registrationNo);
    change(registrationNo, () => ({ isIn: false }));
    if (opened === registrationNo) setOpened(null);
    if (next === null) return;
    setCurrent(next);
    afterCommit(() => focusRow(next));
  };
  const step = (by: 1 | -1): void => {
    const at = visits.findIndex((visit) => visit === current);
    const to = visits[Math.min(Math.max(at + by, 0), visits.length - 1)];
    if (to === undefined) return;
    setCurrent(to.row.registrationNo);
    afterCommit(() => focusRow(to.row.registrationNo));
  };
  const suggested = useMemo(
    () => suggestTechnicians({ visits: [...dossiers.values()].flatMap((dossier) => dossier.visits) }, lastTeam),
    [dossiers, lastTeam],
  );
  return {
    ...{ saving, current, open, item, setCurrent, change, changeVisit, changeAnswers, toggle, takeOut, step },
    restOfAll: () => kept.change((now) => ({ rows: restOfRows(now.rows, visits) })),
    suggested,
    addPerson: (name: string) => kept.change((now) => ({ technicians: joined(now.technicians, [name]) })),
    /** Null where no team is known on this machine. */
    repeatCrew: lastTeam.length === 0 ? null : () => kept.change({ technicians: lastTeam, typedTechnicians: '' }),
    move: (registrationNo: string, by: 1 | -1) => {
      kept.change((now) => moved(now, registrationNo, by));
      afterCommit(() => focusRow(registrationNo));
    },
  };
}

type Visits = ReturnType<typeof useRoundForm>['visits'];

/** In every row that is in the round: in order what is open and asks for no more than a look. */
function restOfRows(rows: readonly RoundRow[], visits: Visits): RoundRow[] {
  const items = new Map(visits.map(({ row, checklist }) => [row.registrationNo, checklist?.items ?? []]));
  return rows.map((row) => {
    const own = row.visit.onPaper ? [] : (items.get(row.registrationNo) ?? []);
    return { ...row, visit: { ...row.visit, answers: restInOrder(row.visit.answers, own) } };
  });
}
