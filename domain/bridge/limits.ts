/** Papers of one batch; each is signed, kept and put on record by itself. */
export const MOST_SHEETS = 500;
