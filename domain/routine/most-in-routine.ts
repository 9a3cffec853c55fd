/** Elevators of a site that are looked at together: more than one safety officer looks after, each a dossier to be read. */
export const MOST_IN_ROUTINE = 200;
