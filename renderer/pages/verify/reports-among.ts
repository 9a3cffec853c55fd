import { NoZip, pdfsInZip } from './pdfs-in-zip';

/** A bundle from which nothing could be verified: without a report in it, or no whole archive. */
export interface UnreadBundle {
  readonly file: string;
  readonly why: 'none' | 'broken';
}

/** The reports among chosen files: each as it is, those of a bundle in its place. */
export async function reportsAmong(
  chosen: readonly File[],
): Promise<{ readonly files: readonly File[]; readonly unread: readonly UnreadBundle[] }> {
  const files: File[] = [];
  const unread: UnreadBundle[] = [];
  for (const file of chosen) {
    if (!/\.zip$/i.test(file.name)) files.push(file);
    else {
      try {
        const inside = await pdfsInZip(file);
        files.push(...inside);
        if (inside.length === 0) unread.push({ file: file.name, why: 'none' });
      } catch (error) {
        if (!(error instanceof NoZip)) throw error;
        unread.push({ file: file.name, why: 'broken' });
      }
    }
  }
  return { files, unread };
}
