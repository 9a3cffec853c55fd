import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Elevator } from '../../../domain/elevator/elevator';
import { useAppState } from '../../session/app-state';
import { useDossier } from '../../session/use-elevators';
import { HistoryPanel } from './history-panel';

/** What is on record of the same elevator under the certificates it had before; read when somebody asks to see it. */
export function HistoryBefore({ predecessors }: { readonly predecessors: readonly Elevator[] }) {
  return predecessors.map(({ registrationNo }) => <Before key={registrationNo} registrationNo={registrationNo} />);
}

function Before({ registrationNo }: { readonly registrationNo: string }) {
  const { t } = useTranslation();
  const { revision } = useAppState();
  const [open, setOpen] = useState(false);
  const dossier = useDossier(open ? registrationNo : null, revision);
  return (
    <details className="panel history-before" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('related.history', { registrationNo })}</summary>
      {open && dossier ? <HistoryPanel dossier={dossier} /> : null}
    </details>
  );
}
