/** Bounds on what a file may ask of this process; everything read from a file is met with one of them. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;
export const MAX_EVIDENCE_BYTES = 64 * 1024 * 1024;
/** Stands for evidence of more bytes than that; known by identity. */
export const OVERSIZED = Buffer.from('oversized');
/** Values in the JSON of an evidence: the parser cannot be stopped midway, so that they are counted before it starts. */
export const MAX_EVIDENCE_VALUES = 3_000_000;
/** Of processor time, and of memory: of files by signers who are not trusted, and of those who are. */
export const LIMITS: Limits = { stranger: { ms: 2_000, mb: 512 }, trusted: { ms: 60_000, mb: 1_024 } };
export type Limits = Readonly<Record<'stranger' | 'trusted', { readonly ms: number; readonly mb: number }>>;
/** Reading and hashing takes its time with the size of the file. */
export const MS_A_MEGABYTE = 30;
/** All streams together that a foreign file makes us inflate (indexes and object streams), before and after. */
export const MAX_INFLATED_BYTES = 128 * 1024 * 1024;
export const MAX_NODES = 8_000_000;
/** Of blanks and strings, however often the same place is read again; what a file has of megabytes lies in streams. */
export const MAX_BYTES_READ = 128 * 1024 * 1024;
export const MAX_DEPTH = 48;
export const MAX_XREF_SECTIONS = 256;
/** Width of a field in a cross-reference stream. */
export const MAX_FIELD_BYTES = 32;
export const MAX_OBJECTS = 2_000_000;
export const MAX_FIELDS = 20_000;
/** Signatures judged in one file, each over up to the whole of it, and updates compared. */
export const MAX_SIGNATURES = 32;
export const MAX_UPDATES = 64;
export const MAX_CANDIDATES = 8;
export const MAX_CMS_BYTES = 4 * 1024 * 1024;
export const MAX_DER_NODES = 500_000;
export const MAX_CERTIFICATES = 32;
export const MAX_SIGNERS = 16;
export const MAX_CHAIN = 8;
