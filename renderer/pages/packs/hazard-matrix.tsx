import { useTranslation } from 'react-i18next';
import { PROBABILITIES, SEVERITIES } from '../../../domain/hazard/hazard';
import type { Fact, RiskMatrix } from '../../../domain/pack/hazard-criteria';
import type { Text } from '../../../domain/pack/legal-basis';
import { WeightTag } from '../../components/weight-tag';
import { numeralOf } from '../../components/risk-cell';
import { useAppState } from '../../session/app-state';

/** The matrix as it is drawn on paper, and its wordings with the weight of each; nothing here is chosen from. */
export function HazardMatrix({ matrix }: { readonly matrix: RiskMatrix }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const { severities, probabilities, groups } = matrix;
  return (
    <section className="panel">
      <header>
        <h2>{say(matrix.title)}</h2>
        <WeightTag weight={matrix.confidence} />
      </header>
      <div className="body packs-risk">
        <div>
          <Cells matrix={matrix} />
          <p className="small muted">{say(matrix.note)}</p>
        </div>
        <table className="list">
          <tbody>
            <Levels
              title={t('packHazards.severity')}
              levels={severities.map((one) => ({ ...one, key: String(one.level) }))}
            />
            <Levels
              title={t('packHazards.probability')}
              levels={probabilities.map((one) => ({ ...one, key: one.level }))}
            />
            <Levels title={t('packHazards.group')} levels={groups.map((one) => ({ ...one, key: numeralOf(one.id) }))} />
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cells({ matrix: { cells, severities, probabilities } }: { readonly matrix: RiskMatrix }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  return (
    <table className="packs-matrix" aria-label={t('risk.title')}>
      <thead>
        <tr>
          <td />
          {PROBABILITIES.map((level) => (
            <th key={level} scope="col">
              {level}
              <div>{say(probabilities.find((one) => one.level === level)!.title)}</div>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SEVERITIES.map((severity) => (
          <tr key={severity}>
            <th scope="row">
              {severity} {say(severities.find(({ level }) => level === severity)!.title)}
            </th>
            {PROBABILITIES.map((probability) => {
              const group = cells[`${severity}${probability}`]!; // the loader asks for all 24
              return (
                <td key={probability} className={`group-${group}`}>
                  {numeralOf(group)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Level extends Fact {
  readonly key: string;
  readonly title?: Text;
  readonly says: Text;
}

function Levels({ title, levels }: { readonly title: string; readonly levels: readonly Level[] }) {
  const { say } = useAppState();
  return levels.map((level, index) => (
    <tr key={level.key}>
      {index === 0 ? (
        <th scope="rowgroup" rowSpan={levels.length} className="packs-level">
          {title}
        </th>
      ) : null}
      <td className="whole">
        {level.key} {level.title === undefined ? null : say(level.title)}
      </td>
      <td>{say(level.says)}</td>
      <td className="whole">
        <WeightTag weight={level.confidence} /> <span className="small muted no-space">{level.sources.join(', ')}</span>
      </td>
    </tr>
  ));
}
