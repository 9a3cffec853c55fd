import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../domain/bridge/import-replies';
import { Button } from '../../components/controls';

interface PreviewFootProps {
  readonly preview: ImportPreview;
  /** How much would be written, with what was chosen and answered so far. */
  readonly news: number;
  /** Questions without an answer, those of twins among them. */
  readonly open: number;
  readonly openTwins: number;
  readonly refused: number;
  readonly corrected: number;
  readonly writing: boolean;
  readonly canCommit: boolean;
  readonly onCommit: () => void;
}

/** What an import would leave on record, or what keeps it from being written, beside the button that writes it. */
export function PreviewFoot(props: PreviewFootProps) {
  const { t } = useTranslation();
  const { preview, news, open, openTwins, refused, corrected, writing, canCommit, onCommit } = props;
  const { adds } = preview;
  return (
    <div className="import-foot">
      <span>
        {openTwins > 0 ? `${t('import.twins.open', { count: openTwins })} ` : null}
        {open > openTwins ? `${t('beginning.open', { count: open - openTwins })} ` : null}
        {news === 0 && open > 0
          ? null
          : news === 0
            ? t(`import.${whyNothing(preview)}`, { count: refused })
            : t('import.after', { ...adds })}
        {corrected === 0 ? null : ` ${t('recordUpdates.chosen', { count: corrected })}`}
        {adds.callouts === 0 ? null : ` ${t('import.afterCallouts', { ...adds })}`}
        {adds.hazards === 0 ? null : ` ${t('import.afterHazards', { ...adds })}`}
        {adds.device_events === undefined ? null : ` ${t('import.afterDeviceEvents', { ...adds })}`}
        {adds.contracts === undefined ? null : ` ${t('import.afterContracts', { ...adds })}`}
        {adds.daily_checks === undefined ? null : ` ${t('import.afterDailyChecks', { ...adds })}`}
      </span>
      <span className="actions">
        <Button look="primary" keys="Ctrl Enter" disabled={!canCommit} onClick={onCommit}>
          {writing ? t('import.committing') : t('import.commit')}
        </Button>
      </span>
    </div>
  );
}

/** Why there is nothing to write: it is on record, it was refused, both, or no row was there. */
function whyNothing({
  files,
  refusals,
  elevatorUpdates,
  recordUpdates,
}: ImportPreview): 'nothingNew' | 'allRefused' | 'restRefused' | 'noRows' | 'onlyUpdates' {
  const known = files.some(({ unchanged, repeated }) => unchanged + repeated > 0);
  if (elevatorUpdates.length + recordUpdates.length > 0) return 'onlyUpdates';
  if (refusals.length > 0) return known ? 'restRefused' : 'allRefused';
  return known ? 'nothingNew' : 'noRows';
}
