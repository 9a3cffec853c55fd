import type { Terms } from './terms';

export const zhCn: Terms = {
  verdict: {
    compliant: '合规',
    lapsed: '曾超期',
    'non-compliant': '不合规',
    'not-shown': '应有而未见记录',
    'no-data': '无记录',
    'not-applicable': '不适用',
  },
  ruleStatus: {
    failed: '不合格，未复检',
    overdue: '超期',
    'not-shown': '应有而未见记录',
    'due-soon': '临期',
    met: '在期内',
    'no-data': '无记录',
    'not-applicable': '不适用',
  },
  use: {
    'out-of-use': '停用中',
    'must-not-run': '不得使用',
    'cannot-tell': '记录不足，不能判断',
    'may-run': '记录中未见禁止使用的情形',
  },
  ended: { deregistered: '已注销', scrapped: '已报废', relocated: '已移装' },
  retired: '已注销、报废或移装',
  useReason: {
    retired: '登记已终止',
    outage: '停用',
    'hazard-stopped': '因隐患停用',
    'failed-inspection': '检验不合格',
    'inspection-overdue': '定期检验超期',
    'hazard-must-stop': '隐患须立即停用',
    'end-of-life': '到达使用期限',
    pack: '规则包禁止使用',
  },
  entry: { direct: '当期录入', imported: '导入', late: (days) => `补录，迟 ${days} 天` },
  bySourceTable: '据来表',
  scope: { maintenance: '仅就维保间隔，未含检验、检测', all: '维保间隔与检验、检测' },
  weight: { law: '法定', reading: '通行读法', unverified: '待核', contract: '合同' },
  asOf: '截至日期',
};
