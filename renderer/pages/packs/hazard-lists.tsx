import { useTranslation } from 'react-i18next';
import type { AssessmentItem, AssessmentList } from '../../../domain/pack/hazard-criteria';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { WeightTag } from '../../components/weight-tag';
import { useAppState } from '../../session/app-state';
import { Weight } from './basis';
import { HazardColumns, Kinds } from './hazard-table';
import { useTerm } from '../../i18n/use-term';

/** One list of what an assessment looks at, with its own honest note; opens on demand. */
export function HazardList({ pack, list }: { readonly pack: RulePack; readonly list: AssessmentList }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const items = list.sections.flatMap((section) => section.items);
  const isRanked = items.some(({ priority }) => priority !== undefined);
  return (
    <details>
      <summary>
        {say(list.title)} <span className="muted">{t('packs.itemCount', { count: items.length })}</span>{' '}
        <WeightTag weight={list.confidence} />
      </summary>
      <div className="packs-list-note">
        <p>{say(list.note)}</p>
        <p className="small">
          <Kinds of={list.appliesTo} pack={pack} />
        </p>
        <p className="small">
          {t('packHazards.conclusions')}
          {list.conclusions.map(({ title }) => say(title)).join(t('packHazards.comma'))}
        </p>
        <Weight {...list} />
      </div>
      {list.sections.map((section) => (
        <div key={section.id}>
          <h3 className="packs-section">{say(section.title)}</h3>
          <HazardColumns columns={['what', 'clause', ...(isRanked ? ['priority' as const] : []), 'weight']}>
            {section.items.map((item) => (
              <ItemRow key={item.id} item={item} isRanked={isRanked} pack={pack} />
            ))}
          </HazardColumns>
        </div>
      ))}
    </details>
  );
}

function ItemRow({
  item,
  isRanked,
  pack,
}: {
  readonly item: AssessmentItem;
  readonly isRanked: boolean;
  readonly pack: RulePack;
}) {
  const { say } = useAppState();
  const { no, title, clause, component } = item;
  const part = pack.hazards?.components.find(({ id }) => id === component);
  return (
    <tr>
      <td>
        {no} <strong>{say(title)}</strong>
        {part === undefined ? null : <div className="small muted">{say(part.title)}</div>}
      </td>
      <td className="small">{say(clause)}</td>
      {isRanked ? (
        <td>
          <Priority item={item} />
        </td>
      ) : null}
      <td>
        <Weight {...item} />
      </td>
    </tr>
  );
}

function Priority({
  item: { priority, confidence, priorityConfidence = confidence },
}: {
  readonly item: AssessmentItem;
}) {
  const { t } = useTranslation();
  const term = useTerm();
  if (priority === undefined) return <span className="muted">{t('packHazards.notRated')}</span>;
  return (
    <>
      {term('itemPriority', priority)} <WeightTag weight={priorityConfidence} />
    </>
  );
}
