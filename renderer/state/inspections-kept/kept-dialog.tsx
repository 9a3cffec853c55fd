import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { ErrorNotice } from '../error-notice';
import { KeptFields } from './kept-fields';
import { useKeptForm } from './use-kept-form';

/** Asks the house for which elevators it keeps inspections here. */
export function KeptDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { form, setForm, problem, submit, busy, failure } = useKeptForm(null, onClose);
  return (
    <Dialog
      title={t('kept.title')}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>{t('kept.later')}</Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" busy={busy}>
            {t('kept.save')}
          </Button>
        </>
      }
    >
      <p className="small muted">{t('kept.why')}</p>
      <KeptFields form={form} onForm={setForm} problem={problem} />
      {failure === null ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}
