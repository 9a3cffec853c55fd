import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { schemaOf } from '../../../domain/record/schema-of';
import { DOSSIER_LISTS, kindOf } from '../../../domain/record/kinds';
import { schemaOfKind } from '../../../domain/record/record-schemas';

interface Shown {
  readonly name: string;
  readonly persons?: number;
  readonly marks: readonly { readonly on: 'door' | 'car'; readonly note?: string }[];
}

const marks = z.array(z.strictObject({ on: z.enum(['door', 'car']), note: z.string().optional() }));

describe('a schema and the type of what it reads', () => {
  it('that agree are taken, with what is optional and read-only aside', () => {
    const schema = schemaOf<Shown>()(z.strictObject({ name: z.string(), persons: z.number().optional(), marks }));
    expectTypeOf<z.output<typeof schema>>().toEqualTypeOf<Shown>();
    expect(schema.parse({ name: 'a', marks: [] })).toEqual({ name: 'a', marks: [] });
  });

  it('do not compile where only one of them has a member, or has it otherwise', () => {
    const alone = [
      // @ts-expect-error a field of the type alone
      schemaOf<Shown>()(z.strictObject({ name: z.string(), marks })),
      // @ts-expect-error a field of the schema alone
      schemaOf<Shown>()(z.strictObject({ name: z.string(), persons: z.number().optional(), marks, more: z.string() })),
      // @ts-expect-error asked for by the schema, optional in the type
      schemaOf<Shown>()(z.strictObject({ name: z.string(), persons: z.number(), marks })),
      // @ts-expect-error of another kind
      schemaOf<Shown>()(z.strictObject({ name: z.string(), persons: z.string().optional(), marks })),
      schemaOf<Shown>()(
        // @ts-expect-error further inside
        z.strictObject({
          name: z.string(),
          persons: z.number().optional(),
          marks: z.array(z.object({ on: z.string() })),
        }),
      ),
    ];
    expect(alone).toHaveLength(5);
  });
});

describe('the table of kinds', () => {
  it('names no channel, entry or member twice, and only fields that a corrected record may have', () => {
    const names = DOSSIER_LISTS.map((list) => kindOf(list).name);
    const entries = DOSSIER_LISTS.map((list) => kindOf(list).recorded);
    expect(new Set([...names, ...entries, ...DOSSIER_LISTS.map((list) => kindOf(list).record)]).size).toBe(
      3 * DOSSIER_LISTS.length,
    );
    for (const list of DOSSIER_LISTS) {
      const fields = kindOf(list).fields ?? [];
      expect(new Set(fields).size).toBe(fields.length);
      expect(fields).not.toContain('registrationNo');
      expect(schemaOfKind(list).safeParse({}).success).toBe(false);
    }
  });
});
