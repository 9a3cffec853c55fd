import { remembered } from './remembered';
import { simplified } from './hanzi';
import { plain } from './text';

/** What a column of states says about its row. */
export type RowState = 'done' | 'not-done' | 'taken-back';

const DONE =
  '已完成 完成 完成 已执行 已确认 已提交 已审核 审核通过 通过 已归档 已上传 已办结 办结 已结束 结束 已关闭 已关单 关单 已完结 完结 已签退 已审批 已办 已做 已保养 已维保 已签字 已评价 正常 合格 补录 补登 是 有效 √ ✓ 1 done completed complete finished closed approved confirmed yes y true backfill'.split(
    ' ',
  );
const NOT_DONE =
  '未完成 未执行 待维保 待执行 待完成 待确认 未确认 待签字 待评价 待审核 未审核 待处理 待派单 待接单 计划 计划中 已计划 已派单 已接单 已排期 进行中 处理中 执行中 维保中 超期未做 逾期 超期 未做 未保养 未维保 未开始 未处理 未办理 未完结 未关单 未到场 未到 未签到 待签到 待开始 待办 待分配 未分配 待上传 未上传 暂存 部分完成 漏保 漏做 已过期 过期 延期 已延期 顺延 改期 已改期 暂停 挂起 否 × ✗ 0 planned plan pending scheduled open overdue submitted in_progress inprogress no n false'.split(
    ' ',
  );
const TAKEN_BACK =
  '已取消 取消 作废 已作废 撤销 已撤销 撤回 已撤回 退回 已退回 驳回 已驳回 审核不通过 不通过 无效 终止 已终止 中止 已中止 重复 草稿 已删除 删除 cancelled canceled void voided draft deleted rejected invalid withdrawn'.split(
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

/** What another has still to say of a visit that was done, or that it was written down late. */
const OPEN_BEHIND: ReadonlySet<string> = new Set(['待确认', '未确认', '待签字', '待评价', '待审核', '未审核']);
const WITH_REMARK = /^([^()\-—/,，;；]+)(?:\(([^()]+)\)|[-—/,，;；]+(.+))$/;

/** What a cell of a column of states says; null for a word that is not known there. */
export const stateOf = remembered((text): RowState | null => {
  const word = simplified(plain(text).toLowerCase().replaceAll(/\s+/g, ''));
  return STATE_OF.get(word) ?? STATE_OF.get(word.replaceAll('in_progress', 'inprogress')) ?? remarked(word);
});

/** `未完成（停电）`, `已完成-待评价`: a remark takes nothing from what was not done, and must be known beside what was. */
function remarked(word: string): RowState | null {
  const [, said = '', bracketed, behind = ''] = WITH_REMARK.exec(word) ?? [];
  const state = STATE_OF.get(said) ?? null;
  const remark = bracketed ?? behind;
  if (state === null || state !== 'done') return state;
  return OPEN_BEHIND.has(remark) || STATE_OF.get(remark) === 'done' ? state : null;
}

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

/** A sign or a beginning that each word has which says so; most cells have none, and are looked at no further. */
const HINT =
  /[未待取作廢废撤銷销退驳駁草稿删刪无無不过過延顺順改暂暫漏终終中部派接排计計进進处處执執维維逾超重挂掛]|cancel|void|draft|delete|reject|plan|pending|sched|over|submit|progress|false|invalid|withdr|not-|taken/i;

/** Whether a word, in a column that nobody reads, says that its row was not done or does not count. */
export function mayNegate(text: string): boolean {
  return text.length <= 12 && HINT.test(text) && negates(text);
}

const negates = remembered((text): boolean => {
  const word = plain(text).toLowerCase();
  const state = SAYS_LITTLE.has(word) ? null : stateOf(word);
  return state !== null && state !== 'done';
});

const NOT_DONE_IN_NOTE =
  /(?:未|没有?|无法|不能|暂不|不予)能?(?:按时)?(?:做|完成|保养|维保|维护|作业|进行|实施|执行|开展|到场)|取消|改期|改日|顺延|延期|推迟|作废|not (?:done|carried out)|cancel/i;

/** Whether a note says that its visit was not done, or not on its day. */
export const noteMayNegate = remembered((text): boolean => mayNegate(text) || NOT_DONE_IN_NOTE.test(text));

/** Of a flag that takes a row back: what yes and no are. Where 2 stands for deleted, it is known as no word. */
export function voidOf(text: string): RowState | null {
  const word = plain(text).toLowerCase();
  if (/^(?:是|1|y|yes|true|t|√|✓)$/.test(word)) return 'taken-back';
  if (/^(?:否|0|n|no|false|f|×|✗)$/.test(word)) return 'done';
  return stateOf(text);
}

const WHY_NOT = /取消|作废|撤销|撤回|退回|驳回|删除|中止|未(?:能|完成|做|保养|维保|执行)|改期|延期/;
const OF_IT = /(?:原因|理由|说明|时间|日期|人|人员)$/;

/** Whether a column is filled only where a row was not done: 取消原因, 作废时间. */
export function tellsWhyNot(header: string): boolean {
  return header.length <= 20 && WHY_NOT.test(header) && OF_IT.test(header);
}
