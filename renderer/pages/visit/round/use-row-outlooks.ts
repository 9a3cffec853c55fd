import { useRef } from 'react';
import { isCivilDate, type CivilDate } from '../../../../domain/calendar/civil-date';
import { savingEffect, type SavingEffect } from '../../../../domain/headline/saving-effect';
import type { Dossier } from '../../../../domain/record/dossier';
import type { Task } from '../../../../domain/visit/visit';
import { defaultPeriod } from '../../../../domain/calendar/period';
import { historyOf } from '../../../../domain/headline/history';
import { scopeOf } from '../../../../domain/headline/judge-headline';
import { useHeadlineQuestion } from '../../../features/late/use-headline-question';
import { useAppState } from '../../../session/app-state';
import { effectOfSaving, sameVisitOnRecord, type SavingEffect as AfterSaving } from '../after-saving';
import type { RowVisit } from './round-draft';

/** What saving one visit of the round changes, and how late it would be entered. */
export interface RowOutlook {
  readonly entry: SavingEffect | null;
  readonly after: AfterSaving | null;
  /** A visit of that day and category stands already. */
  readonly isTwin: boolean;
}

interface Kept {
  readonly dossier: Dossier;
  readonly key: string;
  readonly outlook: RowOutlook;
}

/** By number; only rows of which something that is judged changed are judged anew. */
export function useRowOutlooks(
  visits: readonly RowVisit[],
  dossiers: ReadonlyMap<string, Dossier>,
): ReadonlyMap<string, RowOutlook> {
  const { pack, info, asOf, inspectionsKept: kept } = useAppState();
  const question = useHeadlineQuestion(info.today);
  const held = useRef({ question, byNumber: new Map<string, Kept>() });
  if (held.current.question !== question) held.current = { question, byNumber: new Map() };
  const { byNumber } = held.current;
  const judge = (dossier: Dossier, date: CivilDate, task: Task): RowOutlook => {
    const { registrationNo } = dossier;
    const value = { registrationNo, date, task, technicians: [] };
    const history = historyOf(dossier);
    const judgedOn = date > asOf ? date : asOf;
    const { kind, place } = dossier.elevator.value;
    const terms = { kind, place, pack, asOf: judgedOn, period: defaultPeriod(judgedOn) };
    return {
      entry: savingEffect(dossier, { act: 'record', list: 'visits', value }, info.today, question),
      after: effectOfSaving({ ...terms, history, scope: scopeOf(dossier, { kept }), date, task }),
      isTwin: sameVisitOnRecord(history, date, task),
    };
  };
  const outlooks = new Map<string, RowOutlook>();
  for (const { draft } of visits) {
    const { registrationNo, date, task } = draft;
    const dossier = dossiers.get(registrationNo);
    if (dossier === undefined || !isCivilDate(date) || date > info.today) continue;
    const key = `${date} ${task} ${asOf}`;
    const known = byNumber.get(registrationNo);
    if (known?.dossier !== dossier || known.key !== key)
      byNumber.set(registrationNo, { dossier, key, outlook: judge(dossier, date, task) });
    outlooks.set(registrationNo, byNumber.get(registrationNo)!.outlook);
  }
  return outlooks;
}
