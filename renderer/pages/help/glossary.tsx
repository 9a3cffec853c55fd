import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from './clauses-of';
import { glossaryLines, GLOSSARY_SETS } from './glossary-lines';

/** The names of all closed sets, in both languages. */
export function Glossary() {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const lines = useMemo(glossaryLines, []);
  const shown = lines.filter(({ zh, en, set }) => holds([zh, en, t(`help.sets.${set}`)], search));
  return (
    <>
      <div className="filters">
        <input
          className="input search"
          role="searchbox"
          aria-label={t('help.find')}
          placeholder={t('help.find')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <span className="muted small" role="status">
          {t('help.found', { count: shown.length })}
        </span>
      </div>
      {shown.length === 0 ? (
        <div className="panel empty">{t('help.none')}</div>
      ) : (
        <section className="panel">
          <table className="list">
            <thead>
              <tr>
                <th>{t('help.columns.set')}</th>
                <th lang="zh-CN">中文</th>
                <th lang="en">English</th>
              </tr>
            </thead>
            <tbody>
              {GLOSSARY_SETS.flatMap((set) =>
                shown
                  .filter((line) => line.set === set)
                  .map(({ member, zh, en }, index) => (
                    <tr key={`${set} ${member}`}>
                      <td className={index === 0 ? 'strong' : 'muted'}>{t(`help.sets.${set}`)}</td>
                      <td lang="zh-CN">{zh}</td>
                      <td lang="en">{en}</td>
                    </tr>
                  )),
              )}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
