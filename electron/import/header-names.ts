import { simplified } from '../../domain/reading/hanzi';
import { MEASURES, unitNamed, type MeasureUnit } from '../../domain/reading/measures';
import { remembered } from '../../domain/reading/remembered';
import { plain } from '../../domain/reading/text';
import type { Column, Table } from './column';
import { COLUMNS, TABLES } from './columns';

/** Of several columns of one field: 维保人员1, 维保人员B, 维保工1姓名. */
const NUMBER_OF_SEVERAL = /-?[1-9一二三四五六甲乙丙丁a-e①-⑨](?:-?姓名)?$/;

/** Units in which no column of the format is measured, nor converted: a header that names one is of no field. */
const FOREIGN_UNITS: ReadonlySet<string> = new Set(['万元', 'dm', '分米']);
const UNIT_IN_BRACKETS = /[(（]([^()（）]+)[)）]$/;
/** A unit behind the name without brackets: `speed_fpm`, 载重kg. */
const UNIT_BEHIND = /^(.*[^a-z/])([a-z]+(?:\/[a-z]+)?)$/;
export interface Named {
  readonly key: string;
  /** Place of the name among those of its field: the official one before the others. */
  readonly rank: number;
  readonly several: boolean;
}

function namesOf(columns: readonly Column[]): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  for (const { key, names: known, several = false } of columns)
    for (const [rank, name] of [key, ...known].entries())
      if (!names.has(normalised(name))) names.set(normalised(name), { key, rank, several });
  return names;
}

/** What forms put before and behind a name: stars, the number of the column, whether it has to be filled in. */
const MARKS_BEFORE = /^(?:[★☆●○▲△■◆◇※]|[①-⑳]|\(?\d{1,2}[).、](?=\D)|\((?:必填|选填|必选|可选|重要|自动)项?\))+/;
const MARKS_BEHIND = /[★☆▲△▼▽※↑↓.?]+$/;

/** Each header is held against the names of every table. */
const squeezed = remembered((header) =>
  plain(header)
    .replaceAll(/[\s*:：]+/g, '')
    .replaceAll(/[[【{<〔《]/g, '(')
    .replaceAll(/[\]】}>〕》]/g, ')')
    .replace(MARKS_BEFORE, '')
    .replace(MARKS_BEHIND, ''),
);

/** In brackets behind a name these make another of it: a planned day is no visit, and a telephone is nobody. */
const OTHER_MEANING =
  /计划|预计|应[保检做修完维]|下次|下一|下期|上次|上一|前次|到期|录入|plan|next|due|last|^(?:联系)?(?:电话|手机号?码?|方式)$|^(?:资格|作业|上岗)?证书?(?:编?号码?)?$|^id$|^tel|phone|mobile/i;

/** Header text without spaces, unseen signs, full-width and traditional forms, marks and brackets behind, in lower case. */
export const normalised = remembered((header): string => {
  const bare = simplified(squeezed(header));
  const [, name = '', inside = ''] = /^([^(（]*)[(（](.*)[)）]$/.exec(bare) ?? [];
  if (name === '' || OTHER_MEANING.test(inside)) return bare.toLowerCase();
  return name.toLowerCase();
});

const NAMED_TWICE =
  /^(.*\p{Script=Han}[^a-z]*?)[/|_–-]?([a-z][a-z./&'_-]{2,})$|^([a-z][a-z./&'_-]{2,}?)[/|_–-]?(\p{Script=Han}.*)$/u;
const OTHER_IN_LATIN = /tel|phone|mobile|mail|plan|next|due|last|url|photo|fax/;

/** The Chinese half of a name in two languages, 维保日期/Date; null where the other half says more. */
function chineseHalf(name: string): string | null {
  const [, before, behind, latinBefore, hanBehind] = NAMED_TWICE.exec(name) ?? [];
  const [han, latin] = [before ?? hanBehind, behind ?? latinBefore];
  return han === undefined || OTHER_IN_LATIN.test(latin!) ? null : han;
}

/** With its remarks in brackets; a longer text is none, and is not held against patterns that go back and forth in it. */
const LONGEST_NAME = 150;

export function namedBy(table: Table, header: string): Named | null {
  if (header === '' || header.length > LONGEST_NAME) return null;
  const names = NAMES.get(table)!;
  const name = normalised(header);
  const bracketed = UNIT_IN_BRACKETS.exec(squeezed(header))?.[1] ?? '';
  if (FOREIGN_UNITS.has(bracketed)) return null;
  const unit = unitNamed(bracketed);
  const exact = names.get(name);
  if (exact !== undefined) return unit === null || isMeasuredIn(exact.key, unit) ? exact : null;
  if (unit !== null) return null;
  const [, bare = '', behind = ''] = UNIT_BEHIND.exec(name) ?? [];
  const measured = names.get(bare.replace(/_$/, ''));
  const own = unitNamed(behind);
  if (measured !== undefined && own !== null) return isMeasuredIn(measured.key, own) ? measured : null;
  const numbered = names.get(name.replace(NUMBER_OF_SEVERAL, ''));
  if (numbered?.several === true) return numbered;
  const half = chineseHalf(name);
  return half === null ? null : (names.get(half) ?? null);
}

function isMeasuredIn(field: string, unit: MeasureUnit): boolean {
  return MEASURES[field]?.units.includes(unit) === true;
}

/** The unit that a header names for its field, in brackets or behind the name; null where it names none. */
export function unitInHeader(field: string, header: string): MeasureUnit | null {
  const text = squeezed(header);
  const word = UNIT_IN_BRACKETS.exec(text)?.[1] ?? UNIT_BEHIND.exec(text.toLowerCase())?.[2] ?? '';
  const unit = unitNamed(word);
  return unit !== null && isMeasuredIn(field, unit) ? unit : null;
}

/** The format's key of a header in a table, or null for a column the format does not know. */
export function keyOf(table: Table, header: string): string | null {
  return namedBy(table, header)?.key ?? null;
}

const NAMES = new Map(TABLES.map((table) => [table, namesOf(COLUMNS[table])]));

/** Whether a text is the name of a field of any table. */
export const isFieldName = remembered((text) => TABLES.some((table) => namedBy(table, text) !== null));
