/** What the window tells its page. A browser host tells nothing of the kind. */
export type WindowEvent =
  /** Find in page was chosen in the menu. */
  | { readonly kind: 'find' }
  /** Which match is shown, counted from 1, of how many; 0 of 0 when there is none. */
  | { readonly kind: 'found'; readonly at: number; readonly of: number }
  /** How the saving of a file ended. `folder` is where it lies; '' where it does not. */
  | {
      readonly kind: 'saved';
      readonly id: string;
      readonly name: string;
      readonly outcome: 'saved' | 'not-saved' | 'failed';
      readonly folder: string;
    }
  /** Files that the system opened the program with, to be verified; read by their tickets. */
  | { readonly kind: 'opened'; readonly files: readonly { readonly name: string; readonly ticket: string }[] };

/** What the page may ask of its window. */
export type WindowRequest =
  /** The page listens: what came before it did is told now. */
  | { readonly kind: 'ready' }
  /** `next`: further on from the match that is shown, else a new search. */
  | { readonly kind: 'find'; readonly text: string; readonly forward: boolean; readonly next: boolean }
  | { readonly kind: 'end-find' }
  /** Shows in its folder what `saved` told. */
  | { readonly kind: 'show-saved'; readonly id: string };

/** Stands for the bytes of a file in a call: they are read where the call is answered and never cross the page. */
export interface OfferedFile {
  readonly $file: string;
}
