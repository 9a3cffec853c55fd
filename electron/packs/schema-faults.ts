import type { ErrorObject } from 'ajv';
import type { Text } from '../../domain/pack/legal-basis';
import { ownOf } from '../../domain/record/own-of';
import { says, shown, type Fault } from './fault-sentences';
import { valueAt } from './json-places';

/** What the schema found, in words: of the branches of an alternative, those that were meant. Takes verbose errors. */
export function schemaFaults(errors: readonly ErrorObject[], value: unknown): Fault[] {
  let left = [...errors];
  const faults: Fault[] = [];
  const settle = (keyword: string, settled: (error: ErrorObject) => Settled): void => {
    for (const error of errors) {
      if (error.keyword !== keyword || !left.includes(error)) continue;
      const { left: rest, faults: found } = settled(error);
      left = rest;
      faults.push(...found);
    }
  };
  // The shapes stand around the simple alternatives: which of those count is known once the shape is.
  settle('oneOf', (error) => settleTagged(error, left, value));
  settle('anyOf', (error) => settleAlternatives(error, left, value));
  return [...faults, ...left.map((error) => faultOf(error, value))];
}

interface Settled {
  readonly left: ErrorObject[];
  readonly faults: Fault[];
}

/** Shapes told apart by one word (`mode` of a counting, `kind` of a requirement): only the shape that word names is held. */
function settleTagged(error: ErrorObject, errors: readonly ErrorObject[], value: unknown): Settled {
  const { instancePath, schemaPath } = error;
  const branches = error.schema as readonly { readonly properties?: Record<string, { readonly const?: string }> }[];
  const tag = Object.keys(branches[0]?.properties ?? {}).find((name) =>
    branches.every(({ properties }) => typeof properties?.[name]?.const === 'string'),
  );
  const given = tag === undefined ? undefined : valueAt(value, `${instancePath}/${tag}`);
  const words = branches.map(({ properties }) => properties?.[tag ?? '']?.const ?? '');
  const meant = words.findIndex((word) => word === given);
  const isOfBranch = (other: ErrorObject): boolean =>
    isWithin(other.instancePath, instancePath) && other.schemaPath.startsWith(`${schemaPath}/`);
  const rest = errors.filter(
    (other) =>
      other !== error &&
      !(other.keyword === 'unevaluatedProperties' && other.instancePath === instancePath) &&
      (!isOfBranch(other) || other.schemaPath.startsWith(`${schemaPath}/${meant}/`)),
  );
  const isSaid = rest.some((other) => isWithin(other.instancePath, instancePath));
  if (meant !== -1 && isSaid) return { left: rest, faults: [] };
  if (tag === undefined || meant !== -1) return { left: rest, faults: [faultOf(error, value)] };
  if (rest.some((other) => other.instancePath === `${instancePath}/${tag}`)) return { left: rest, faults: [] };
  if (given === undefined) return { left: rest, faults: [lacks(instancePath, tag)] };
  return { left: rest, faults: [wants(`${instancePath}/${tag}`, oneOf(words), given)] };
}

function isWithin(pointer: string, parent: string): boolean {
  return pointer === parent || pointer.startsWith(`${parent}/`);
}

/** Simple alternatives, such as a date or null: one sentence names them all, unless a fault lies deeper in. */
function settleAlternatives(error: ErrorObject, errors: readonly ErrorObject[], value: unknown): Settled {
  const { instancePath } = error;
  const isHere = (other: ErrorObject): boolean => other !== error && other.instancePath === instancePath;
  const here = errors.filter(isHere);
  const rest = errors.filter((other) => other !== error && !isHere(other));
  if (here.length === 0 || rest.some((other) => other.instancePath.startsWith(`${instancePath}/`)))
    return { left: rest, faults: [] };
  const wanted = here.map((other) => wantedBy(other));
  const other = here.find((_, index) => wanted[index] === null);
  if (other !== undefined) return { left: rest, faults: [faultOf(other, value)] };
  const all = wanted.filter((text) => text !== null);
  const joined = says(all.map((text) => text['zh-CN']).join('或'), all.map(({ en }) => en).join(' or '));
  return { left: rest, faults: [wants(instancePath, joined, valueAt(value, instancePath))] };
}

function wants(pointer: string, wanted: Text, given: unknown): Fault {
  const is = shown(given);
  return {
    pointer,
    sentence: says(`应为${wanted['zh-CN']}，现在是 ${is['zh-CN']}。`, `It must be ${wanted.en}; it is ${is.en}.`),
  };
}

function lacks(pointer: string, member: string): Fault {
  return { pointer, sentence: says(`缺少成员 ${member}。`, `The member ${member} is missing.`) };
}

const TYPES: Readonly<Record<string, Text>> = {
  object: says('对象', 'an object'),
  array: says('列表', 'a list'),
  string: says('文字', 'a text'),
  integer: says('整数', 'a whole number'),
  number: says('数', 'a number'),
  boolean: says(' true 或 false', 'true or false'),
  null: says(' null', 'null'),
};

function oneOf(words: readonly unknown[]): Text {
  const list = words.map((word) => JSON.stringify(word)).join(', ');
  return words.length === 1 ? says(` ${list}`, list) : says(`其中之一：${list}`, `one of ${list}`);
}

const PATTERNS: readonly (readonly [start: string, wanted: Text])[] = [
  ['^[12][0-9]{3}-(0[1-9]|1[0-2])-', says('日期（如 2026-11-23）', 'a date such as 2026-11-23')],
  ['^[12][0-9]{3}-', says('月份（如 2026-11）', 'a month such as 2026-11')],
];
const CHARACTERS = says('字母、数字和 . _ - 组成的短名', 'a short name of letters, digits and . _ -');

/** The part of a sentence that says what belongs there; null where the fault is told in another way. */
function wantedBy({ keyword, params }: ErrorObject): Text | null {
  switch (keyword) {
    case 'type':
      return TYPES[String(params['type'])] ?? says(`${params['type']}`, `${params['type']}`);
    case 'const':
      return oneOf([params['allowedValue']]);
    case 'enum':
      return oneOf(params['allowedValues'] as readonly unknown[]);
    case 'pattern':
      return PATTERNS.find(([start]) => String(params['pattern']).startsWith(start))?.[1] ?? CHARACTERS;
    case 'minimum':
      return says(`不小于 ${params['limit']} 的数`, `at least ${params['limit']}`);
    case 'maximum':
      return says(`不大于 ${params['limit']} 的数`, `at most ${params['limit']}`);
    default:
      return null;
  }
}

/** What took the place of members that packs once had. */
const FORMER_MEMBERS: Readonly<Record<string, Text>> = {
  verifiedThrough: says(
    'verifiedThrough 已由 textAsOf（所读文本的日期）和 lookedUntil（查新至哪一天）代替。',
    'textAsOf (the text that was read) and lookedUntil (how far a successor was looked for) took the place of verifiedThrough.',
  ),
};

function noMember(name: string): Text {
  return says(`没有 ${name} 这个成员。`, `There is no member called ${name} here.`);
}

function faultOf(error: ErrorObject, value: unknown): Fault {
  const { instancePath: pointer, keyword, params } = error;
  const limit = String(params['limit']);
  const wanted = wantedBy(error);
  if (wanted !== null) return wants(pointer, wanted, valueAt(value, pointer));
  switch (keyword) {
    case 'required':
      return lacks(pointer, String(params['missingProperty']));
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const name = String(params['additionalProperty'] ?? params['unevaluatedProperty']);
      const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      return { pointer: at, sentence: ownOf(FORMER_MEMBERS, name) ?? noMember(name) };
    }
    case 'minLength':
      return { pointer, sentence: says('文字不能是空的。', 'The text must not be empty.') };
    case 'maxLength':
      return { pointer, sentence: says(`文字最多 ${limit} 个字符。`, `The text has more than ${limit} characters.`) };
    case 'minItems':
      return { pointer, sentence: says(`至少要有 ${limit} 项。`, `There must be at least ${limit} in the list.`) };
    case 'maxItems':
      return { pointer, sentence: says(`最多 ${limit} 项。`, `There are more than ${limit} in the list.`) };
    case 'uniqueItems':
      return { pointer, sentence: says('列表里有重复的项。', 'Something stands twice in the list.') };
    case 'minProperties':
      return { pointer, sentence: says(`至少要有 ${limit} 个成员。`, `There must be at least ${limit} members.`) };
    case 'dependentRequired': {
      const [has, needs] = [String(params['property']), String(params['missingProperty'])];
      return { pointer, sentence: says(`${has} 需要成员 ${needs}。`, `${has} needs the member ${needs}.`) };
    }
    default:
      return { pointer, sentence: says(`不合规则包的格式（${keyword}）。`, `It breaks the schema (${keyword}).`) };
  }
}
