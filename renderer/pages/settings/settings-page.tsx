import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Settings } from '../../../domain/bridge/replies';
import { SelectField } from '../../components/controls';
import { HOME_WORDS, ROLES } from '../../features/home/homes';
import { useAppState } from '../../session/app-state';
import { Appearance } from './appearance';
import { BackupPanel } from './backup-panel';
import { DetailsPanel } from './details-panel';
import { HazardDaysPanel } from './hazard-days';
import { Identities } from './identities';
import { LateDaysPanel } from './late-days';
import { InspectionsKeptPanel } from './inspections-kept-panel';
import { ListsPanel } from './lists-panel';
import { NameFields, useNames } from './name-fields';
import { PackChoice } from './pack-choice';
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

function You() {
  const { t } = useTranslation();
  const { settings } = useAppState();
  const { names, set, forget } = useNames();
  const [typed, setTyped] = useState<Partial<Pick<Settings, 'role' | 'opensWith'>>>({});
  const form = { ...names, role: settings.role, opensWith: settings.opensWith, ...typed };
  return (
    <SettingsForm
      title={t('settings.you')}
      saveWord={t('settings.save')}
      change={form}
      onSaved={() => {
        forget();
        setTyped({});
      }}
      action={<Link href="/start">{t('start.again')}</Link>}
    >
      <NameFields names={names} set={set} />
      <SelectField
        label={t('settings.role')}
        value={form.role}
        onChange={(event) => setTyped((before) => ({ ...before, role: event.target.value as Settings['role'] }))}
        options={ROLES.map((value) => ({ value, text: t(`roles.${value}`) }))}
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
  return (
    <section className="panel">
      <header>
        <h2>{t('settings.rules')}</h2>
      </header>
      <div className="body form-grid">
        <PackChoice />
      </div>
    </section>
  );
}
