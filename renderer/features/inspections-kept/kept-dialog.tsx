import { useTranslation } from 'react-i18next';
import { RecordDialog } from '../record/record-dialog';
import { KeptFields } from './kept-fields';
import { useKeptForm } from './use-kept-form';

/** Asks the house for which elevators it keeps inspections here. */
export function KeptDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const form = useKeptForm(null, onClose);
  return (
    <RecordDialog
      title={t('kept.title')}
      form={form}
      closeWord={t('kept.later')}
      saveWord={t('kept.save')}
      onClose={onClose}
    >
      <p className="small muted">{t('kept.why')}</p>
      <KeptFields form={form.texts} onForm={form.set} problem={form.told('answer')} />
    </RecordDialog>
  );
}
