import type { z } from 'zod';

/** A value's shape alone: no `readonly`, and optional members without the `| undefined` that zod adds and JSON cannot carry. */
type Plain<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer E)[]
    ? Plain<E>[]
    : { -readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> };

// The compiler's own test of identity needs a parameter that stands for every type.
/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters */
type Same<A, B> = (<G>() => G extends A ? 1 : 2) extends <G>() => G extends B ? 1 : 2 ? true : false;
/* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */

/** The members of which a type and a schema say different things. */
type Differing<A, B> = {
  [K in keyof A | keyof B]: K extends keyof A & keyof B ? (Same<Pick<A, K>, Pick<B, K>> extends true ? never : K) : K;
}[keyof A | keyof B];

/** Nothing where a type and its schema are of one shape; else what no schema has, so that the compiler names the members. */
type Agreeing<T, S extends z.ZodType> =
  Same<Plain<T>, Plain<z.output<S>>> extends true
    ? unknown
    : { readonly differsFromItsType: Differing<Plain<T>, Plain<z.output<S>>> };

/** A schema held against the type of what it reads, both ways: a member that only one of them has does not compile. */
export function schemaOf<T>() {
  return <S extends z.ZodType>(schema: S & Agreeing<T, S>): z.ZodType<T, T> => schema as unknown as z.ZodType<T, T>;
}
