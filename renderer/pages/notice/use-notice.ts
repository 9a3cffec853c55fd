import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_SHEETS } from '../../../domain/bridge/limits';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { useAppState } from '../../session/app-state';
import { useForParameter } from '../../session/use-for-parameter';
import { useRecordForm } from '../../components/use-record-form';
import { useSignedBatch } from '../../features/signing/use-signed-batch';
import { useSigning } from '../../features/signing/use-signing';
import { gridOf, PRESETS, type LabelForm } from './label-form';
import { chosenProblem, sheetRequest, type SheetForm } from './sheet-request';

/** What is asked of the notice board, and the run itself. */
export function useNotice() {
  const { t } = useTranslation();
  const { asOf, readOnly } = useAppState();
  const wanted = useForParameter();
  const [chosen, setChosen] = useState<ReadonlySet<RegistrationNo>>(new Set(wanted));
  const [form, setForm] = useState<SheetForm>('a4');
  const [labels, setLabels] = useState<LabelForm>(PRESETS['3x8']);
  const signing = useSigning();
  const batch = useSignedBatch();
  const { passphrase, lacksPassphrase, secret, locale } = signing;
  const wrong = chosenProblem(chosen);
  const grid = form === 'labels' ? gridOf(labels) : null;
  const saving = useRecordForm({
    texts: [{ chosen, passphrase }, () => undefined], // each part keeps its own
    problems: {
      ...(lacksPassphrase ? { passphrase: 'needPassphrase' as const } : {}),
      ...(wrong === null ? {} : { chosen: wrong }),
    },
    words: (code) => t(`notice.${code}`, { count: chosen.size, most: MOST_SHEETS }),
    isHeld: form === 'labels' && (grid === null || grid === 'too-small'),
    locked: readOnly || !signing.hasIdentity,
    write: async (signal) => {
      const identityId = await signing.identityNow();
      const request = sheetRequest({ chosen, form, labels, locale, asOf, identityId, ...secret });
      if (request !== null) await batch.make('sheet.batch', request, signal).finally(signing.forgetPassphrase);
    },
  });
  return {
    chosen,
    setChosen,
    form,
    setForm,
    labels,
    setLabels,
    signing,
    batch,
    saving,
    failure: saving.failure ?? signing.failure,
  };
}
