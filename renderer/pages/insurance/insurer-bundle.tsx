import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { useRecordForm } from '../../components/use-record-form';
import { useAppState } from '../../session/app-state';
import { BatchOutcome } from '../../features/signing/batch-outcome';
import { ErrorNotice } from '../../features/record/error-notice';
import { SigningFields } from '../../features/signing/signing-fields';
import { useSignedBatch } from '../../features/signing/use-signed-batch';
import { useSigning } from '../../features/signing/use-signing';

interface BundleProps {
  readonly policy: { readonly insurer: string; readonly policyNo: string };
  readonly onClose: () => void;
}

/** Makes what an insurer gets about a policy: a signed report of each elevator, in one file. */
export function InsurerBundle({ policy: { insurer, policyNo }, onClose }: BundleProps) {
  const { t } = useTranslation();
  const { asOf, pack, readOnly } = useAppState();
  const signing = useSigning();
  const batch = useSignedBatch();
  const { passphrase, lacksPassphrase, secret, locale } = signing;
  const form = useRecordForm({
    texts: [{ passphrase }, () => undefined], // the fields of signing keep their own
    problems: lacksPassphrase ? { passphrase: 'missing' } : {},
    words: () => t('notice.needPassphrase'),
    locked: readOnly || !signing.hasIdentity,
    write: async (signal) => {
      const identityId = await signing.identityNow();
      const request = { policyNo, insurer, locale, asOf, identityId, ...secret };
      await batch.make('insurer.bundle', request, signal).finally(signing.forgetPassphrase);
    },
  });
  return (
    <Dialog
      title={t('bundle.title', { policyNo })}
      onClose={form.busy ? form.cancel : onClose}
      onSubmit={form.submit}
      actions={
        form.busy ? null : (
          <>
            <Button onClick={onClose}>{t('common.close')}</Button>
            <Button look="primary" type="submit" keys="Ctrl Enter" disabled={form.locked}>
              {t('bundle.run')}
            </Button>
          </>
        )
      }
    >
      <p className="small muted">
        {pack.hazards === undefined ? t('bundle.hintNoHazards', { pack: pack.id }) : t('bundle.hint')}
      </p>
      {signing.failure === null ? null : <ErrorNotice error={signing.failure} />}
      <SigningFields form={signing} passphraseProblem={form.told('passphrase')} />
      <BatchOutcome run={batch} onCancel={form.cancel} />
      {form.failure === null ? null : <ErrorNotice error={form.failure} />}
    </Dialog>
  );
}
