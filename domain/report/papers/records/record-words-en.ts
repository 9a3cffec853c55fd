import { plural } from '../../../terms/plural';
import type { RecordWords } from './record-words';

const photos = (digests: readonly string[]): string =>
  `${plural(digests.length, 'photo')}, SHA-256 ${digests.join(', ')}`;

export const RECORD_WORDS_EN: RecordWords = {
  labels: {
    registrationNo: 'Registration no.',
    deviceCode: 'Device code',
    address: 'Address',
    rescueCode: 'Rescue code',
    userUnit: 'User unit',
    maintainer: 'Contractor',
    entered: 'Entered',
    corrections: 'Corrections',
    photos: 'Photos',
    note: 'Note',
  },
  laterNow: (then, now) => `${then} (on record as ${now} since)`,
  entered: (at, author) => `${at} by ${author}`,
  daysAfter: (days) => `, ${plural(days, 'day')} after`,
  imported: ', imported with a table',
  fromFiles: 'Read by the command line from the files listed, without a journal: when and by whom is not on record',
  entryNo: (record, feed) => `, record ${record} (journal ${feed})`,
  byTable: 'The day of entry is what the source table says.',
  amended: (at, author, sentence) => `${at} ${author}: ${sentence}`,
  late: {
    stamp: 'Late entry',
    days: (days) => `${plural(days, 'day')} late`,
    entered: (at, author, doneOn) => `Entered ${at} for ${doneOn}, by ${author}.`,
    reason: (reason, document) => `Reason: ${reason}${document === null ? '' : `; document: ${document}`}.`,
    noReason: 'No reason is on record.',
    photos: (digests) => `Shown by ${photos(digests)}.`,
    without: (without, withIt) => `Without this record the elevator is: ${without}; with it: ${withIt}.`,
    same: (verdict) => `Without this record the elevator is still: ${verdict}.`,
  },
  photos,
  notRecorded: 'not on record',
  verification: {
    title: 'Digital signature and how to check it',
    lines: (fingerprint, head) => [
      'Time as claimed by the signer. Compare the fingerprint in any reader; evidence.json holds the record, to be recomputed offline. The signature shows that nothing changed since, not that it happened.',
      `Fingerprint ${fingerprint}`,
      `Chain head ${head}`,
    ],
    entry: (feed, seq, hash) => [`Journal ${feed}`, `Entry ${seq}, hash ${hash}`],
    qrAlt: 'QR code: number of the paper, chain head, start of the fingerprint',
  },
};
