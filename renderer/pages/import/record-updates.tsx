import { useTranslation } from 'react-i18next';
import type { RecordUpdate } from '../../../domain/bridge/import-replies';
import type { DossierList } from '../../../domain/record/kinds';
import type { RecordId } from '../../../domain/record/record-id';
import { Button, TextArea } from '../../components/controls';
import { columnsOfChange, type ShownChange } from '../../../domain/record/columns-of-change';
import { longDate } from '../../i18n/dates';
import { showValue } from '../../i18n/show-value';
import { kindWord } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';

const MOST_SHOWN = 300;
const FIELDS = {
  visits: 'visitFields',
  outages: 'outageFields',
  inspections: 'inspectionFields',
  callouts: 'calloutFields',
  contracts: 'contractFields',
} as const satisfies Partial<Record<DossierList, string>>;

interface Props {
  readonly updates: readonly RecordUpdate[];
  readonly chosen: ReadonlySet<RecordId>;
  readonly reason: string;
  readonly onChosen: (chosen: ReadonlySet<RecordId>) => void;
  readonly onReason: (reason: string) => void;
}

/** Records on record that the table tells otherwise: old beside new, each taken over or left as it is. */
export function RecordUpdates({ updates, chosen, reason, onChosen, onReason }: Props) {
  const { t } = useTranslation();
  const toggled = (id: RecordId): ReadonlySet<RecordId> =>
    new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]);
  return (
    <section className="panel record-updates" aria-label={t('recordUpdates.title', { count: updates.length })}>
      <header>
        <h2>{t('recordUpdates.title', { count: updates.length })}</h2>
        <span className="actions">
          <Button look="small" onClick={() => onChosen(new Set(updates.map(({ corrects }) => corrects)))}>
            {t('recordUpdates.all')}
          </Button>
          <Button look="small" onClick={() => onChosen(new Set())}>
            {t('recordUpdates.none')}
          </Button>
        </span>
      </header>
      <div
        className="list-scroll"
        tabIndex={0}
        role="region"
        aria-label={t('recordUpdates.title', { count: updates.length })}
      >
        <table className="list">
          <thead>
            <tr>
              {(['take', 'record', 'place', 'changes', 'effect'] as const).map((column) => (
                <th key={column}>{t(`recordUpdates.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {updates.slice(0, MOST_SHOWN).map((update) => (
              <UpdateRow
                key={update.corrects}
                update={update}
                isChosen={chosen.has(update.corrects)}
                onToggle={() => onChosen(toggled(update.corrects))}
              />
            ))}
          </tbody>
        </table>
        {updates.length > MOST_SHOWN ? (
          <div className="empty">{t('recordUpdates.more', { count: updates.length - MOST_SHOWN })}</div>
        ) : null}
      </div>
      {chosen.size === 0 ? null : (
        <TextArea
          label={t('recordUpdates.reason', { count: chosen.size })}
          value={reason}
          onChange={(event) => onReason(event.target.value)}
          problem={reason.trim() === '' ? t('correction.reason-missing') : undefined}
        />
      )}
    </section>
  );
}

interface RowProps {
  readonly update: RecordUpdate;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function UpdateRow({ update, isChosen, onToggle }: RowProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { list, registrationNo, on, file, row, changes, ofRules } = update;
  const name = `${registrationNo} ${kindWord(list, locale)} ${longDate(on, locale)}`;
  const fields = FIELDS[list as keyof typeof FIELDS];
  const word = ({ field, column }: ShownChange): string => column ?? t(`${fields}.${field}`);
  return (
    <tr>
      <td>
        <input type="checkbox" aria-label={name} checked={isChosen} onChange={onToggle} />
      </td>
      <td className="no-space">{name}</td>
      <td>{t('recordUpdates.at', { file, row })}</td>
      <td>
        {changes.flatMap(columnsOfChange).map((change) => (
          <div key={`${change.field} ${change.column ?? ''}`}>
            {word(change)} <del>{showValue(change.from)}</del> <span aria-hidden="true">→</span>
            <span className="visually-hidden">{t('visitDetail.becomes')}</span> <ins>{showValue(change.to)}</ins>
          </div>
        ))}
      </td>
      <td>{t(ofRules ? 'recordUpdates.ofRules' : 'recordUpdates.ofNone')}</td>
    </tr>
  );
}
