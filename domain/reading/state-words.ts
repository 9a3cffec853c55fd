import { remembered } from './remembered';
import { simplified } from './hanzi';
import { plain } from './text';

/** What a column of states says about its row. */
export type RowState = 'done' | 'not-done' | 'taken-back';

const DONE =
  '已完成 完成 完成 已执行 已确认 已提交 已审核 审核通过 通过 已归档 已上传 已办结 办结 已结束 结束 已关闭 已签字 已评价 正常 合格 补录 补登 是 有效 √ ✓ 1 done completed complete finished closed approved confirmed yes y true backfill'.split(
    ' ',
  );
const NOT_DONE =
  '未完成 未执行 待维保 待执行 待完成 待确认 未确认 待签字 待评价 待审核 未审核 待处理 待派单 待接单 计划 计划中 已计划 已派单 已接单 已排期 进行中 处理中 执行中 维保中 超期未做 逾期 超期 未做 未保养 未维保 未开始 否 × ✗ 0 planned plan pending scheduled open overdue submitted in_progress inprogress no n false'.split(
    ' ',
  );
const TAKEN_BACK =
  '已取消 取消 作废 已作废 撤销 已撤销 撤回 已撤回 退回 已退回 驳回 已驳回 审核不通过 不通过 无效 重复 草稿 已删除 删除 cancelled canceled void voided draft deleted rejected invalid withdrawn'.split(
    ' ',
  );
export const STATE_WORDS: Readonly<Record<RowState, readonly string[]>> = {
  done: DONE,
  'not-done': [...NOT_DONE, 'not-done'],
  'taken-back': [...TAKEN_BACK, 'taken-back'],
};
const STATE_OF = new Map<string, RowState>([
  ...STATE_WORDS.done.map((word) => [word, 'done'] as const),
  ...STATE_WORDS['not-done'].map((word) => [word, 'not-done'] as const),
  ...STATE_WORDS['taken-back'].map((word) => [word, 'taken-back'] as const),
]);

/** What a cell of a column of states says; null for a word that is not known there. */
export const stateOf = remembered((text): RowState | null => {
  const word = simplified(plain(text).toLowerCase().replaceAll(/\s+/g, ''));
  return STATE_OF.get(word) ?? STATE_OF.get(word.replaceAll('in_progress', 'inprogress')) ?? null;
});

/** Too common in other columns to say something about a row. */
const SAYS_LITTLE: ReadonlySet<string> = new Set([
  '是',
  '否',
  '0',
  '1',
  'y',
  'n',
  'yes',
  'no',
  '×',
  '✗',
  'open',
  'plan',
]);

/** Whether a word, in a column that nobody reads, says that its row was not done or does not count. */
export function mayNegate(text: string): boolean {
  if (text.length > 12) return false;
  const word = plain(text).toLowerCase();
  const state = SAYS_LITTLE.has(word) ? null : stateOf(word);
  return state !== null && state !== 'done';
}
