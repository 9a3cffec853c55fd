import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HOUSE_STEPS } from '../../../domain/risk/hazard-days';
import { TextField } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { daysProblem, hazardDaysForm, hazardDaysOf, packDays } from './hazard-days-form';
import { SettingsForm } from './settings-form';

/** The house's own days for the steps of a hazard, where no clause sets them. */
export function HazardDaysPanel() {
  const { t } = useTranslation();
  const { settings, pack } = useAppState();
  const [typed, setTyped] = useState<Partial<ReturnType<typeof hazardDaysForm>>>({});
  const form = { ...hazardDaysForm(settings.hazardDays), ...typed };
  if (pack.hazards === undefined) return null;
  const { deadlines } = pack.hazards;
  const isSound = HOUSE_STEPS.every((step) => daysProblem(form[step]) === undefined);
  return (
    <SettingsForm
      title={t('settings.hazardDays')}
      hint={t('settings.hazardDaysHint')}
      saveWord={t('settings.saveDays')}
      change={isSound ? { hazardDays: hazardDaysOf(form) } : null}
      onSaved={() => setTyped({})}
    >
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
            onChange={(event) => setTyped((before) => ({ ...before, [step]: event.target.value }))}
          />
        );
      })}
    </SettingsForm>
  );
}
