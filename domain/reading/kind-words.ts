import type { EquipmentKind } from '../pack/rule-pack';
import { simplified } from './hanzi';
import { refused, taken, type Parsed } from './parsed';
import { plain } from './text';

/** What registers call kinds besides the names of the packs, by the code of the catalogue of special equipment. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  '3110':
    '曳引式客梯 曳引电梯 曳引式电梯 乘客电梯 客梯 直梯 垂梯 垂直电梯 有机房电梯 无机房电梯 有机房客梯 无机房客梯 住宅电梯 病床电梯 病床梯 医用电梯 医梯 观光电梯 观光梯 住宅梯 加装电梯 t'.split(
      ' ',
    ),
  '3120': '载货电梯 货梯 汽车电梯'.split(' '),
  '3220': '液压货梯'.split(' '),
  '3310': '自动扶梯 扶梯 f'.split(' '),
  '3320': '自动人行道 人行道 平步电梯 moving_walk'.split(' '),
  '3430': '杂物电梯 餐梯 传菜梯 传菜电梯 杂物梯 dumbwaiter'.split(' '),
};
const CODE = /^(?:(\d{4})\s*[-:：、]?\s*(\D.*)|(\D.*?)\s*[(（]?\s*(\d{4})\s*[)）]?)$/;
/** What stands behind a name in brackets and says no other kind; a letter is the sign of the same kind: `Escalator (E)`. */
const REMARK =
  /\s*[(（](?:有机房|无机房|有|无|变频|永磁同步|小机房|住宅|商用|公共交通型|普通型|室内|室外|[A-Za-z])[)）]$/;
/** Groups and traits that stand beside the kind: 曳引与强制驱动电梯/曳引驱动乘客电梯, 乘客电梯/有机房. */
const BESIDE: ReadonlySet<string> = new Set(
  '电梯 特种设备 曳引与强制驱动电梯 液压驱动电梯 自动扶梯与自动人行道 其它类型电梯 其他类型电梯 有机房 无机房 小机房'.split(
    ' ',
  ),
);
const JOINTS = /[/／\\>＞|-]+/;

/**
 * The kind that a cell names: by code, by name, by both together (`3110 曳引驱动乘客电梯`) where they agree, or by a word
 * in use. Words of whole groups (电梯, 曳引与强制驱动电梯) are refused as `unknown-kind`: nobody can tell which.
 */
export function parseKind(text: string, kinds: readonly EquipmentKind[]): Parsed<string> {
  const value = simplified(plain(text).replace(/^(\d+)\.0+$/, '$1'));
  const whole = kindNamed(value, kinds);
  if (whole !== undefined) return taken(whole);
  const both = CODE.exec(value);
  if (both === null) return kindOfPath(value, kinds);
  const [code, name] = [both[1] ?? both[4]!, (both[2] ?? both[3]!).replaceAll(/[()（）]/g, '').trim()];
  const byCode = kindNamed(code, kinds);
  const byName = kindNamed(name, kinds);
  return byCode !== undefined && (byName ?? byCode) === byCode ? taken(byCode) : refused('unknown-kind');
}

/** The one kind that a path of groups and traits leads to. */
function kindOfPath(value: string, kinds: readonly EquipmentKind[]): Parsed<string> {
  const parts = value.split(JOINTS).map((part) => part.trim());
  const named = parts.filter((part) => !BESIDE.has(part));
  const kind = parts.length > 1 && named.length === 1 ? kindNamed(named[0]!, kinds) : undefined;
  return kind === undefined ? refused('unknown-kind') : taken(kind);
}

/** The words of each kind of the packs, for finding the one that a word is near to. */
export function kindChoices(
  kinds: readonly EquipmentKind[],
): { readonly value: string; readonly words: readonly string[] }[] {
  return kinds.map(({ code, title, aliases }) => ({
    value: code,
    words: [title['zh-CN'], title.en, ...aliases, ...(WORDS[code] ?? [])],
  }));
}

function kindNamed(value: string, kinds: readonly EquipmentKind[]): string | undefined {
  const bare = value.replace(REMARK, '').replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
  const lower = bare.toLowerCase();
  const ofPack = kinds.find(
    ({ code, title, aliases }) =>
      code === bare ||
      title['zh-CN'] === bare ||
      title.en.toLowerCase() === lower ||
      aliases.some((alias) => alias.toLowerCase() === lower),
  );
  if (ofPack !== undefined) return ofPack.code;
  const code = Object.keys(WORDS).find((known) => WORDS[known]!.includes(lower));
  return kinds.some((kind) => kind.code === code) ? code : undefined;
}
