import { useTranslation } from 'react-i18next';
import type { HazardCriteria, StepDeadline } from '../../../domain/pack/hazard-criteria';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { WeightTag } from '../../components/weight-tag';
import { numeralOf } from '../../components/risk-cell';
import { Basis, Weight } from './basis';
import { HazardTable, Kinds } from './hazard-table';
import { useTerm } from '../../i18n/use-term';

/** What makes a hazard severe or major, what the law then asks for, and by when. */
export function HazardClasses({ pack, criteria }: { readonly pack: RulePack; readonly criteria: HazardCriteria }) {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <>
      <HazardTable title={t('packHazards.classes')} columns={['what', 'kinds', 'basis', 'weight']}>
        {criteria.classes.map((one) => (
          <tr key={one.id}>
            <td>
              <strong>{term('hazardClass', one.class)}</strong>
              <div className="small muted no-space">{one.id}</div>
            </td>
            <td>
              <Kinds of={one.appliesTo} pack={pack} />
            </td>
            <td>
              <Basis basis={one.legalBasis} />
              {one.brings === undefined ? null : (
                <div className="small">
                  {t('packHazards.brings', { criterion: one.brings.criterion })}{' '}
                  <WeightTag weight={one.brings.confidence} />
                </div>
              )}
            </td>
            <td>
              <Weight {...one} />
            </td>
          </tr>
        ))}
      </HazardTable>
      <HazardTable title={t('packHazards.duties')} columns={['what', 'basis', 'weight']}>
        {criteria.duties.map((duty) => (
          <tr key={`${duty.step} ${duty.class}`}>
            <td>
              <strong>{term('owedStep', duty.step)}</strong>
              <div className="small">{term('hazardClass', duty.class)}</div>
            </td>
            <td>
              <Basis basis={duty.legalBasis} />
            </td>
            <td>
              <Weight {...duty} />
            </td>
          </tr>
        ))}
      </HazardTable>
      <HazardTable title={t('packHazards.deadlines')} columns={['what', 'days', 'owner', 'basis', 'weight']}>
        {criteria.deadlines.map((deadline) => (
          <DeadlineRow key={`${deadline.step} ${deadline.class} ${deadline.group ?? ''}`} deadline={deadline} />
        ))}
      </HazardTable>
    </>
  );
}

function DeadlineRow({ deadline }: { readonly deadline: StepDeadline }) {
  const { t } = useTranslation();
  const term = useTerm();
  const { step, class: hazardClass, group, days, owner } = deadline;
  return (
    <tr>
      <td>
        <strong>{term('owedStep', step)}</strong>
        <div className="small">
          {term('hazardClass', hazardClass)}
          {step === 'rectify' ? (
            <> • {group === undefined ? t('packHazards.otherGroups') : t('risk.group', { group: numeralOf(group) })}</>
          ) : null}
        </div>
      </td>
      <td>{days === 0 ? t('packHazards.sameDay') : t('packHazards.days', { count: days })}</td>
      <td>{term('party', owner)}</td>
      <td>
        <Basis basis={deadline.legalBasis} />
      </td>
      <td>
        <Weight {...deadline} />
      </td>
    </tr>
  );
}
