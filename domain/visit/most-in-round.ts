/** Elevators of one site whose visits are put on record in one act. */
export const MOST_IN_ROUND = 100;
