import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectionsKept } from '../../../domain/record/inspections-kept';
import { Button } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../../features/record/error-notice';
import { KeptFields } from '../../features/inspections-kept/kept-fields';
import { useKeptForm } from '../../features/inspections-kept/use-kept-form';

/** For which elevators inspections are kept here: the answer that holds, and another one at any time. */
export function InspectionsKeptPanel() {
  const { t } = useTranslation();
  const { inspectionsKept, revision } = useAppState();
  const [saved, setSaved] = useState(false);
  return (
    <section className="panel">
      <header>
        <h2>{t('kept.title')}</h2>
      </header>
      {revision === 0 ? (
        <div className="busy-line" />
      ) : (
        <Answer key={JSON.stringify(inspectionsKept)} kept={inspectionsKept} saved={saved} onSaved={setSaved} />
      )}
    </section>
  );
}

interface AnswerProps {
  readonly kept: InspectionsKept | null;
  readonly saved: boolean;
  readonly onSaved: (saved: boolean) => void;
}

function Answer({ kept, saved, onSaved }: AnswerProps) {
  const { t } = useTranslation();
  const form = useKeptForm(kept, () => onSaved(true));
  return (
    <form
      className="body"
      style={{ display: 'grid', gap: 12 }}
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <p className="small muted" style={{ margin: 0 }}>
        {t(kept === null ? 'kept.unanswered' : 'kept.answered')}
      </p>
      <KeptFields
        form={form.texts}
        onForm={(next) => {
          onSaved(false);
          form.set(next);
        }}
        problem={form.told('answer')}
      />
      <div>
        <Button look="primary" type="submit" disabled={form.locked} busy={form.busy}>
          {t('kept.save')}
        </Button>{' '}
        <span role="status">{saved ? t('settings.saved') : ''}</span>
      </div>
      {form.failure === null ? null : <ErrorNotice error={form.failure} />}
    </form>
  );
}
