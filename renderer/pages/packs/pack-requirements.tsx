import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { explainWordsOf, nameOf } from '../../../domain/explain/act-names';
import type { Locale } from '../../../domain/pack/legal-basis';
import type { Requirement, RulePack } from '../../../domain/pack/rule-pack';
import { useAppState } from '../../session/app-state';
import { Basis, Weight } from './basis';
import { inForce } from './in-force';

export function PackRequirements({ pack }: { readonly pack: RulePack }) {
  const { t } = useTranslation();
  const { say, locale } = useAppState();
  return (
    <section className="panel">
      <header>
        <h2>{t('packs.requirements')}</h2>
      </header>
      {pack.requirements.length === 0 ? (
        <div className="body muted">{t('packs.noRequirements')}</div>
      ) : (
        <table className="list">
          <thead>
            <tr>
              {(['requirement', 'from', 'basis', 'weight'] as const).map((column) => (
                <th key={column} className={`packs-${column}`}>
                  {t(`packs.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pack.requirements.map((requirement) => (
              <tr key={requirement.id}>
                <td>
                  <strong>{say(requirement.title)}</strong>
                  <div className="small">{demandOf(requirement, pack, locale, t)}</div>
                  <div className="small muted no-space">{requirement.id}</div>
                </td>
                <td className="small">{inForce(requirement, locale, t)}</td>
                <td>
                  <Basis basis={requirement.legalBasis} note={requirement.note} />
                </td>
                <td>
                  <Weight {...requirement} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function demandOf(requirement: Requirement, pack: RulePack, locale: Locale, t: TFunction): string {
  switch (requirement.kind) {
    case 'staffing':
      return t('packs.demand.staffing', { count: requirement.minTechnicians });
    case 'retention':
      return requirement.acts === undefined
        ? t('packs.demand.retention', { count: requirement.years })
        : t('packs.demand.retentionOf', {
            count: requirement.years,
            acts: requirement.acts.map((act) => nameOf(act, pack, locale)).join(locale === 'en' ? ', ' : '、'),
          });
    case 'response':
      return t(`packs.demand.response.${requirement.area}.${requirement.from}`, { minutes: requirement.maxMinutes });
    case 'order':
      return t('packs.demand.order', {
        act: nameOf(requirement.act, pack, locale),
        before: nameOf(requirement.before, pack, locale),
        interval: explainWordsOf(locale).limit(requirement.within),
      });
    case 'use-ban':
      return t(`packs.demand.useBan.${requirement.when}`);
    case 'duty':
      return t('packs.demand.duty');
  }
}
