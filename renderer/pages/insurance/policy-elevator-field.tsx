import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Policy } from '../../../domain/insurance/policy';
import { SelectField } from '../../components/controls';
import { useFleetAnswer } from '../../session/use-fleet-answer';

interface FieldProps {
  readonly policy: Pick<Policy, 'insurer' | 'policyNo'>;
  readonly value: RegistrationNo | '';
  readonly onValue: (registrationNo: RegistrationNo | '') => void;
  readonly problem?: string | undefined;
}

/** Which of the elevators under a policy. */
export function PolicyElevatorField({ policy: { insurer, policyNo }, value, onValue, problem }: FieldProps) {
  const { t } = useTranslation();
  const question = useMemo(() => ({ insurer, policyNo }), [insurer, policyNo]);
  const { answer } = useFleetAnswer('policy-records', question);
  const elevators = answer?.rows.map(({ elevator }) => elevator) ?? [];
  return (
    <SelectField
      label={t('claim.elevator')}
      autoFocus
      value={value}
      onChange={(event) => onValue(event.target.value as RegistrationNo | '')}
      options={[
        { value: '', text: t('claim.whichElevator') },
        ...elevators.map(({ registrationNo, address, internalNo }) => ({
          value: registrationNo,
          text: [address, internalNo, registrationNo].filter((part) => part !== undefined).join(' '),
        })),
      ]}
      problem={problem}
    />
  );
}
