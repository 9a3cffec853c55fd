/** What an object itself says under a name that was read from elsewhere: every object inherits `toString` and its like. */
export function ownOf<T>(of: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}
