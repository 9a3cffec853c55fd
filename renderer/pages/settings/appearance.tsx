import { useTranslation } from 'react-i18next';
import { Segments } from '../../components/controls';
import { useAppState } from '../../session/app-state';

/** Choices that are saved as they are made. */
export function Appearance() {
  const { t } = useTranslation();
  const { settings, saveSettings } = useAppState();
  return (
    <section className="panel">
      <header>
        <h2>{t('settings.appearance')}</h2>
      </header>
      <div className="body" style={{ display: 'flex', gap: 24, flexWrap: 'wrap' }}>
        <div className="field">
          <span className="label">{t('settings.theme')}</span>
          <Segments
            label={t('settings.theme')}
            value={settings.theme}
            onChange={(theme) => void saveSettings({ theme })}
            options={(['system', 'light', 'dark'] as const).map((value) => ({
              value,
              text: t(`settings.themes.${value}`),
            }))}
          />
        </div>
        <div className="field">
          <span className="label">{t('settings.density')}</span>
          <Segments
            label={t('settings.density')}
            value={settings.comfortable ? 'comfortable' : 'dense'}
            onChange={(density) => void saveSettings({ comfortable: density === 'comfortable' })}
            options={(['dense', 'comfortable'] as const).map((value) => ({
              value,
              text: t(`settings.densities.${value}`),
            }))}
          />
        </div>
        <div className="field">
          <span className="label">{t('settings.singleKeys')}</span>
          <Segments
            label={t('settings.singleKeys')}
            value={settings.singleKeys ? 'on' : 'off'}
            onChange={(value) => void saveSettings({ singleKeys: value === 'on' })}
            options={(['on', 'off'] as const).map((value) => ({ value, text: t(`settings.${value}`) }))}
          />
        </div>
      </div>
    </section>
  );
}
