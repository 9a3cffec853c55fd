import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { useAppState } from '../../state/app-state';
import { BatchOutcome } from '../../state/batch-outcome';
import { ErrorNotice } from '../../state/error-notice';
import { SigningFields } from '../../state/signing-fields';
import { useSignedBatch } from '../../state/use-signed-batch';
import { useSigning } from '../../state/use-signing';

interface BundleProps {
  readonly policy: { readonly insurer: string; readonly policyNo: string };
  readonly onClose: () => void;
}

/** Makes what an insurer gets about a policy: a signed report of each elevator, in one file. */
export function InsurerBundle({ policy: { insurer, policyNo }, onClose }: BundleProps) {
  const { t } = useTranslation();
  const { asOf, pack } = useAppState();
  const signing = useSigning();
  const batch = useSignedBatch();
  const { passphrase, locale, setPassphrase } = signing;
  const ready = signing.hasIdentity && passphrase !== '' && batch.progress === null;
  const make = async (): Promise<void> => {
    if (!ready) return;
    const identityId = await signing.identityNow();
    await batch.run('insurer.bundle', { policyNo, insurer, locale, asOf, identityId, passphrase });
    setPassphrase('');
  };
  return (
    <Dialog
      title={t('bundle.title', { policyNo })}
      onClose={batch.progress === null ? onClose : batch.cancel}
      onSubmit={() => void make()}
      actions={
        batch.progress === null ? (
          <>
            <Button onClick={onClose}>{t('common.close')}</Button>
            <Button look="primary" type="submit" keys="Ctrl Enter" disabled={!ready}>
              {t('bundle.run')}
            </Button>
          </>
        ) : null
      }
    >
      <p className="small muted">
        {pack.hazards === undefined ? t('bundle.hintNoHazards', { pack: pack.id }) : t('bundle.hint')}
      </p>
      {signing.failure === null ? null : <ErrorNotice error={signing.failure} />}
      <SigningFields form={signing} />
      <BatchOutcome run={batch} />
    </Dialog>
  );
}
