import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button, Segments, SelectField, TextField } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import type { SigningForm } from './use-signing';

interface SigningFieldsProps {
  readonly form: SigningForm;
  readonly passphraseProblem?: string | undefined;
  /** What the language is of, where it is not that of a paper. */
  readonly localeLabel?: string;
}

/** Identity, passphrase and language of papers that are to be signed. */
export function SigningFields({ form, passphraseProblem, localeLabel }: SigningFieldsProps) {
  const { t } = useTranslation();
  const { identities, locale } = form;
  if (identities?.length === 0)
    return (
      <div className="notice">
        {t('reports.noIdentity')} <Link href="/settings">{t('reports.toSettings')}</Link>
      </div>
    );
  return (
    <div className="form-grid">
      <SignerFields form={form} passphraseProblem={passphraseProblem} />
      <div className="field">
        <span className="label">{localeLabel ?? t('reports.locale')}</span>
        <Segments
          label={localeLabel ?? t('reports.locale')}
          value={locale}
          onChange={form.setLocale}
          options={[
            { value: 'zh-CN', text: t('reports.zh') },
            { value: 'en', text: t('reports.en') },
          ]}
        />
      </div>
    </div>
  );
}

type Signer = Pick<
  SigningForm,
  'identities' | 'identityId' | 'setIdentityId' | 'passphrase' | 'setPassphrase' | 'isUnlocked' | 'lock'
>;

interface SignerFieldsProps {
  readonly form: Signer;
  readonly passphraseProblem: string | undefined;
}

/** Who signs, and the passphrase for it where it is not unlocked. */
export function SignerFields({ form, passphraseProblem }: SignerFieldsProps) {
  const { t } = useTranslation();
  const { settings } = useAppState();
  const { identities, identityId, passphrase, isUnlocked } = form;
  return (
    <>
      <SelectField
        label={t('reports.identity')}
        value={identityId}
        onChange={(event) => form.setIdentityId(event.target.value)}
        options={(identities ?? []).map((identity) => ({
          value: identity.identityId,
          text: `${identity.organisation} (${identity.fingerprint.slice(0, 8)})`,
        }))}
      />
      <TextField
        label={t('reports.passphrase')}
        type="password"
        autoComplete="off"
        hint={
          isUnlocked
            ? t('reports.unlockedHint', { minutes: settings.keepUnlocked })
            : t(settings.keepUnlocked > 0 ? 'reports.unlocksHint' : 'reports.passphraseHint', {
                minutes: settings.keepUnlocked,
              })
        }
        value={passphrase}
        onChange={(event) => form.setPassphrase(event.target.value)}
        problem={passphraseProblem}
      />
      {isUnlocked ? (
        <div>
          <Button onClick={form.lock}>{t('reports.lock')}</Button>
        </div>
      ) : null}
    </>
  );
}
