import { useTranslation } from 'react-i18next';
import { BridgeError } from '../../domain/bridge/errors';

/** What happened, what was kept, what to do; the code and its details can be copied. */
export function ErrorNotice({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const code = error instanceof BridgeError ? error.code : 'internal';
  const details =
    error instanceof BridgeError ? error.details : { message: error instanceof Error ? error.message : String(error) };
  return (
    <div className="notice error" role="alert">
      <div>
        <strong>{t(`errors.${code}.what`, { ...details })}</strong> {t(`errors.${code}.kept`)} {t(`errors.${code}.do`)}
        <div className="small muted no-space">
          {code} {Object.keys(details).length === 0 ? '' : JSON.stringify(details)}
        </div>
      </div>
    </div>
  );
}
