/** Whether the long form runs. */
export const LONG: boolean;
/** Ends what hangs, milliseconds. No measure of speed: a machine busy with other work stays far below. */
export const HANG_MS: number;
/** One wait for a page, milliseconds: shorter than a test, so that what failed names what was waited for. */
export const PAGE_HANG_MS: number;
