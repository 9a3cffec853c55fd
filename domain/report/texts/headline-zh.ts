import { civilPartsOf, toEpochDay, type CivilDate } from '../../calendar/civil-date';
import type { FailureFigures, HeadlineTexts } from './headline-texts';

const date = (value: CivilDate): string => {
  const { year, month, day } = civilPartsOf(toEpochDay(value));
  return `${year}年${month}月${day}日`;
};

const numbered = (no: string | null): string => (no === null ? '' : `，编号${no}`);

function failure({ act, on, no, since, to, days }: FailureFigures): string {
  const failed = `${act}${date(on)}`;
  const named = no === null ? '' : `（编号${no}）`;
  if (to === null)
    return since === null
      ? `${failed}**不合格，未复检**${named}，其后没有在用日，不作继续使用认定。`
      : `${failed}**不合格，未复检**${named}，其后自${date(since)}起继续在用${days}日。`;
  return since === null || days === 0
    ? `${failed}不合格${named}，${date(to)}合格，其间没有在用日，不作超期认定。`
    : `${failed}不合格${named}，${date(to)}合格，其间自${date(since)}起在用${days}日。`;
}

export const HEADLINE_ZH: HeadlineTexts = {
  use: (state) => `使用：**${state}**。`,
  reason: (kind, on, no) => `${kind}（${date(on)}${numbered(no)}）`,
  retired: (ended, on, successor) =>
    `自${date(on)}起${ended}${successor === null ? '' : `，新使用登记证编号${successor}`}`,
  weighed: (verdict, weight) => `${verdict}（${weight}）`,
  restored: '，截至日已恢复',
  scope: (scope) => `**${scope}。**`,
  scopeNote: '本报告仅就维保间隔，未含检验、检测；对检验、检测与检查没有作判定，也不表示没有记录。',
  byReading: (verdict, byLaw) => `按通行读法为“${verdict}”，属偏差，不作违法认定；仅按条文为“${byLaw}”。`,
  failure,
  notShown: (rules) => `${rules.join('、')}应有而未见记录：只说明未见记录，不认定未做。`,
  withoutLate: (late, worst, verdict) => `其中**补录${late}次，最迟${worst}天；不计补录，结论为“${verdict}”**。`,
  recordsFrom: (from) => `记录自${date(from)}起，此前未审计。`,
  judgedUntil: (until) => `判定计至${date(until)}。`,
  entry: '录入',
  entryCounts: (direct, late, worst, imported) =>
    `维保与停用记录：当期录入${direct}次，补录${late}次${worst === null ? '' : `（最迟${worst}天）`}，导入${imported}次`,
  lateReasons: '补录理由',
  lateReason: ({ record, on, late, reason, document, photos }) =>
    [
      `记录${record}（${on}，${late}）：${reason}`,
      ...(document === null ? [] : [`见证材料：${document}`]),
      ...(photos === 0 ? [] : [`照片${photos}张`]),
    ].join('；'),
  lateLegend: (lateDays) => `“补录，迟 n 天”指记录在到场（停用）之后n天才录入，超过${lateDays}天的标出。`,
  inForceFrom: (from) => (from === null ? '原文本' : `${from}起文本`),
};
