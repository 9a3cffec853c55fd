import type { Evidence } from '../../domain/report/evidence';
import { recordNoOf } from '../../domain/record/record-id';
import type { WantedPaper } from './wanted-papers';

/** `梯11浙A12056(04)_compliance_2026-11-23.pdf`, without characters that some file system refuses; of a visit its day and number. */
export function fileNameOf({ dossier, kind, asOf }: Evidence, { record }: WantedPaper): string {
  const plain = dossier.registrationNo.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/^\.+/, '-');
  const of = record === undefined ? asOf : `${record.value.date}_${recordNoOf(record.id)}`;
  return `${plain}_${kind}_${of}.pdf`;
}
