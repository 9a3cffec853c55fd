import { useTranslation } from 'react-i18next';
import { TextField } from '../../components/controls';
import type { Transfer } from '../../features/hazard/transfers';
import { useTerm } from '../../i18n/use-term';

interface OfferProps {
  readonly transfers: readonly Transfer[];
  readonly wanted: boolean;
  readonly by: string;
  readonly problem: string | undefined;
  readonly onWanted: (wanted: boolean) => void;
  readonly onBy: (by: string) => void;
}

/** Open hazards that would stay with the old unit: handed over in the entry of the correction, or left. */
export function TransferOffer({ transfers, wanted, by, problem, onWanted, onBy }: OfferProps) {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <div className="body transfer-offer">
      <label className="check">
        <input type="checkbox" checked={wanted} onChange={(event) => onWanted(event.target.checked)} />
        <span>{t('register.transfer.offer', { count: transfers.length })}</span>
      </label>
      <ul className="small">
        {transfers.map(({ id, no, responsible, userUnit }) => (
          <li key={id}>
            {no} {term('party', responsible.party)} {responsible.unit ?? ''}
            {userUnit === undefined ? '' : ` ${t('register.transfer.toldAnew', { unit: userUnit })}`}
          </li>
        ))}
      </ul>
      {wanted ? (
        <TextField
          label={t('register.transfer.by')}
          hint={t('hazard.namesHint')}
          value={by}
          onChange={(event) => onBy(event.target.value)}
          problem={problem}
        />
      ) : null}
    </div>
  );
}
