import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../domain/bridge/import-replies';

const MOST_NAMED = 5;

/** What the register leaves open: a stop without its day, and device codes under several certificates. */
export function RegisterDoubts({ stoppedWithoutDay, sharedDeviceCodes }: ImportPreview) {
  const { t } = useTranslation();
  return (
    <>
      {stoppedWithoutDay.length === 0 ? null : (
        <div className="notice warn">
          <strong>{t('import.stopped.question', { count: stoppedWithoutDay.length })}</strong>{' '}
          {t('import.stopped.hint', { named: stoppedWithoutDay.slice(0, MOST_NAMED).join(t('import.listComma')) })}
        </div>
      )}
      {sharedDeviceCodes.length === 0 ? null : (
        <div className="notice warn">
          <strong>{t('import.sharedCodes.told', { count: sharedDeviceCodes.length })}</strong>{' '}
          {sharedDeviceCodes
            .slice(0, MOST_NAMED)
            .map(({ deviceCode, registrationNos }) =>
              t('import.codeUnder', { code: deviceCode, numbers: registrationNos.join(t('import.listComma')) }),
            )
            .join(t('import.listStop'))}
          {t('import.sharedCodes.hint')}
        </div>
      )}
    </>
  );
}
