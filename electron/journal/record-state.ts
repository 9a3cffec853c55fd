import { applyStep, stepsOf } from '../../domain/record/fold';
import type { Dossier } from '../../domain/record/dossier';
import type { Entry } from '../../domain/record/entry';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { Journal } from './journal';

/** What the journal says now, held in memory on the Node side for handlers that must know before they write. */
export class RecordState {
  readonly dossiers = new Map<RegistrationNo, Dossier>();
  readonly reports: Entry<'report-signed'>[] = [];

  apply(entry: Entry): void {
    if (entry.type === 'report-signed') this.reports.push(entry);
    for (const [registrationNo, step] of stepsOf(entry))
      this.dossiers.set(registrationNo, applyStep(this.dossiers.get(registrationNo), registrationNo, step));
  }
}

export async function foldJournal(journal: Journal): Promise<RecordState> {
  const state = new RecordState();
  for await (const entry of journal.entries()) state.apply(entry);
  return state;
}
