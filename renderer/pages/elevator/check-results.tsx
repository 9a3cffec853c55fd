import { useTranslation } from 'react-i18next';
import type { ChecklistItem } from '../../../domain/pack/rule-pack';
import { countHowSet, type CheckOutcome, type CheckResult, type Visit } from '../../../domain/visit/visit';
import { StatusMark, type Shape } from '../../components/status-mark';
import { useAppState } from '../../session/app-state';
import { usePack } from '../../session/use-packs';
import { StoredPhoto } from '../../features/record/stored-photo';

const SHAPES: Readonly<Record<CheckOutcome, Shape>> = { defect: 'late', 'not-applicable': 'not-applicable', ok: 'met' };

/** Exceptions in full; what was in order or did not apply is counted and can be opened. */
export function CheckResults({ checklist }: { readonly checklist: NonNullable<Visit['checklist']> }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const pack = usePack(checklist.packId);
  const items = new Map(pack?.checklists.flatMap((each) => each.items.map((item) => [item.id, item] as const)));
  const titleOf = (itemId: string): string => {
    const item = items.get(itemId);
    return item === undefined ? itemId : `${itemId} ${say(item.title)}`;
  };
  const of = (outcome: CheckOutcome): readonly CheckResult[] =>
    checklist.results.filter((result) => result.outcome === outcome);
  const told = [...of('defect'), ...of('ok').filter(hasMore), ...of('not-applicable').filter(hasMore)];
  return (
    <div className="check-results">
      <HowSet results={checklist.results} />
      {told.map((result) => (
        <Result key={result.itemId} result={result} item={items.get(result.itemId)} title={titleOf(result.itemId)} />
      ))}
      <details className="small">
        <summary>
          {t('visitDetail.checklist', {
            ok: of('ok').length,
            defects: of('defect').length,
            notApplicable: of('not-applicable').length,
          })}{' '}
          <span className="muted">
            {t('visitDetail.pack', { id: checklist.packId, version: checklist.packVersion })}
          </span>
        </summary>
        <ul>
          {checklist.results.map(({ itemId, outcome, set }) => (
            <li key={itemId}>
              <StatusMark shape={SHAPES[outcome]} word={t(`visit.outcome.${outcome}`)} /> {titleOf(itemId)}{' '}
              {set === 'each' ? null : (
                <span className="muted">
                  {t(set === 'rest' ? 'visitDetail.setWithRest' : 'visitDetail.setUnknown')}
                </span>
              )}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** What one key put in order tells less than what was answered item by item. */
function HowSet({ results }: Pick<NonNullable<Visit['checklist']>, 'results'>) {
  const { t } = useTranslation();
  const { each, rest, unknown } = countHowSet(results);
  return (
    <div className="small">
      {each + rest === 0 ? null : t('visitDetail.howSet', { each, rest })}{' '}
      {unknown === 0 ? null : t('visitDetail.howSetUnknown', { count: unknown })}
    </div>
  );
}

function hasMore({ note, reading, photos }: CheckResult): boolean {
  return note !== undefined || reading !== undefined || photos !== undefined;
}

function Result({
  result,
  item,
  title,
}: {
  readonly result: CheckResult;
  readonly item: ChecklistItem | undefined;
  readonly title: string;
}) {
  const { t } = useTranslation();
  const { reading, note, photos = [], outcome } = result;
  return (
    <div className="result">
      <StatusMark shape={SHAPES[outcome]} word={t(`visit.outcome.${outcome}`)} /> <strong>{title}</strong>{' '}
      {reading === undefined ? null : t('visitDetail.reading', { value: reading, unit: item?.limit?.unit ?? '' })}{' '}
      {note}
      {photos.length === 0 ? null : (
        <div className="photos">
          {photos.map((sha256) => (
            <StoredPhoto key={sha256} sha256={sha256} among={photos} />
          ))}
        </div>
      )}
    </div>
  );
}
