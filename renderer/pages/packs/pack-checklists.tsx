import { useTranslation } from 'react-i18next';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { WeightTag } from '../../components/weight-tag';
import { useAppState } from '../../session/app-state';

export function PackChecklists({ pack }: { readonly pack: RulePack }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const tasks = new Map(pack.tasks.map(({ id, title }) => [id, title]));
  return (
    <section className="panel">
      <header>
        <h2>{t('packs.checklists')}</h2>
      </header>
      <div className="body">
        {pack.checklists.map((checklist) => (
          <details key={checklist.id}>
            <summary>
              {say(checklist.title)}{' '}
              <span className="muted">{t('packs.itemCount', { count: checklist.items.length })}</span>
            </summary>
            <table className="list">
              <thead>
                <tr>
                  {(['table', 'no', 'item', 'requirement'] as const).map((column) => (
                    <th key={column}>{t(`packs.columns2.${column}`)}</th>
                  ))}
                  <th>{t('packs.columns.sources')}</th>
                </tr>
              </thead>
              <tbody>
                {checklist.items.map((item) => {
                  const task = tasks.get(item.task);
                  return (
                    <tr key={item.id}>
                      <td>
                        {item.table} {task === undefined ? item.task : say(task)}
                      </td>
                      <td>{item.no}</td>
                      <td>{say(item.title)}</td>
                      <td>
                        {say(item.requirement)}
                        {item.asks === undefined || item.asksConfidence === undefined ? null : (
                          <div className="small muted">
                            {t(`visit.asksLong.${item.asks}`)} <WeightTag weight={item.asksConfidence} />
                          </div>
                        )}
                      </td>
                      <td className="small muted">
                        {t(`packs.confidence.${item.confidence}`)} {item.sources.join(', ')}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </details>
        ))}
      </div>
    </section>
  );
}
