import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NameSetting, Settings } from '../../../domain/bridge/replies';
import { Button, Segments, SelectField, TextField } from '../../components/controls';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../../features/record/error-notice';
import { BackupPanel } from './backup-panel';
import { DetailsPanel } from './details-panel';
import { HazardDaysPanel } from './hazard-days';
import { Identities } from './identities';
import { LateDaysPanel } from './late-days';
import { InspectionsKeptPanel } from './inspections-kept-panel';
import { ListsPanel } from './lists-panel';
import { ProfilePanel } from './profile-panel';
import { SettingsForm } from './settings-form';

export function SettingsPage() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('settings.title')}</h1>
      <You />
      <Rules />
      <InspectionsKeptPanel />
      <LateDaysPanel />
      <HazardDaysPanel />
      <Identities />
      <ProfilePanel />
      <BackupPanel />
      <DetailsPanel />
      <ListsPanel />
      <Appearance />
    </>
  );
}

const HOME_WORDS = { maintainer: 'nav.plan', manager: 'nav.month', inspector: 'nav.desk' } as const;

function You() {
  const { t } = useTranslation();
  const { settings } = useAppState();
  const { author, organisation, shortName, role, opensWith } = settings;
  const [typed, setTyped] = useState<Partial<Pick<Settings, NameSetting | 'role' | 'opensWith'>>>({});
  const form = { author, organisation, shortName, role, opensWith, ...typed };
  const problemOf = (field: NameSetting): string | undefined =>
    settings.unwritable?.includes(field) === true && form[field] === '' ? t('settings.unwritable') : undefined;
  const set = (field: NameSetting) => (event: { target: { value: string } }) =>
    setTyped((before) => ({ ...before, [field]: event.target.value }));
  return (
    <SettingsForm title={t('settings.you')} saveWord={t('settings.save')} change={form} onSaved={() => setTyped({})}>
      <TextField
        label={t('settings.organisation')}
        problem={problemOf('organisation')}
        value={form.organisation}
        onChange={set('organisation')}
      />
      <TextField
        label={t('settings.shortName')}
        hint={t('settings.shortNameHint')}
        problem={problemOf('shortName')}
        value={form.shortName}
        onChange={set('shortName')}
        maxLength={20}
      />
      <TextField
        label={t('settings.author')}
        hint={t('settings.authorHint')}
        problem={problemOf('author')}
        value={form.author}
        onChange={set('author')}
      />
      <SelectField
        label={t('settings.role')}
        value={form.role}
        onChange={(event) => setTyped((before) => ({ ...before, role: event.target.value as Settings['role'] }))}
        options={(['maintainer', 'manager', 'inspector'] as const).map((value) => ({
          value,
          text: t(`roles.${value}`),
        }))}
      />
      <SelectField
        label={t('settings.opensWith')}
        hint={t('settings.opensWithHint')}
        value={form.opensWith}
        onChange={(event) =>
          setTyped((before) => ({ ...before, opensWith: event.target.value as Settings['opensWith'] }))
        }
        options={[
          { value: 'fleet', text: t('nav.fleet') },
          { value: 'home', text: t(HOME_WORDS[form.role]) },
        ]}
      />
    </SettingsForm>
  );
}

function Rules() {
  const { t } = useTranslation();
  const { settings, saveSettings, packs, pack, say } = useAppState();
  const { save, failure } = useSaving();
  const gone = settings.packId === pack.id ? undefined : settings.packId;
  return (
    <section className="panel">
      <header>
        <h2>{t('settings.rules')}</h2>
      </header>
      <div className="body form-grid">
        <SelectField
          label={t('settings.pack')}
          hint={t('settings.packHint')}
          problem={gone === undefined ? undefined : t('settings.packGone', { id: gone, used: pack.id })}
          value={pack.id}
          onChange={(event) => save(() => saveSettings({ packId: event.target.value }))}
          options={packs.packs.map(({ id, title }) => ({ value: id, text: `${say(title)} (${id})` }))}
        />
        {gone === undefined ? null : (
          <div>
            <Button onClick={() => save(() => saveSettings({ packId: pack.id }))}>
              {t('settings.packKeep', { used: pack.id })}
            </Button>
          </div>
        )}
        {failure === null ? null : <ErrorNotice error={failure} />}
      </div>
    </section>
  );
}

function Appearance() {
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
