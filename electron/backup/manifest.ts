import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../../domain/record/canonical-json';
import { isSignedByFeed, type FeedKey } from '../journal/feed-key';
import { BackupFault } from './backup-fault';

export const MANIFEST_FILE = 'manifest.json';
const FORMAT = 'elevator-audit-backup';
const MOST_FILES = 2_000_000;

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
/** Below the backup: no part may lead out of it, on any system. */
export const pathInBackup = z
  .string()
  .min(1)
  .max(400)
  .refine((text) =>
    text.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\0]/.test(part)),
  );

const contentSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  /** ISO 8601 with offset. */
  madeAt: z.string().max(40),
  program: z.string().max(80),
  feed: hex64,
  head: z.strictObject({ seq: z.int().min(0), hash: hex64 }),
  files: z.array(z.strictObject({ path: pathInBackup, bytes: z.int().min(0), sha256: hex64 })).max(MOST_FILES),
});
const manifestSchema = z.strictObject({ ...contentSchema.shape, signature: z.string().regex(/^[0-9a-f]{128}$/) });

export type BackupContent = z.infer<typeof contentSchema>;
export type BackedUpFile = BackupContent['files'][number];

/** The text of the manifest, signed by the feed whose journal it holds. */
export function manifestText(content: Omit<BackupContent, 'format' | 'version'>, key: FeedKey): string {
  const whole = { format: FORMAT, version: 1, ...content };
  return `${canonicalJson({ ...whole, signature: key.sign(canonicalJson(whole)) })}\n`;
}

/** What a backup says it holds. Throws BackupFault not-a-backup or not-signed. */
export async function readManifest(folder: string): Promise<BackupContent> {
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch(() => '');
  const read = manifestSchema.safeParse(jsonOf(text));
  if (!read.success) throw new BackupFault('not-a-backup', folder);
  const { signature, ...content } = read.data;
  if (!isSignedByFeed(content.feed, canonicalJson(content), signature))
    throw new BackupFault('not-signed', MANIFEST_FILE);
  return content;
}

/** Whether a folder is itself a backup, which is restored and not written on. */
export async function isBackup(folder: string): Promise<boolean> {
  return readManifest(folder).then(
    () => true,
    () => false,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
