import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Pdf } from './surface';
import { internals } from './document';

interface Attachment {
  /** By which the tree of embedded files is ordered. */
  readonly key: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly date: Date;
  readonly description: string;
}

/** Embeds the evidence as an associated file. */
export function attachEvidence(pdf: Pdf, name: string, json: Uint8Array, date: Date): void {
  const description = 'Records from which every finding is computed';
  attach(pdf, { key: name, name, bytes: json, date, description }, 'application#2Fjson', 'Data');
}

/** Embeds a signed paper as it is. */
export function attachPaper(pdf: Pdf, attachment: Attachment): void {
  attach(pdf, attachment, 'application#2Fpdf', 'Supplement');
}

/**
 * An associated file (ISO 19005-3, 6.8: AFRelationship, F and UF, MIME type). Own code because `doc.file()` writes the
 * checksum as text and computes MD5 in JavaScript. Level 1: four times faster than the default for 4 % more bytes.
 */
function attach(
  pdf: Pdf,
  { key, name, bytes, date, description }: Attachment,
  mediaType: string,
  relationship: 'Data' | 'Supplement',
): void {
  const inner = internals(pdf);
  const stream = inner.ref({
    Type: 'EmbeddedFile',
    Subtype: mediaType,
    Filter: 'FlateDecode',
    Params: {
      Size: bytes.length,
      CheckSum: new Uint8Array(createHash('md5').update(bytes).digest()),
      CreationDate: date,
      ModDate: date,
    },
  });
  stream.end(deflateSync(bytes, { level: 1 }));
  const fileSpec = inner.ref({
    Type: 'Filespec',
    AFRelationship: relationship,
    F: new String(name),
    UF: new String(name),
    EF: { F: stream, UF: stream },
    Desc: new String(description),
  });
  fileSpec.end();
  inner.addNamedEmbeddedFile(key, fileSpec);
  inner._root.data['AF'] = [...((inner._root.data['AF'] as unknown[] | undefined) ?? []), fileSpec];
}
