import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecordForm } from '../../components/use-record-form';
import { ReasonField } from './reason-field';
import { RecordDialog } from './record-dialog';

interface WithdrawProps {
  readonly title: string;
  readonly word: string;
  readonly write: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
  /** What withdrawing means here. */
  readonly children: ReactNode;
}

/** Takes a record out of what counts, with its reason. */
export function WithdrawDialog({ title, word, write, onClose, children }: WithdrawProps) {
  const { t } = useTranslation();
  const texts = useState({ reason: '' });
  const reason = texts[0].reason.trim();
  const form = useRecordForm({
    texts,
    problems: reason === '' ? { reason: 'reason-missing' } : {},
    words: () => t('correction.reason-missing'),
    write: () => write(reason),
    onSaved: onClose,
  });
  return (
    <RecordDialog title={title} form={form} saveWord={word} onClose={onClose}>
      {children}
      <ReasonField
        autoFocus
        value={form.texts.reason}
        onValue={(typed) => form.set({ reason: typed })}
        problem={form.told('reason')}
      />
    </RecordDialog>
  );
}
