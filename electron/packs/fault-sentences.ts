import type { Text } from '../../domain/pack/legal-basis';
import type { SyntaxCode } from './json-places';

/** What is wrong with a pack, before it is known on which line. */
export interface Fault {
  readonly pointer: string;
  readonly sentence: Text;
}

/** Pointer to a member of the pack (a rule, a kind, …) in the file it was read from, with the rest of the way to the fault. */
export type Locate = (member: object, rest?: string) => string;

export function says(zh: string, en: string): Text {
  return { 'zh-CN': zh, en };
}

const SYNTAX: Partial<Readonly<Record<SyntaxCode, Text>>> = {
  InvalidSymbol: says(
    '这里不是 JSON 的词：文字要用英文双引号括起。',
    'This is no word of JSON: texts stand in double quotes.',
  ),
  InvalidNumberFormat: says('这里的数写得不对。', 'This number is not written as JSON writes numbers.'),
  PropertyNameExpected: says(
    '这里应为用英文双引号括起的成员名；也可能是前面多了一个逗号。',
    'A member name in double quotes belongs here; there may be a comma too many before it.',
  ),
  ValueExpected: says(
    '这里应有一个值；也可能是前面多了一个逗号。',
    'A value belongs here; there may be a comma too many before it.',
  ),
  ColonExpected: says('成员名后面缺少冒号。', 'The colon after the member name is missing.'),
  CommaExpected: says('这里缺少逗号。', 'A comma is missing here.'),
  CloseBraceExpected: says('缺少右花括号 }。', 'The closing brace } is missing.'),
  CloseBracketExpected: says('缺少右方括号 ]。', 'The closing bracket ] is missing.'),
  EndOfFileExpected: says('JSON 到此已结束，后面还有内容。', 'The JSON has ended, and there is more behind it.'),
  InvalidCommentToken: says('JSON 里不能写注释。', 'JSON has no comments.'),
  UnexpectedEndOfComment: says('JSON 里不能写注释。', 'JSON has no comments.'),
  UnexpectedEndOfString: says('文字没有用英文双引号收尾。', 'The text is not closed by a double quote.'),
  UnexpectedEndOfNumber: says('这里的数没有写完。', 'This number is not finished.'),
  InvalidUnicode: says('\\u 后面要有四位十六进制数。', 'Four hexadecimal digits belong behind \\u.'),
  InvalidEscapeCharacter: says('反斜杠后面的字符不认得。', 'The character behind the backslash is not known to JSON.'),
  InvalidCharacter: says(
    '文字里有不能直接写的控制字符。',
    'There is a control character in the text that must not stand there as it is.',
  ),
  TooDeep: says('括号套得太深。', 'The brackets are nested too deeply.'),
};

export function syntaxSentence(code: SyntaxCode | null): Text {
  return (code === null ? undefined : SYNTAX[code]) ?? says('这不是 JSON。', 'This is not JSON.');
}

/** A value as it stands in the file, short enough for a sentence. */
export function shown(value: unknown): Text {
  if (value === undefined) return says('没有', 'nothing');
  if (Array.isArray(value)) return says('列表', 'a list');
  if (typeof value === 'object' && value !== null) return says('对象', 'an object');
  const text = JSON.stringify(value);
  const cut = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return says(cut, cut);
}

export function noSuchDay(pointer: string, day: string): Fault {
  return { pointer, sentence: says(`没有 ${day} 这一天。`, `There is no such day as ${day}.`) };
}

export function endsBeforeStart(pointer: string): Fault {
  return { pointer, sentence: says('失效日早于生效日。', 'It ends before it comes into force.') };
}
