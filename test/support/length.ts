import { LONG } from '../../scripts/test-length.mjs';

/**
 * How many rounds: of a property, of a drill; `npm test` takes the short number, `npm run test:long` the long one. The seed
 * stays, so the short form is the beginning of the long one. Files named `*.long.test.ts` run in the long form alone.
 */
export const rounds = (short: number, long: number): number => (LONG ? long : short);
