import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recorded } from '../../../domain/record/dossier';
import type { RosterList, RosterRows } from '../../../domain/roster/roster';
import { Button, TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { useRecordForm } from '../../components/use-record-form';
import { AmendmentList } from '../../features/record/amendment-list';
import { ReasonField } from '../../features/record/reason-field';
import { RecordDialog } from '../../features/record/record-dialog';
import { useAppState } from '../../session/app-state';
import { DAYS, FIELDS_OF, rosterChanges, rosterForm, rosterProblems, rosterRow } from './roster-form';

interface DialogProps {
  readonly list: RosterList;
  /** What is corrected or withdrawn; null records a new row. */
  readonly record: Recorded<RosterRows[RosterList]> | null;
  readonly onClose: () => void;
}

/** Records a person or a firm, corrects or withdraws one; what was corrected before stands below. */
export function RosterDialog(props: DialogProps) {
  const { list, record, onClose } = props;
  const { t } = useTranslation();
  const { form, withdraw } = useRosterForm(props);
  const { texts, typed, told } = form;
  const title =
    record === null ? t(`roster.${list}.recordTitle`) : t('roster.correctTitle', { name: record.value.name });
  const { amendments = [] } = record ?? {};
  return (
    <RecordDialog
      title={title}
      form={form}
      whole={told('all')}
      acts={record === null ? null : <Button onClick={withdraw}>{t('roster.withdraw')}</Button>}
      onClose={onClose}
    >
      <p className="small muted">{t(record === null ? `roster.${list}.hint` : 'inspection.correctHint')}</p>
      <div className="form-grid">
        {FIELDS_OF[list].map((field) => {
          if (field === 'note') return null;
          const label = t(list === 'firms' && field === 'name' ? 'rosterFields.firm' : `rosterFields.${field}`);
          const shared = { label, value: texts[field], problem: told(field) };
          return DAYS.has(field) ? (
            <DateField key={field} {...shared} onValue={typed(field)} />
          ) : (
            <TextField key={field} {...shared} onChange={(event) => typed(field)(event.target.value)} />
          );
        })}
      </div>
      <TextArea
        label={t('rosterFields.note')}
        value={texts.note}
        onChange={(event) => typed('note')(event.target.value)}
        problem={told('note')}
      />
      {record === null ? null : <ReasonField value={texts.reason} onValue={typed('reason')} problem={told('reason')} />}
      {amendments.length === 0 ? null : <AmendmentList amendments={amendments} fields="rosterFields" />}
    </RecordDialog>
  );
}

function useRosterForm({ list, record, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate } = useAppState();
  const texts = useState(() => rosterForm(record?.value ?? null));
  const [typed] = texts;
  const reason = typed.reason.trim();
  const form = useRecordForm({
    texts,
    problems: rosterProblems(list, typed, record?.value ?? null),
    words: (code) => t(`roster.problems.${code}`),
    write: () =>
      record !== null
        ? mutate('roster.correct', {
            list,
            recordId: record.id,
            set: rosterChanges(list, record.value, typed),
            reason,
          })
        : mutate(
            'roster.record',
            list === 'people' ? { people: [rosterRow('people', typed)] } : { firms: [rosterRow('firms', typed)] },
          ),
    onSaved: onClose,
  });
  const withdraw = (): void => {
    if (record !== null) form.act(['reason'], () => mutate('roster.withdraw', { list, recordId: record.id, reason }));
  };
  return { form, withdraw };
}
