type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The members that have a value: canonical JSON has no place for the others. */
export function withoutUndefined<T extends object>(value: T): Defined<T> {
  const defined: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const member = value[name as keyof T];
    if (member !== undefined) defined[name] = member;
  }
  return defined as Defined<T>;
}
