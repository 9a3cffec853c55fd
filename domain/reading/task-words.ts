import type { RulePack } from '../pack/rule-pack';
import { TASKS, type Task } from '../visit/visit';
import { simplified } from './hanzi';
import { refused, taken, type Parsed } from './parsed';
import { plain } from './text';

/** What forms, platforms and exports call the four categories besides the words of the packs. Lower case. */
const WORDS: Readonly<Record<Task, readonly string[]>> = {
  'half-month':
    '半月 半月度 半月保 半月检 半月维保 半月保养 半月维护 半月维护保养 15天 15日 15日保养 15天保养 半个月 十五日 十五天 每半月 每15天 每15日 15日维保 15天维保 15天/次 15日/次 半月一次 半月检查 半月保养单 半月度维保 双周 双周保 双周保养 hm halfmonth half semi-monthly semimonthly fortnightly fortnight 15-day'.split(
      ' ',
    ),
  quarter:
    '季度 季 季保 季检 季度保 季度检 季度保养 季度维护 季度维保 季度检查 季度保养单 三个月 3个月 tm quarter quarterly'.split(
      ' ',
    ),
  'half-year':
    '半年 半年保 半年检 半年度 半年保养 半年维护 半年维保 半年度保养 半年检查 半年保养单 六个月 6个月 sm halfyear semi-annual semiannual half-yearly'.split(
      ' ',
    ),
  year: '年度 年 年保 年检 年度保 年度检 年度保养 年度维护 年度维保 年度检查 年度保养单 全年 12个月 oy yeardegree yearly year annual annually'.split(
    ' ',
  ),
};

/** Which of the year's visits it was: 半月保养(第21次). */
const TURN = /\s*[(（]?第?\d{1,2}次[)）]?$/;
/** Between two categories of one visit: 半月+季度, 半月（季度）. */
const JOINTS = /[+＋、/／,，;；&()（）\s]+|和|及/;

/**
 * The category that a cell names, by the names of the packs and by words in use; of several the longest, which contains
 * the shorter ones. Words that name none (月保, 急修, 例行保养) are refused as `unknown-task`.
 */
export function parseTask(text: string, tasks: RulePack['tasks']): Parsed<Task> {
  const value = simplified(plain(text).toLowerCase()).replace(TURN, '');
  const one = taskNamed(value, tasks);
  if (one !== undefined) return taken(one);
  const parts = value.split(JOINTS).filter((part) => part !== '');
  const named = parts.map((part) => taskNamed(part, tasks));
  if (parts.length < 2 || named.some((task) => task === undefined)) return refused('unknown-task');
  return taken(TASKS[Math.max(...named.map((task) => TASKS.indexOf(task!)))]!);
}

/** The words of each category, for finding the one that a word is near to. */
export function taskChoices(tasks: RulePack['tasks']): { readonly value: Task; readonly words: readonly string[] }[] {
  return TASKS.map((task) => ({
    value: task,
    words: [
      task,
      ...WORDS[task],
      ...tasks.filter(({ id }) => id === task).flatMap(({ title, aliases }) => [title['zh-CN'], title.en, ...aliases]),
    ],
  }));
}

function taskNamed(value: string, tasks: RulePack['tasks']): Task | undefined {
  const ofPack = tasks.find(
    ({ id, title, aliases }) =>
      id === value || title['zh-CN'] === value || title.en.toLowerCase() === value || aliases.includes(value),
  );
  return ofPack?.id ?? TASKS.find((task) => task === value || WORDS[task].includes(value));
}
