import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../domain/bridge/replies';
import { Button } from '../../components/controls';
import { useRecordForm } from '../../components/use-record-form';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../../features/record/error-notice';

interface FormProps {
  /** Null where what stands around the form names it. */
  readonly title: string | null;
  readonly hint?: string;
  readonly saveWord: string;
  /** What saving would change; null while what is typed is not sound. */
  readonly change: Partial<Settings> | null;
  /** The settings are as they were typed: what was typed can be forgotten. */
  readonly onSaved: () => void;
  /** At the right of the title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A group of settings that is saved by its button; said to be saved until something else is typed. */
export function SettingsForm({ title, hint, saveWord, change, onSaved, action, children }: FormProps) {
  const { t } = useTranslation();
  const { saveSettings } = useAppState();
  const [saved, setSaved] = useState<string | null>(null);
  const wanted = JSON.stringify(change);
  const form = useRecordForm({
    texts: [change ?? {}, () => undefined], // each field keeps its own
    problems: change === null ? { all: 'unsound' } : {},
    words: (code) => code, // said beside the fields
    write: async () => {
      if (change === null) return;
      await saveSettings(change);
      setSaved(wanted);
      onSaved();
    },
  });
  const fields = (
    <form
      className={title === null ? '' : 'body'}
      style={{ display: 'grid', gap: 12 }}
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      {hint === undefined ? null : (
        <p className="small muted" style={{ margin: 0 }}>
          {hint}
        </p>
      )}
      <div className="form-grid">{children}</div>
      <div>
        <Button look="primary" type="submit" disabled={change === null} busy={form.busy}>
          {saveWord}
        </Button>{' '}
        <span role="status">{saved === wanted ? t('settings.saved') : ''}</span>
      </div>
      {form.failure === null ? null : <ErrorNotice error={form.failure} />}
    </form>
  );
  if (title === null) return fields;
  return (
    <section className="panel">
      <header>
        <h2>{title}</h2>
        {action === undefined ? null : <span className="right">{action}</span>}
      </header>
      {fields}
    </section>
  );
}
