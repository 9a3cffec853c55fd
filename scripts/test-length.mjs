// How much the tests do: `npm run test:long` sets the length; see test/support/length.ts.

export const LONG = process.env.TEST_LENGTH === 'long';
export const HANG_MS = LONG ? 45 * 60_000 : 15 * 60_000;
/** One wait for a page: shorter than a test, so that what failed names what was waited for. */
export const PAGE_HANG_MS = LONG ? 15 * 60_000 : 4 * 60_000;
