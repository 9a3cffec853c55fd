import { useEffect, useState } from 'react';
import type { Elevator, RegistrationNo } from '../../../domain/elevator/elevator';
import { elevatorsOnRecord } from '../../data/elevators-on-record';
import { useAppState } from '../../state/app-state';
import { useForParameter } from '../../state/use-for-parameter';
import { useSignedBatch } from '../../state/use-signed-batch';
import { useSigning } from '../../state/use-signing';
import { PRESETS, type LabelForm } from './label-form';
import { chosenProblem, sheetRequest, type SheetForm } from './sheet-request';

/** What is asked of the notice board, and the run itself. */
export function useNotice() {
  const { asOf, readOnly, revision } = useAppState();
  const wanted = useForParameter();
  const [elevators, setElevators] = useState<readonly Elevator[]>([]);
  const [unread, setUnread] = useState<unknown>(null);
  const [chosen, setChosen] = useState<ReadonlySet<RegistrationNo>>(new Set(wanted));
  const [form, setForm] = useState<SheetForm>('a4');
  const [labels, setLabels] = useState<LabelForm>(PRESETS['3x8']);
  const [tried, setTried] = useState(false);
  const signing = useSigning();
  const batch = useSignedBatch();
  useEffect(() => {
    if (revision > 0) elevatorsOnRecord().then(setElevators, setUnread);
  }, [revision]);
  const { passphrase, locale } = signing;
  const run = async (): Promise<void> => {
    if (readOnly || batch.progress !== null) return;
    const identityId = await signing.identityNow();
    const request = sheetRequest({ chosen, form, labels, locale, asOf, identityId, passphrase });
    setTried(request === null);
    if (request === null) return;
    await batch.run('sheet.batch', request);
    signing.setPassphrase('');
  };
  return {
    elevators,
    chosen,
    setChosen,
    form,
    setForm,
    labels,
    setLabels,
    signing,
    batch,
    failure: unread ?? signing.failure,
    able: !readOnly && batch.progress === null && signing.hasIdentity,
    problem: tried ? chosenProblem(chosen) : null,
    passphraseMissing: tried && passphrase === '',
    run: (): void => void run(),
  };
}
