/**
 * Loaded before anything else of a host: its clock stands at ten in the morning of the day that it is in China, and runs
 * on from there. Its workers take the same shift.
 */
const CLOCK = `
const Real = Date;
const ofDay = (Real.now() + 8 * 3600000) % 86400000;
process.env.CLOCK_SHIFT ??= String(10 * 3600000 - ofDay);
const shift = Number(process.env.CLOCK_SHIFT);
globalThis.Date = class Date extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(Real.now() + shift);
    else super(...parts);
  }
  static now() {
    return Real.now() + shift;
  }
};
`;

/** Flags of a host whose day does not end in the middle of a test. */
export const IN_THE_MORNING: readonly string[] = ['--import', `data:text/javascript,${encodeURIComponent(CLOCK)}`];
