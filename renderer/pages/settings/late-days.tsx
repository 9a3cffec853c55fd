import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_LATE_DAYS } from '../../../domain/headline/entry';
import { Button, TextField } from '../../components/controls';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';
import { lateDaysOf } from './late-days-form';

/** Up to how many days after it was done a record is entered in time. */
export function LateDaysPanel() {
  const { t } = useTranslation();
  const { settings, saveSettings } = useAppState();
  const [typed, setTyped] = useState(String(settings.lateDays));
  const [saved, setSaved] = useState(false);
  const { save, busy, failure } = useSaving();
  const lateDays = lateDaysOf(typed);
  return (
    <section className="panel">
      <header>
        <h2>{t('late.setting')}</h2>
      </header>
      <form
        className="body"
        style={{ display: 'grid', gap: 12 }}
        onSubmit={(event) => {
          event.preventDefault();
          save(lateDays === null ? null : () => saveSettings({ lateDays }).then(() => setSaved(true)));
        }}
      >
        <p className="small muted" style={{ margin: 0 }}>
          {t('late.settingHint')}
        </p>
        <div className="form-grid">
          <TextField
            label={t('late.days')}
            inputMode="numeric"
            maxLength={3}
            value={typed}
            placeholder={t('settings.packDays', { days: DEFAULT_LATE_DAYS })}
            problem={lateDays === null ? t('late.notDays') : undefined}
            onChange={(event) => {
              setSaved(false);
              setTyped(event.target.value);
            }}
          />
        </div>
        <div>
          <Button look="primary" type="submit" disabled={lateDays === null} busy={busy}>
            {t('late.save')}
          </Button>{' '}
          <span role="status">{saved ? t('settings.saved') : ''}</span>
        </div>
        {failure === null ? null : <ErrorNotice error={failure} />}
      </form>
    </section>
  );
}
