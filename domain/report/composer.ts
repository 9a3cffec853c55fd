import { composePaper } from './compose-paper';
import { composePack } from './papers/inspection-pack/compose-pack';
import { composeRoutine } from './papers/routine/compose-routine';
import { composePublicSheet } from './papers/public-sheet/compose-public-sheet';

/** What words the papers of a release: from an evidence to every text of its pages. Kept as data when a release is made. */
export interface Composer {
  readonly composePaper: typeof composePaper;
  readonly composePublicSheet: typeof composePublicSheet;
  readonly composePack: typeof composePack;
  readonly composeRoutine: typeof composeRoutine;
}

export const composer: Composer = { composePaper, composePublicSheet, composePack, composeRoutine };
