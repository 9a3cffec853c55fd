import { zhCn as terms } from '../../terms/zh-cn';
import { zhCn } from '../../terms/zh-cn';
import type { CompareWords } from './compare-words';

export const compareZhCn: CompareWords = {
  side: { pack: '按规则包{pack}', day: '截至{date}', both: '按规则包{pack}、截至{date}' },
  same: '两边没有差别',
  verdictIs: '结论：{left}为{a}；{right}为{b}',
  verdict: zhCn.verdict,
  status: zhCn.ruleStatus,
  confidence: terms.weight,
  none: '无',
  titles: '{a}／{b}',
  only: '仅{side}才有这一项：{status}',
  onlyDue: '仅{side}才有这一项：{status}，期限{due}',
  differs: {
    status: '状态：{left}为{a}；{right}为{b}',
    due: '期限：{left}为{a}；{right}为{b}',
    'last-done': '最近一次：{left}为{a}；{right}为{b}',
    limit: '限期：{left}为{a}；{right}为{b}',
    version: '条文版本：{left}为{a}；{right}为{b}',
    clause: '依据：{left}为{a}；{right}为{b}',
    confidence: '效力：{left}为{a}；{right}为{b}',
    figures: '次数与天数：{left}，{a}；{right}，{b}',
  },
  clause: '{document}{clause}',
  version: { since: '{from}起施行', between: '{from}至{to}施行', until: '施行至{to}', unknown: '施行日未载' },
  figures: {
    met: '按时{count}次',
    late: '超期{count}次',
    missed: '错过{count}次',
    daysOut: '期内超期{count}日',
    daysOverdue: '现已超{count}日',
  },
  comma: '、',
  gap: '{from}以后的超期：{left}为{a}；{right}为{b}',
  gapOnly: {
    closed: '{side}才有的超期：{from}至{to}，期限{deadline}，迟{days}日，错过{missed}次',
    open: '{side}才有的超期：{from}以后，期限{deadline}，已迟{days}日，错过{missed}次',
  },
  gapIs: {
    closed: '期限{deadline}，{to}补做，迟{days}日，错过{missed}次',
    open: '期限{deadline}，尚未补做，已迟{days}日，错过{missed}次',
  },
  requirement: '{kind}：{title}（{clause}）',
  requirementKind: {
    staffing: '人数',
    retention: '保存',
    response: '到场',
    order: '先后',
    'use-ban': '禁用',
    duty: '应做',
  },
};
