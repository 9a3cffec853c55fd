/** Papers of one batch; each is signed, kept and put on record by itself. */
export const MOST_SHEETS = 500;

/** Bytes of all files in one call, over every host. */
export const MAX_CALL_BYTES = 512 * 1024 * 1024;

/** Personal details that one search shows and one erasure names. */
export const MOST_DETAILS = 200;
