import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import type { FormProblems, RecordForm } from '../../components/use-record-form';
import { ErrorNotice } from './error-notice';

interface RecordDialogProps {
  readonly title: string;
  readonly form: Pick<RecordForm<object, FormProblems>, 'busy' | 'failure' | 'locked' | 'submit'>;
  readonly saveWord?: string;
  readonly closeWord?: string;
  /** Buttons before those that close and save. */
  readonly acts?: ReactNode;
  readonly wide?: boolean;
  /** What is wrong with all of it together. */
  readonly whole?: string | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialogue. It stays open until what it writes is answered, and tells a failure below what was typed. */
export function RecordDialog({
  title,
  form,
  saveWord,
  closeWord,
  acts,
  wide,
  whole,
  onClose,
  children,
}: RecordDialogProps) {
  const { t } = useTranslation();
  const close = (): void => {
    if (!form.busy) onClose();
  };
  return (
    <Dialog
      title={title}
      wide={wide === true}
      onClose={close}
      onSubmit={form.submit}
      actions={
        <>
          {acts}
          <Button onClick={close}>{closeWord ?? t('common.cancel')}</Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" disabled={form.locked} busy={form.busy}>
            {saveWord ?? t('common.save')}
          </Button>
        </>
      }
    >
      {children}
      {whole === undefined ? null : <div className="notice warn">{whole}</div>}
      {form.failure === null ? null : <ErrorNotice error={form.failure} />}
    </Dialog>
  );
}
