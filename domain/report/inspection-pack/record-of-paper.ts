import { listOfPaper } from '../../record/paper-kind';
import type { Evidence } from '../evidence';
import type { PaperInside } from './pack-evidence';

/** Of a paper of one record: which, and of what day it is. */
export function recordOf({ kind, paper, dossier }: Evidence): Pick<PaperInside, 'record' | 'recordOn'> {
  const list = listOfPaper(kind);
  const record = list === null ? undefined : dossier[list].find(({ id }) => id === paper?.record);
  return record === undefined ? {} : { record: record.id, recordOn: record.value.date };
}
