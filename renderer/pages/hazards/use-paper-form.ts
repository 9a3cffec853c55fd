import { useEffect, useState } from 'react';
import type { IdentityInfo, ReportMade } from '../../../domain/bridge/replies';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { RecordedHazard } from '../../../domain/record/dossier';
import type { HAZARD_PAPERS } from '../../../domain/record/paper-kind';
import { call } from '../../bridge/client';
import { saveFile } from '../../components/save-file';
import { useSaving } from '../../components/use-saving';
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
  const { save: once, busy, failure } = useSaving();
  useEffect(() => onFailure(failure), [onFailure, failure]);
  useEffect(() => {
    call('identity.list', {}).then((list) => {
      setIdentities(list);
      setIdentityId((before) => before || (list[0]?.identityId ?? ''));
    }, onFailure);
  }, [onFailure]);
  const ready = identityId !== '' && passphrase !== '' && !state.readOnly;
  const run = (): void => {
    if (!ready) return;
    const { asOf, locale, period } = state;
    const to = addressee.trim();
    const { registrationNo } = elevator;
    const paper = { hazards: [record.id], ...(to === '' ? {} : { addressee: to }) };
    const request = { registrationNo, kind, locale, asOf, period, identityId, passphrase, paper };
    once(() => {
      setMade(null);
      return state
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
