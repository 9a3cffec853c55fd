import { useEffect, useState } from 'react';
import type { ReportMade } from '../../../domain/bridge/replies';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { RecordedHazard } from '../../../domain/record/dossier';
import type { HAZARD_PAPERS } from '../../../domain/record/paper-kind';
import { call } from '../../bridge/client';
import { saveFile } from '../../components/save-file';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../../state/app-state';
import { useSigning } from '../../state/use-signing';

export type HazardPaper = (typeof HAZARD_PAPERS)[number];

/** What a paper is asked with, in the language of the page; the passphrase is forgotten once it was used. */
export function usePaperForm(elevator: Elevator, record: RecordedHazard, onFailure: (error: unknown) => void) {
  const state = useAppState();
  const [kind, setKind] = useState<HazardPaper>('rectification-notice');
  const [addressee, setAddressee] = useState('');
  const signing = useSigning();
  const { identities, identityId, setIdentityId, passphrase, setPassphrase } = signing;
  const [made, setMade] = useState<ReportMade | null>(null);
  const { save: once, busy, failure } = useSaving();
  useEffect(() => onFailure(failure), [onFailure, failure]);
  useEffect(() => {
    if (signing.failure !== null) onFailure(signing.failure);
  }, [onFailure, signing.failure]);
  const ready = signing.hasIdentity && passphrase !== '' && !state.readOnly;
  const run = (): void => {
    if (!ready) return;
    const { asOf, locale, period } = state;
    const to = addressee.trim();
    const { registrationNo } = elevator;
    const paper = { hazards: [record.id], ...(to === '' ? {} : { addressee: to }) };
    once(async () => {
      setMade(null);
      const signer = await signing.identityNow();
      const request = { registrationNo, kind, locale, asOf, period, identityId: signer, passphrase, paper };
      await state
        .mutate('report.make', request)
        .then(setMade)
        .finally(() => setPassphrase(''));
    });
  };
  const save = (): void => {
    if (made === null) return;
    call('report.read', { reportId: made.reportId }).then(
      ({ fileName, bytes }) => saveFile(fileName, bytes, 'application/pdf'),
      onFailure,
    );
  };
  return {
    addressee,
    busy,
    identities,
    identityId,
    kind,
    made,
    passphrase,
    ready,
    run,
    save,
    setAddressee,
    setIdentityId,
    setKind,
    setPassphrase,
  };
}
