import { parsePeople } from '../../domain/reading/people';

/** The names in what was typed, apart by the signs that imported tables may use too. */
export function namesIn(text: string): string[] {
  return [...parsePeople(text).names];
}
