import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_LATE_DAYS } from '../../../domain/headline/entry';
import { TextField } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { lateDaysOf } from './late-days-form';
import { SettingsForm } from './settings-form';

/** Up to how many days after it was done a record is entered in time. */
export function LateDaysPanel() {
  const { t } = useTranslation();
  const { settings } = useAppState();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(settings.lateDays); // untouched, it follows what another window saves
  const lateDays = lateDaysOf(shown);
  return (
    <SettingsForm
      title={t('late.setting')}
      hint={t('late.settingHint')}
      saveWord={t('late.save')}
      change={lateDays === null ? null : { lateDays }}
      onSaved={() => setTyped(null)}
    >
      <TextField
        label={t('late.days')}
        inputMode="numeric"
        maxLength={3}
        value={shown}
        placeholder={t('settings.packDays', { days: DEFAULT_LATE_DAYS })}
        problem={lateDays === null ? t('late.notDays') : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
    </SettingsForm>
  );
}
