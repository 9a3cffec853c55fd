import type { LegalBasis } from '../pack/legal-basis';

const DOCUMENT = {
  document: {
    'zh-CN': '《特种设备使用单位落实使用安全主体责任监督管理规定》（市场监管总局令第74号）',
    en: 'Provisions on the Safety Responsibility of Units Using Special Equipment (SAMR Order 74)',
  },
  shortDocument: { 'zh-CN': '总局令第74号', en: 'SAMR Order 74' },
};

function article(number: number, zh: string, en: string): LegalBasis {
  const clause = { 'zh-CN': `第${number}条`, en: `art. ${number}` };
  return { ...DOCUMENT, clause, shortClause: clause, says: { 'zh-CN': zh, en } };
}

/** What asks for the routine in mainland China. The articles were read in a parallel chapter: an accepted reading, not the text. */
export const ROUTINE_BASIS = {
  daily: article(
    76,
    '电梯安全员每日检查在用电梯并记录，未发现问题也要记录',
    'Elevators in use are checked each day and recorded',
  ),
  week: article(
    77,
    '电梯安全总监每周至少组织一次隐患排查，形成报告',
    'The safety director looks for hazards at least once a week',
  ),
  month: article(
    78,
    '主要负责人每月至少听取一次汇报，形成会议纪要',
    'The head of the unit hears a report at least once a month',
  ),
} as const;
