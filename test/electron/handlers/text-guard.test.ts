import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { CHANNELS, type Channel } from '../../../domain/bridge/channels';
import { contract } from '../../../domain/bridge/contract';
import { dispatch } from '../../../electron/handlers/dispatch';
import type { Handlers } from '../../../electron/handlers/handlers';

const HALF = '孙\ud83d';
const CONTROL = '梯\u0007';
/** Only these may carry anything: no record will hold them. */
const AS_GIVEN = [
  'countersign.make name',
  'countersign.make passphrase',
  'identity.create passphrase',
  'identity.import passphrase',
  'insurer.bundle passphrase',
  'report.make passphrase',
  'routine.paper passphrase',
  'sheet.batch passphrase',
  'summary.verify text',
  'trust.add pem',
  'verify.file name',
];

type Path = readonly string[];
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
}

/** Every member of a schema that takes a text; an element of a list stands as `0`. */
function textMembers(schema: z.core.$ZodType, path: Path = []): Path[] {
  const { type, shape, element, innerType, valueType, options } = schema._zod.def as unknown as Definition;
  switch (type) {
    case 'object':
      return Object.entries(shape ?? {}).flatMap(([name, member]) => textMembers(member, [...path, name]));
    case 'array':
      return textMembers(element!, [...path, '0']);
    case 'optional':
    case 'nullable':
    case 'default':
      return textMembers(innerType!, path);
    case 'record':
      return textMembers(valueType!, [...path, 'x']);
    case 'union':
      return options!.flatMap((option) => textMembers(option, path));
    case 'string':
    case 'custom':
      return [path];
    case 'enum':
    case 'literal':
    case 'number':
    case 'boolean':
    case 'null':
      return [];
    default:
      throw new Error(`what does ${type} take?`);
  }
}

function requestWith([name, ...rest]: Path, text: string, beside: object = {}): unknown {
  if (name === undefined) return text;
  const held = requestWith(rest, text, beside);
  return name === '0' ? [held] : { ...(rest.length === 0 ? beside : {}), [name]: held };
}

const NO_HANDLERS = new Proxy({} as Handlers, {
  get: () => () => {
    throw new Error('a handler was reached');
  },
});
const context = { signal: new AbortController().signal, progress: () => undefined };
async function refusalOf(channel: Channel, request: unknown): Promise<string> {
  const reply = await dispatch(NO_HANDLERS, channel, request, context, () => undefined);
  return reply.ok ? 'ok' : `${reply.error.code} ${String(reply.error.details['what'] ?? '')}`;
}

const MEMBERS = CHANNELS.flatMap((channel) =>
  [...new Map(textMembers(contract[channel].request).map((path) => [path.join('.'), path])).values()].map((path) => ({
    channel,
    path,
  })),
);

describe('every text of every channel', () => {
  it('is found', () => {
    expect(MEMBERS.length).toBeGreaterThan(200);
    const named = MEMBERS.map(({ channel, path }) => `${channel} ${path.join('.')}`);
    for (const one of ['callout.record callOut.note', 'assessment.record assessment.items.0.note', ...AS_GIVEN])
      expect(named).toContain(one);
  });

  it.each(CHANNELS)('of %s is refused by name when it holds half of a character', async (channel) => {
    for (const { path } of MEMBERS.filter((member) => member.channel === channel)) {
      const what = path.join('.');
      const refusal = await refusalOf(channel, requestWith(path, HALF));
      const isGiven = AS_GIVEN.includes(`${channel} ${what}`);
      expect(`${what}: ${refusal.startsWith('unwritable-text') ? refusal : 'taken'}`).toBe(
        `${what}: ${isGiven ? 'taken' : `unwritable-text ${what}`}`,
      );
    }
  });

  const KEY = /(deviceCode|rescueCode|serialNo|successorNo|reportNo)$/;
  const keys = MEMBERS.filter(
    ({ channel, path }) =>
      KEY.test(path.join('.')) ||
      (channel === 'elevator.register' && path.join('.') === 'elevator.registrationNo') ||
      (channel === 'policy.record' && path.at(-1) === 'policyNo'),
  );

  it.each(keys)('a control character in the key $path of $channel is refused by name', async ({ channel, path }) => {
    expect(await refusalOf(channel, requestWith(path, CONTROL))).toBe(`unreadable-key ${path.join('.')}`);
  });

  it.each(
    (['elevator.correct', 'inspection.correct', 'policy.correct'] as const).flatMap((channel) =>
      ['deviceCode', 'reportNo', 'policyNo'].map((field) => ({ channel, field })),
    ),
  )('a control character in $field, corrected by $channel, is refused by name', async ({ channel, field }) => {
    expect(await refusalOf(channel, requestWith(['set', '0', 'to'], CONTROL, { field }))).toBe(
      'unreadable-key set.0.to',
    );
    expect(await refusalOf(channel, requestWith(['set', '0', 'to'], CONTROL, { field: 'note' }))).toMatch(
      /^bad-request/,
    );
  });
});
