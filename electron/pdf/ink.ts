/** Points in a millimetre. */
export const MM = 72 / 25.4;

export const INK = '#1b1b1b';
export const SECONDARY = '#444444';
export const ACCENT = '#8c2f20';
export const HAIR = '#b5b5b5';
export const LATE_GROUND = '#f1f1ef';
