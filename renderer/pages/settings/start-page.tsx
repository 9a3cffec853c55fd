import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { IdentityListed } from '../../../domain/bridge/paper-replies';
import { call } from '../../bridge/client';
import { Button, Segments } from '../../components/controls';
import { StatusMark } from '../../components/status-mark';
import { useSaving } from '../../components/use-saving';
import { useBackupWatch } from '../../features/backup/backup-watch';
import { HOME_WORDS, HOMES, ROLES } from '../../features/home/homes';
import { ErrorNotice } from '../../features/record/error-notice';
import { useAppState } from '../../session/app-state';
import { usePageKeys } from '../../session/page-keys';
import { BackupFolderForm } from './backup-folder-form';
import { CreateIdentity, ImportIdentity } from './identity-dialogs';
import { NameFields, useNames } from './name-fields';
import { PackChoice } from './pack-choice';
import { SettingsForm } from './settings-form';
import './start-page.css';

const STEPS = ['language', 'role', 'names', 'identity', 'pack', 'begin', 'backup'] as const;
type Step = (typeof STEPS)[number];

/** The seven matters of a first start, each with the form of the settings; any of them can be left, and found there. */
export function StartPage() {
  const { t } = useTranslation();
  const { settings, head } = useAppState();
  const [, navigate] = useLocation();
  const { status } = useBackupWatch();
  const { identities, failure, look } = useIdentities();
  const done: Readonly<Record<Step, boolean>> = {
    language: true,
    role: settings.opensWith === 'home',
    names: settings.author !== '' && settings.organisation !== '',
    identity: identities.length > 0,
    pack: true,
    begin: head.seq > 0,
    backup: typeof status?.folder === 'string',
  };
  const open = STEPS.filter((step) => !done[step]);
  const begin = (): void => navigate(settings.opensWith === 'home' ? HOMES[settings.role] : '/');
  usePageKeys([
    { keys: 'Ctrl+Enter', word: t('start.go'), run: begin },
    { keys: 'Escape', word: t('start.skip'), run: () => navigate('/') },
  ]);
  const forms: Readonly<Record<Step, ReactNode>> = {
    language: <Language />,
    role: <RoleChoice />,
    names: <NamesForm />,
    identity: <IdentityStep identities={identities} onChange={look} />,
    pack: <PackStep />,
    begin: <BeginStep />,
    backup: <BackupStep />,
  };
  return (
    <>
      <div className="page-head">
        <h1>{t('start.title')}</h1>
        <span className="muted">{t('start.subtitle')}</span>
        <span className="actions">
          <Button keys="Esc" onClick={() => navigate('/')}>
            {t('start.skip')}
          </Button>
          <Button look="primary" keys="Ctrl+Enter" onClick={begin}>
            {t('start.go')}
          </Button>
        </span>
      </div>
      {failure === null ? null : <ErrorNotice error={failure} />}
      <div className="start-steps">
        {STEPS.map((step, index) => (
          <section className="start-step" key={step} aria-labelledby={`start-${step}`}>
            <span className="figure" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <h2 id={`start-${step}`}>{t(`start.${step}.title`)}</h2>
              <div className="small muted">{t(`start.${step}.why`)}</div>
            </div>
            <div className="act">{forms[step]}</div>
            <div className="state">
              <StatusMark shape={done[step] ? 'met' : 'no-data'} word={t(done[step] ? 'start.done' : 'start.open')} />
            </div>
          </section>
        ))}
      </div>
      <p className="muted small" role="status">
        {open.length === 0
          ? t('start.allDone')
          : t('start.left', {
              count: open.length,
              steps: open.map((one) => t(`start.${one}.title`)).join(t('elevator.listComma')),
            })}
      </p>
    </>
  );
}

function useIdentities() {
  const [identities, setIdentities] = useState<readonly IdentityListed[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const look = useCallback(() => {
    call('identity.list', {}).then(setIdentities, setFailure);
  }, []);
  useEffect(look, [look]);
  return { identities, failure, look };
}

function Language() {
  const { t } = useTranslation();
  const { locale, saveSettings } = useAppState();
  const { save, failure } = useSaving();
  return (
    <>
      <Segments
        label={t('start.language.title')}
        value={locale}
        options={[
          { value: 'zh-CN', text: '简体中文' },
          { value: 'en', text: 'English' },
        ]}
        onChange={(value) => save(() => saveSettings({ locale: value }))}
      />
      {failure === null ? null : <ErrorNotice error={failure} />}
    </>
  );
}

/** Choosing one says too what the program opens with: nobody who was not asked is sent to another page. */
function RoleChoice() {
  const { t } = useTranslation();
  const { settings, saveSettings } = useAppState();
  const { save, failure } = useSaving();
  return (
    <fieldset className="start-roles">
      <legend className="visually-hidden">{t('start.role.title')}</legend>
      {ROLES.map((role) => (
        <label key={role}>
          <input
            type="radio"
            name="role"
            checked={settings.opensWith === 'home' && settings.role === role}
            onChange={() => save(() => saveSettings({ role, opensWith: 'home' }))}
          />{' '}
          <span className="strong">{t(`roles.${role}`)}</span>
          <div className="small muted">{t('start.role.home', { page: t(HOME_WORDS[role]) })}</div>
        </label>
      ))}
      {failure === null ? null : <ErrorNotice error={failure} />}
    </fieldset>
  );
}

function NamesForm() {
  const { t } = useTranslation();
  const { names, set, forget } = useNames();
  return (
    <SettingsForm title={null} saveWord={t('settings.save')} change={names} onSaved={forget}>
      <NameFields names={names} set={set} />
    </SettingsForm>
  );
}

function IdentityStep({
  identities,
  onChange,
}: {
  readonly identities: readonly IdentityListed[];
  readonly onChange: () => void;
}) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'create' | 'import' | null>(null);
  const close = (): void => {
    setDialog(null);
    onChange();
  };
  return (
    <>
      {identities.length === 0 ? null : <span>{identities.map(({ organisation }) => organisation).join(' • ')}</span>}
      <Button onClick={() => setDialog('create')}>{t('settings.create')}</Button>
      <Button onClick={() => setDialog('import')}>{t('settings.import')}</Button>
      <span className="small warn">{t('start.identity.lost')}</span>
      {dialog === 'create' ? <CreateIdentity onClose={close} /> : null}
      {dialog === 'import' ? <ImportIdentity onClose={close} /> : null}
    </>
  );
}

function PackStep() {
  const { t } = useTranslation();
  return (
    <>
      <PackChoice />
      <Link href="/packs">{t('nav.packs')}</Link>
    </>
  );
}

function BeginStep() {
  const { t } = useTranslation();
  const { mutate, readOnly, head } = useAppState();
  const [, navigate] = useLocation();
  const { save, busy, failure } = useSaving();
  const isEmpty = head.seq === 0;
  return (
    <>
      <Button disabled={readOnly} onClick={() => navigate('/import')}>
        {t('fleet.emptyImport')}
      </Button>
      <Button disabled={readOnly} onClick={() => navigate('/register')}>
        {isEmpty ? t('fleet.emptyRegister') : t('fleet.register')}
      </Button>
      {isEmpty ? (
        <Button disabled={readOnly} busy={busy} onClick={() => save(() => mutate('sample.add', {}))}>
          {t('fleet.emptySample')}
        </Button>
      ) : null}
      <span className="small muted">{t('start.begin.sample')}</span>
      {failure === null ? null : <ErrorNotice error={failure} />}
    </>
  );
}

function BackupStep() {
  const { t } = useTranslation();
  const { status, look } = useBackupWatch();
  if (status === null) return null;
  return (
    <>
      <BackupFolderForm key={String(status.folder)} status={status} onSaved={look} />
      <Link href="/settings">{t('start.backup.sheet')}</Link>
    </>
  );
}
