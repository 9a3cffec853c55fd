import { useTranslation } from 'react-i18next';
import type { HazardCriteria } from '../../../domain/pack/hazard-criteria';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { programmeGrants, programmePeriod } from '../../../domain/terms/programme-words';
import { useAppState } from '../../session/app-state';
import { Basis, Weight } from './basis';
import { HazardTable, Kinds } from './hazard-table';
import { useTerm } from '../../i18n/use-term';

/** When an elevator is old, what asks for an assessment, and what a place offers and says besides. */
export function HazardAges({ pack, criteria }: { readonly pack: RulePack; readonly criteria: HazardCriteria }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  return (
    <>
      <HazardTable title={t('packHazards.oldAges')} columns={['what', 'kinds', 'basis', 'weight']}>
        {criteria.oldAges.map((age) => (
          <tr key={age.id}>
            <td>
              <strong>{t('packHazards.years', { count: age.years })}</strong>
              <div className="small">{t(`packHazards.assessment.${age.assessment}`)}</div>
              <div className="small muted no-space">{age.id}</div>
            </td>
            <td>
              <Kinds of={age.appliesTo} pack={pack} />
            </td>
            <td>
              <Basis basis={age.legalBasis} />
            </td>
            <td>
              <Weight {...age} />
            </td>
          </tr>
        ))}
      </HazardTable>
      {criteria.assessmentTriggers.length === 0 ? null : (
        <HazardTable title={t('packHazards.triggers')} columns={['what', 'basis', 'weight']}>
          {criteria.assessmentTriggers.map((trigger) => (
            <tr key={trigger.id}>
              <td>
                <strong>{say(trigger.when)}</strong>
              </td>
              <td>
                <Basis basis={trigger.legalBasis} />
              </td>
              <td>
                <Weight {...trigger} />
              </td>
            </tr>
          ))}
        </HazardTable>
      )}
      <Programmes criteria={criteria} />
      <Notes criteria={criteria} />
    </>
  );
}

function Programmes({ criteria: { programmes } }: { readonly criteria: HazardCriteria }) {
  const { t } = useTranslation();
  const { say, locale } = useAppState();
  if (programmes.length === 0) return null;
  return (
    <HazardTable title={t('packHazards.programmes')} columns={['what', 'criterion', 'weight']}>
      {programmes.map(({ id, title, says, conditions, minYears, from, to, grants, ...fact }) => (
        <tr key={id}>
          <td>
            <strong>{say(title)}</strong>
            {minYears === undefined ? null : <div className="small">{t('packHazards.years', { count: minYears })}</div>}
            <div className="small muted no-space">{id}</div>
          </td>
          <td>
            {say(says)}
            <div className="small">{programmePeriod({ from, to }, locale)}</div>
            <ul className="small packs-terms">
              {conditions.map((condition) => (
                <li key={condition.en}>{say(condition)}</li>
              ))}
              {programmeGrants({ ...(grants === undefined ? {} : { grants }) }, locale).map((grant) => (
                <li key={grant}>{grant}</li>
              ))}
            </ul>
          </td>
          <td>
            <Weight {...fact} />
          </td>
        </tr>
      ))}
    </HazardTable>
  );
}

function Notes({ criteria: { notes } }: { readonly criteria: HazardCriteria }) {
  const { t } = useTranslation();
  const term = useTerm();
  const { say } = useAppState();
  if (notes.length === 0) return null;
  return (
    <HazardTable title={t('packHazards.notes')} columns={['what', 'criterion', 'weight']}>
      {notes.map(({ id, about, says, ...fact }) => (
        <tr key={id}>
          <td>
            <strong>{term('noteSubject', about)}</strong>
            <div className="small muted no-space">{id}</div>
          </td>
          <td>{say(says)}</td>
          <td>
            <Weight {...fact} />
          </td>
        </tr>
      ))}
    </HazardTable>
  );
}
