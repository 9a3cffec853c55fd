import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../../domain/record/dossier';
import { namesIn } from '../../i18n/names';
import { useAppState } from '../../state/app-state';
import { transfersOf, type Transfer } from '../../state/hazard/transfers';
import { elevatorOf, type ElevatorForm } from './elevator-form';

export type TransferForm = ReturnType<typeof useTransfers>;

/** The hazards that a correction would hand over, and the steps that do it once the correction is on record. */
export function useTransfers(dossier: Dossier | null, form: ElevatorForm) {
  const { t } = useTranslation();
  const { mutate, info, settings } = useAppState();
  const [wanted, setWanted] = useState(true);
  const [by, setBy] = useState(settings.author);
  const [undone, setUndone] = useState<string | null>(null);
  const transfers = dossier === null ? [] : transfersOf(dossier.hazards, dossier.elevator.value, elevatorOf(form));
  const names = namesIn(by);
  const lacksNames = wanted && transfers.length > 0 && names.length === 0;
  /** Every step stands by itself: one that fails leaves those before it on record, and says what is left. */
  const run = async (registrationNo: Dossier['registrationNo'], due: readonly Transfer[], reason: string) => {
    if (!wanted) return;
    for (const [done, { id, responsible, userUnit }] of due.entries()) {
      const units = { responsible, ...(userUnit === undefined ? {} : { userUnit }) };
      const step = { act: 'transfer', on: info.today, by: names, reason, ...units } as const;
      try {
        await mutate('hazard.advance', { registrationNo, hazardId: id, step });
      } catch (error) {
        setUndone(
          t('register.transfer.undone', {
            done,
            left: due
              .slice(done)
              .map(({ no }) => no)
              .join(t('hazard.listComma')),
          }),
        );
        throw error;
      }
    }
  };
  return { transfers, wanted, setWanted, by, setBy, lacksNames, undone, run };
}
