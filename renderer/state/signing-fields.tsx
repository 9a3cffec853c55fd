import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Segments, SelectField, TextField } from '../components/controls';
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
  const { identities, identityId, passphrase, locale } = form;
  if (identities?.length === 0)
    return (
      <div className="notice">
        {t('reports.noIdentity')} <Link href="/settings">{t('reports.toSettings')}</Link>
      </div>
    );
  return (
    <div className="form-grid">
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
        hint={t('reports.passphraseHint')}
        value={passphrase}
        onChange={(event) => form.setPassphrase(event.target.value)}
        problem={passphraseProblem}
      />
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
