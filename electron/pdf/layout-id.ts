declare const __LAYOUT_ID__: string;

/**
 * Identity of the code that lays pages out, written in by the build: SHA-256, hex. Pages that come out otherwise than a
 * report has them are held against it only where it was made by the same code.
 */
export const LAYOUT_ID = __LAYOUT_ID__;
