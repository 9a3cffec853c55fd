import { createHash, X509Certificate } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrustedCertificate } from '../../domain/bridge/verify-replies';
import { ensureFolder, flushFolder, writeFileAtomic } from '../fs/files';
import { hasStrongKey, readCertificate, type Certificate } from './certificate';
import { keyKindOf } from './key-kind';

export type AddedToTrust =
  | { readonly ok: true; readonly certificate: TrustedCertificate }
  /** `reason`: not one PEM certificate, one that cannot be read, a key too weak to vouch for anything, or of a kind not judged here. */
  | {
      readonly ok: false;
      readonly code: 'certificate-unreadable';
      readonly reason: 'not-one-certificate' | 'unreadable' | 'weak-key' | 'unjudged-key';
    };

/** The certificates that this machine trusts: one PEM file each, named by its SHA-256. */
export interface TrustStore {
  /** By subject, then fingerprint. */
  list(): Promise<TrustedCertificate[]>;
  add(pem: string): Promise<AddedToTrust>;
  /** A certificate that is not there is as good as removed. */
  remove(fingerprint: string): Promise<void>;
  /** What `verifyPdf` takes as its trust list: DER. */
  certificates(): Promise<Uint8Array[]>;
}

const FILE = /^([0-9a-f]{64})\.pem$/;
const FINGERPRINT = /^[0-9a-f]{64}$/;
const MAX_PEM_CHARACTERS = 64 * 1024;

/**
 * Files that are no certificate, or not the one their name says, are left out by `list` and `certificates` alike: trust
 * that cannot be read is no trust, and must not keep the rest from being used.
 */
export function openTrustStore(folder: string): TrustStore {
  const all = async (): Promise<Certificate[]> => {
    const names = (await namesIn(folder)).filter((name) => FILE.test(name)).sort();
    const read = await Promise.all(names.map((name) => readTrusted(folder, name)));
    return read.filter((certificate) => certificate !== null);
  };
  return {
    list: async () => (await all()).map(shown).sort(bySubject),
    add: async (pem) => {
      const certificate = certificateIn(pem);
      if (typeof certificate === 'string') return { ok: false, code: 'certificate-unreadable', reason: certificate };
      const info = shown(certificate);
      await ensureFolder(folder);
      await writeFileAtomic(join(folder, `${info.fingerprint}.pem`), certificate.x509.toString());
      return { ok: true, certificate: info };
    },
    remove: async (fingerprint) => {
      if (!FINGERPRINT.test(fingerprint)) return;
      await ensureFolder(folder);
      await rm(join(folder, `${fingerprint}.pem`), { force: true });
      await flushFolder(folder);
    },
    certificates: async () => (await all()).map(({ raw }) => raw),
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function readTrusted(folder: string, name: string): Promise<Certificate | null> {
  const certificate = certificateIn(await readFile(join(folder, name), 'utf8'));
  return typeof certificate !== 'string' && `${sha256(certificate)}.pem` === name ? certificate : null;
}

function sha256({ raw }: Certificate): string {
  return createHash('sha256').update(raw).digest('hex');
}

/** The one certificate of a PEM text, or why there is none. */
export function certificateIn(
  pem: string,
): Certificate | 'not-one-certificate' | 'unreadable' | 'weak-key' | 'unjudged-key' {
  const marks = pem.length > MAX_PEM_CHARACTERS ? 0 : pem.split('-----BEGIN CERTIFICATE-----').length - 1;
  if (marks !== 1 || pem.includes('PRIVATE KEY-----')) return 'not-one-certificate';
  try {
    const certificate = readCertificate(new X509Certificate(pem).raw);
    if (hasStrongKey(certificate)) return certificate;
    return keyKindOf(certificate).type === 'unjudged' ? 'unjudged-key' : 'weak-key';
  } catch {
    return 'unreadable';
  }
}

function shown(certificate: Certificate): TrustedCertificate {
  const { organisation, x509, notBefore, notAfter } = certificate;
  return {
    fingerprint: sha256(certificate),
    subject: organisation === '' ? x509.subject : organisation,
    notBefore: new Date(notBefore).toISOString(),
    notAfter: new Date(notAfter).toISOString(),
  };
}

function bySubject(a: TrustedCertificate, b: TrustedCertificate): number {
  if (a.subject !== b.subject) return a.subject < b.subject ? -1 : 1;
  return a.fingerprint < b.fingerprint ? -1 : 1;
}
