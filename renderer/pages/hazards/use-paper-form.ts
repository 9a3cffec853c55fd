import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportMade } from '../../../domain/bridge/paper-replies';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { RecordedHazard } from '../../../domain/record/dossier';
import type { HAZARD_PAPERS } from '../../../domain/record/paper-kind';
import { call } from '../../bridge/client';
import { saveFile } from '../../components/save-file';
import { useRecordForm } from '../../components/use-record-form';
import { useAppState } from '../../session/app-state';
import { useSigning } from '../../features/signing/use-signing';

export type HazardPaper = (typeof HAZARD_PAPERS)[number];

/** What a paper is asked with, in the language of the page; the passphrase is forgotten once it was used. */
export function usePaperForm(elevator: Elevator, record: RecordedHazard, onFailure: (error: unknown) => void) {
  const { t } = useTranslation();
  const state = useAppState();
  const [kind, setKind] = useState<HazardPaper>('rectification-notice');
  const [addressee, setAddressee] = useState('');
  const signing = useSigning();
  const { identities, passphrase } = signing;
  const [made, setMade] = useState<ReportMade | null>(null);
  const form = useRecordForm({
    texts: [{ addressee, passphrase }, () => undefined], // each part keeps its own
    problems: signing.lacksPassphrase ? { passphrase: 'missing' } : {},
    words: () => t('reports.needPassphrase'),
    locked: state.readOnly || !signing.hasIdentity,
    write: async () => {
      const { asOf, locale, period } = state;
      const to = addressee.trim();
      const { registrationNo } = elevator;
      const paper = { hazards: [record.id], ...(to === '' ? {} : { addressee: to }) };
      setMade(null);
      const signer = await signing.identityNow();
      const request = { registrationNo, kind, locale, asOf, period, identityId: signer, ...signing.secret, paper };
      await state.mutate('report.make', request).then(setMade).finally(signing.forgetPassphrase);
    },
  });
  const { failure } = form;
  useEffect(() => onFailure(failure), [onFailure, failure]);
  useEffect(() => {
    if (signing.failure !== null) onFailure(signing.failure);
  }, [onFailure, signing.failure]);
  const save = (): void => {
    if (made === null) return;
    call('report.read', { reportId: made.reportId }).then(
      ({ fileName, bytes }) => saveFile(fileName, bytes, 'application/pdf'),
      onFailure,
    );
  };
  return {
    addressee,
    form,
    identities,
    kind,
    made,
    save,
    setAddressee,
    setKind,
    signing,
  };
}
