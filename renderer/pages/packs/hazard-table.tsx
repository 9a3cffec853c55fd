import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppliesTo } from '../../../domain/pack/legal-basis';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { useAppState } from '../../session/app-state';

type Column = 'what' | 'kinds' | 'criterion' | 'basis' | 'days' | 'owner' | 'priority' | 'clause' | 'weight';

/** A panel with one table of what the pack knows about hazards. */
export function HazardTable({
  title,
  columns,
  children,
}: {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly children: ReactNode;
}) {
  return (
    <section className="panel">
      <header>
        <h2>{title}</h2>
      </header>
      <HazardColumns columns={columns}>{children}</HazardColumns>
    </section>
  );
}

export function HazardColumns({
  columns,
  children,
}: {
  readonly columns: readonly Column[];
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <table className="list">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} className={`packs-${column}`}>
              {t(`packHazards.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** Which kinds and places something is for, by name; of most kinds, those it is not for. */
export function Kinds({ of: { kinds, places, notPlaces }, pack }: { readonly of: AppliesTo; readonly pack: RulePack }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const comma = t('packHazards.comma');
  const named = (codes: readonly string[]): string =>
    codes
      .map((code) => pack.kinds.find((one) => one.code === code))
      .map((kind, index) => (kind === undefined ? codes[index] : say(kind.title)))
      .join(comma);
  const others = pack.kinds.map(({ code }) => code).filter((code) => !kinds.includes(code));
  return (
    <span className="small">
      {kinds === 'all'
        ? t('packHazards.allKinds')
        : others.length > 0 && others.length < kinds.length
          ? t('packHazards.allKindsBut', { kinds: named(others) })
          : named(kinds)}
      {places === undefined ? null : <div>{t('packHazards.onlyAt', { places: places.join(comma) })}</div>}
      {notPlaces === undefined ? null : <div>{t('packHazards.notAt', { places: notPlaces.join(comma) })}</div>}
    </span>
  );
}
