import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { HOUSE_STEPS } from '../../../domain/risk/hazard-days';
import { Button, TextField } from '../../components/controls';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';
import { daysProblem, hazardDaysForm, hazardDaysOf, packDays } from './hazard-days-form';

/** The house's own days for the steps of a hazard, where no clause sets them. */
export function HazardDaysPanel() {
  const { t } = useTranslation();
  const { settings, saveSettings, pack } = useAppState();
  const [form, setForm] = useState(() => hazardDaysForm(settings.hazardDays));
  const [saved, setSaved] = useState(false);
  const { save: saveOnce, busy, failure } = useSaving();
  if (pack.hazards === undefined) return null;
  const { deadlines } = pack.hazards;
  const isSound = HOUSE_STEPS.every((step) => daysProblem(form[step]) === undefined);
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isSound) return;
    saveOnce(() => saveSettings({ hazardDays: hazardDaysOf(form) }).then(() => setSaved(true)));
  };
  return (
    <section className="panel">
      <header>
        <h2>{t('settings.hazardDays')}</h2>
      </header>
      <form className="body" style={{ display: 'grid', gap: 12 }} onSubmit={save}>
        <p className="small muted" style={{ margin: 0 }}>
          {t('settings.hazardDaysHint')}
        </p>
        <div className="form-grid">
          {HOUSE_STEPS.map((step) => {
            const known = packDays(step, deadlines);
            return (
              <TextField
                key={step}
                label={t(`settings.houseSteps.${step}`)}
                inputMode="numeric"
                maxLength={4}
                value={form[step]}
                placeholder={known === null ? '' : t('settings.packDays', { days: known.days })}
                hint={known?.isLaw === true ? t('settings.daysByLaw') : undefined}
                problem={daysProblem(form[step]) === undefined ? undefined : t('settings.notDays')}
                onChange={(event) => {
                  setSaved(false);
                  setForm((before) => ({ ...before, [step]: event.target.value }));
                }}
              />
            );
          })}
        </div>
        <div>
          <Button look="primary" type="submit" disabled={!isSound} busy={busy}>
            {t('settings.saveDays')}
          </Button>{' '}
          <span role="status">{saved ? t('settings.saved') : ''}</span>
        </div>
        {failure === null ? null : <ErrorNotice error={failure} />}
      </form>
    </section>
  );
}
