/** What every paper of one record says, whatever the record is. */
export interface RecordWords {
  readonly labels: Readonly<
    Record<
      | 'registrationNo'
      | 'deviceCode'
      | 'address'
      | 'rescueCode'
      | 'userUnit'
      | 'maintainer'
      | 'entered'
      | 'corrections'
      | 'photos'
      | 'note',
      string
    >
  >;
  /** A particular as it stood when the record was made, where it is another now. */
  readonly laterNow: (then: string, now: string) => string;
  readonly entered: (at: string, author: string) => string;
  /** Days from the day it was done to the day of entry, where the entry is not late. */
  readonly daysAfter: (days: number) => string;
  readonly imported: string;
  /** No journal was kept. */
  readonly fromFiles: string;
  /** The entry by its number and the feed it is in. */
  readonly entryNo: (record: string, feed: string) => string;
  readonly byTable: string;
  readonly amended: (at: string, author: string, sentence: string) => string;
  readonly late: {
    readonly stamp: string;
    readonly days: (days: number) => string;
    readonly entered: (at: string, author: string, doneOn: string) => string;
    readonly reason: (reason: string, document: string | null) => string;
    readonly noReason: string;
    readonly photos: (digests: readonly string[]) => string;
    /** The verdict of the elevator without this record, and with it. */
    readonly without: (without: string, withIt: string) => string;
    readonly same: (verdict: string) => string;
  };
  readonly photos: (digests: readonly string[]) => string;
  readonly notRecorded: string;
  readonly verification: {
    readonly title: string;
    readonly lines: (fingerprint: string, head: string) => readonly string[];
    readonly entry: (feed: string, seq: number, hash: string) => readonly string[];
    readonly qrAlt: string;
  };
}
