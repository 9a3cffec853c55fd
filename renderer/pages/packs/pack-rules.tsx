import { useTranslation } from 'react-i18next';
import type { Interval } from '../../../domain/calendar/interval';
import type { Counting } from '../../../domain/pack/counting';
import type { RulePack, RuleVersion, ScheduleRule } from '../../../domain/pack/rule-pack';
import { textsOf } from '../../../domain/report/texts/texts-of';
import { useAppState } from '../../session/app-state';
import { Basis, Weight } from './basis';
import { countingTerms } from './counting-terms';
import { inForce } from './in-force';

export function PackRules({ pack }: { readonly pack: RulePack }) {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <header>
        <h2>{t('packs.rules')}</h2>
      </header>
      <table className="list">
        <thead>
          <tr>
            {(['rule', 'from', 'interval', 'counting', 'basis', 'weight'] as const).map((column) => (
              <th key={column} className={`packs-${column}`}>
                {t(`packs.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pack.rules.map((rule) =>
            rule.versions.map((version, index) => (
              <VersionRow key={`${rule.id} ${index}`} rule={rule} version={version} isFirst={index === 0} pack={pack} />
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}

function VersionRow({
  rule,
  version,
  isFirst,
  pack,
}: {
  readonly rule: ScheduleRule;
  readonly version: RuleVersion;
  readonly isFirst: boolean;
  readonly pack: RulePack;
}) {
  const { t } = useTranslation();
  const { say, locale } = useAppState();
  const { interval, limitText, counting } = version;
  return (
    <tr>
      {isFirst ? (
        <th scope="rowgroup" rowSpan={rule.versions.length} className="packs-member">
          <strong>{say(rule.title)}</strong>
          <div className="small muted no-space">{rule.id}</div>
        </th>
      ) : null}
      <td className="small">{inForce(version, locale, t)}</td>
      <td>{limitText === undefined ? textsOf(locale).limit(interval) : say(limitText)}</td>
      <td>
        <CountingWords counting={counting} interval={interval} pack={pack} />
      </td>
      <td>
        <Basis basis={version.legalBasis} note={version.note} />
      </td>
      <td>
        <Weight {...version} />
      </td>
    </tr>
  );
}

function CountingWords({
  counting,
  interval,
  pack,
}: {
  readonly counting: Counting;
  readonly interval: Interval;
  readonly pack: RulePack;
}) {
  const { t } = useTranslation();
  const { say, locale } = useAppState();
  const { limit } = textsOf(locale);
  const terms = countingTerms(counting, interval).map(({ key, numbers, interval: length, rule: id }) => {
    const rule = pack.rules.find((each) => each.id === id);
    return t(`counting.terms.${key}`, {
      ...numbers,
      ...(length === undefined ? {} : { interval: limit(length) }),
      ...(id === undefined ? {} : { rule: rule === undefined ? id : say(rule.title) }),
    });
  });
  return (
    <>
      <span title={t(`counting.${counting.mode}.long`)}>{t(`counting.${counting.mode}.short`)}</span>
      <div className="small muted">{t(`counting.${counting.mode}.long`)}</div>
      {terms.length === 0 ? null : (
        <ul className="small packs-terms">
          {terms.map((term) => (
            <li key={term}>{term}</li>
          ))}
        </ul>
      )}
    </>
  );
}
