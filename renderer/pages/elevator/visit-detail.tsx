import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Confirmation } from '../../../domain/confirmation/confirmation';
import type { Recorded } from '../../../domain/record/dossier';
import { REPLACED_PARTS_COLUMN, type Visit } from '../../../domain/visit/visit';
import { Button } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { ConfirmationFacts } from '../../features/confirmations/confirmation-facts';
import { AmendmentList } from '../../features/record/amendment-list';
import { FactList } from '../../components/fact-list';
import { CheckResults } from './check-results';
import { CorrectVisit, WithdrawVisit } from './correct-visit';
import type { EntryOfRecord } from '../../../domain/headline/entry';
import { RecordPaperDialog } from '../../features/signing/record-paper-dialog';
import { useKeys } from '../../session/page-keys';
import { EntryDetail } from '../../features/late/entry-detail';

/** One visit whole: what was checked and found, how it was corrected, and the ways to correct or withdraw it. */
export function VisitDetail({
  record,
  entry,
  registrationNo,
  said,
}: {
  readonly record: Recorded<Visit>;
  readonly entry: EntryOfRecord;
  readonly registrationNo: RegistrationNo;
  readonly said: readonly Recorded<Confirmation>[];
}) {
  const { t } = useTranslation();
  const { readOnly } = useAppState();
  const [dialog, setDialog] = useState<'correct' | 'withdraw' | 'paper' | null>(null);
  const { value, amendments = [], withdrawn } = record;
  const makePaper = (): void => {
    if (!readOnly && withdrawn !== true) setDialog('paper');
  };
  useKeys([{ keys: 'R', run: makePaper }]);
  const { [REPLACED_PARTS_COLUMN]: parts, ...extra } = value.extra ?? {};
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('visitDetail.confirmedBy'), value.confirmedBy],
    [t('visit.replacedParts'), parts],
    [t('visitFields.note'), value.note],
    ...Object.entries(extra),
  ];
  return (
    <div className="visit-detail">
      <EntryDetail record={record} doneOn={value.date} entry={entry} />
      <FactList facts={facts} />
      <ConfirmationFacts visit={record} said={said} />
      {value.checklist === undefined ? (
        <div className="small muted">{t('visitDetail.noChecklist')}</div>
      ) : (
        <CheckResults checklist={value.checklist} />
      )}
      {amendments.length === 0 ? null : <AmendmentList amendments={amendments} fields="visitFields" />}
      {withdrawn === true ? null : (
        <div className="actions">
          <Button look="small" keys="R" disabled={readOnly} onClick={makePaper}>
            {t('recordPaper.open')}
          </Button>
          <Button look="small" disabled={readOnly} onClick={() => setDialog('correct')}>
            {t('visitDetail.correct')}
          </Button>
          <Button look="small" disabled={readOnly} onClick={() => setDialog('withdraw')}>
            {t('visitDetail.withdraw')}
          </Button>
        </div>
      )}
      {dialog === 'paper' ? (
        <RecordPaperDialog
          kind="visit-record"
          record={record.id}
          registrationNo={registrationNo}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'correct' ? <CorrectVisit {...{ record, registrationNo }} onClose={() => setDialog(null)} /> : null}
      {dialog === 'withdraw' ? <WithdrawVisit {...{ record, registrationNo }} onClose={() => setDialog(null)} /> : null}
    </div>
  );
}
