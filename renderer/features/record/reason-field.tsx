import { useTranslation } from 'react-i18next';
import { TextArea } from '../../components/controls';

interface ReasonFieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly problem: string | undefined;
  readonly autoFocus?: boolean;
}

/** Why a record is corrected or withdrawn: no entry changes another without it. */
export function ReasonField({ value, onValue, problem, autoFocus }: ReasonFieldProps) {
  const { t } = useTranslation();
  return (
    <TextArea
      label={t('common.reason')}
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => onValue(event.target.value)}
      problem={problem}
    />
  );
}
