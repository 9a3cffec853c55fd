import { useTranslation } from 'react-i18next';
import type { Component, HazardCriteria } from '../../../domain/pack/hazard-criteria';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { useAppState } from '../../session/app-state';
import { Weight } from './basis';
import { HazardColumns, Kinds } from './hazard-table';

/** The parts by which a ledger is kept, and when each is condemned. Long, so it opens on demand. */
export function HazardComponents({
  pack,
  criteria: { components },
}: {
  readonly pack: RulePack;
  readonly criteria: HazardCriteria;
}) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>
        {t('packHazards.components')}{' '}
        <span className="muted">{t('packs.itemCount', { count: components.length })}</span>
      </summary>
      <HazardColumns columns={['what', 'kinds', 'criterion', 'weight']}>
        {components.map((component) => (
          <ComponentRows key={component.id} component={component} pack={pack} />
        ))}
      </HazardColumns>
    </details>
  );
}

function ComponentRows({ component, pack }: { readonly component: Component; readonly pack: RulePack }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const { id, title, aliases, appliesTo, criteria } = component;
  const rows = Math.max(1, criteria.length);
  const [first, ...others] = criteria.map(({ id: criterionId, says, basis, ...fact }) => ({
    key: criterionId,
    cells: (
      <>
        <td>
          {say(says)}
          <div className="small muted">{say(basis)}</div>
        </td>
        <td>
          <Weight {...fact} />
        </td>
      </>
    ),
  }));
  return (
    <>
      <tr>
        <th scope="rowgroup" rowSpan={rows} className="packs-member">
          <strong>{say(title)}</strong>
          <div className="small muted no-space">{id}</div>
          {aliases.length === 0 ? null : <div className="small muted">{aliases.join(t('packHazards.comma'))}</div>}
        </th>
        <td rowSpan={rows}>
          <Kinds of={appliesTo} pack={pack} />
        </td>
        {first?.cells ?? (
          <td colSpan={2} className="small muted">
            {t('packHazards.noCriteria')}
          </td>
        )}
      </tr>
      {others.map(({ key, cells }) => (
        <tr key={key}>{cells}</tr>
      ))}
    </>
  );
}
