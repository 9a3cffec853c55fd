/** Papers of one batch; each is signed, kept and put on record by itself. */
export const MOST_SHEETS = 500;

/** Visits that are confirmed in one act. */
export const MOST_CONFIRMED = 500;

/** Bytes of all files in one call, over every host. */
export const MAX_CALL_BYTES = 512 * 1024 * 1024;

/** Personal details that one search shows and one erasure names. */
export const MOST_DETAILS = 200;

/** Largest file that an import, a photo or a verification takes. */
export const MAX_IMPORT_BYTES = 128 * 1024 * 1024;
export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;
export const MAX_PDF_BYTES = 256 * 1024 * 1024;
