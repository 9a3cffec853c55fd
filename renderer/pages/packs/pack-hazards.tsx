import { useTranslation } from 'react-i18next';
import type { HazardCriteria } from '../../../domain/pack/hazard-criteria';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { HazardAges } from './hazard-ages';
import { HazardClasses } from './hazard-classes';
import { HazardComponents } from './hazard-components';
import { HazardList } from './hazard-lists';
import { HazardMatrix } from './hazard-matrix';

/** Everything a pack knows about hazards, each fact with its weight and sources. */
export function PackHazards({ pack, criteria }: { readonly pack: RulePack; readonly criteria: HazardCriteria }) {
  const { t } = useTranslation();
  return (
    <>
      <HazardClasses pack={pack} criteria={criteria} />
      <HazardMatrix matrix={criteria.matrix} />
      <HazardAges pack={pack} criteria={criteria} />
      <section className="panel">
        <header>
          <h2>{t('packHazards.lists')}</h2>
        </header>
        <div className="body">
          <HazardComponents pack={pack} criteria={criteria} />
          {criteria.assessmentLists.map((list) => (
            <HazardList key={list.id} pack={pack} list={list} />
          ))}
        </div>
      </section>
    </>
  );
}
