import { useEffect, useState } from 'react';
import type { IdentityInfo, ReportMade } from '../../../domain/bridge/replies';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { RecordedHazard } from '../../../domain/record/dossier';
import type { HAZARD_PAPERS } from '../../../domain/record/paper-kind';
import { call } from '../../bridge/client';
import { saveFile } from '../../components/save-file';
import { useAppState } from '../../state/app-state';

export type HazardPaper = (typeof HAZARD_PAPERS)[number];

/** What a paper is asked with, in the language of the page; the passphrase is forgotten once it was used. */
export function usePaperForm(elevator: Elevator, record: RecordedHazard, onFailure: (error: unknown) => void) {
  const state = useAppState();
  const [kind, setKind] = useState<HazardPaper>('rectification-notice');
  const [addressee, setAddressee] = useState('');
  const [identities, setIdentities] = useState<readonly IdentityInfo[] | null>(null);
  const [identityId, setIdentityId] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [made, setMade] = useState<ReportMade | null>(null);
  const [running, setRunning] = useState(false);
  useEffect(() => {
    call('identity.list', {}).then((list) => {
      setIdentities(list);
      setIdentityId((before) => before || (list[0]?.identityId ?? ''));
    }, onFailure);
  }, [onFailure]);
  const ready = identityId !== '' && passphrase !== '' && !running && !state.readOnly;
  const run = async (): Promise<void> => {
    if (!ready) return;
    const { asOf, locale, period } = state;
    const to = addressee.trim();
    setRunning(true);
    setMade(null);
    onFailure(null);
    try {
      const { registrationNo } = elevator;
      const paper = { hazards: [record.id], ...(to === '' ? {} : { addressee: to }) };
      const request = { registrationNo, kind, locale, asOf, period, identityId, passphrase, paper };
      setMade(await state.mutate('report.make', request));
    } catch (error) {
      onFailure(error);
    } finally {
      setRunning(false);
      setPassphrase('');
    }
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
