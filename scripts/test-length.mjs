// How much the tests do: `npm run test:long` sets the length; see test/support/length.ts.

export const LONG = process.env.TEST_LENGTH === 'long';
export const HANG_MS = LONG ? 45 * 60_000 : 15 * 60_000;
