import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What Debian calls the package that brings each program. */
const PACKAGES: Readonly<Record<string, string>> = {
  pdfsig: 'poppler-utils',
  pdfdetach: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  qpdf: 'qpdf',
  openssl: 'openssl',
  certutil: 'libnss3-tools',
  java: 'default-jre-headless',
};

const missing = (what: string, from: string): Error =>
  new Error(`${what} is not installed; this test needs it as an outside judge (Debian: ${from})`);

/** Runs an outside judge; a program that is not there fails the test by name, never passes it. */
export function run(program: string, args: readonly string[], cwd?: string): Outcome {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT')
    throw missing(program, PACKAGES[program] ?? program);
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

/** Standard output of a program that must succeed. */
export function runOk(program: string, args: readonly string[], cwd?: string): string {
  const { status, stdout, stderr } = run(program, args, cwd);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}${stdout}`);
  return stdout;
}

/** A new NSS database in `folder` that trusts one root, for `pdfsig -nssdir`. */
export function trustingNssDatabase(folder: string, rootPem: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'root.pem'), rootPem);
  runOk('certutil', ['-N', '-d', `sql:${folder}`, '--empty-password']);
  runOk('certutil', ['-A', '-d', `sql:${folder}`, '-n', 'root', '-t', 'C,C,C', '-i', join(folder, 'root.pem')]);
  return folder;
}

export function pdfsig(file: string, nssDatabase: string): string {
  return run('pdfsig', ['-nssdir', `sql:${nssDatabase}`, file]).stdout;
}

const JAR_FOLDER = '/usr/share/java';
const JARS = [
  'preflight',
  'xmpbox',
  'pdfbox2',
  'fontbox2',
  'commons-logging',
  'commons-io',
  'jaxb-api',
  'javax.activation',
] as const;

/** PDFBox Preflight knows PDF/A-1b only; these of its findings are lawful in part 3. */
const LAWFUL_IN_PART_3 = [
  /^1\.2\.9/,
  /^1\.4\.7/,
  /^3\.1\.11.*CIDSet entry is missing/,
  /^7\.11\.2 .*part must be 1/,
] as const;

/** Every finding of PDFBox Preflight, as it says it. */
export function preflightFindings(file: string): string[] {
  const jars = JARS.map((name) => join(JAR_FOLDER, `${name}.jar`));
  const absent = jars.find((jar) => !existsSync(jar));
  if (absent !== undefined) throw missing(absent, 'libpdfbox2-java libjaxb-api-java libactivation-java');
  const { stdout, stderr } = run('java', ['-cp', jars.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', file]);
  const lines = `${stdout}\n${stderr}`.split('\n').map((line) => line.trim());
  return lines.filter((line) => /^\d+\.\d+/.test(line));
}

/** Findings of PDFBox Preflight that PDF/A-3 does not allow either; empty = none. */
export function preflight(file: string): string[] {
  return preflightFindings(file).filter((line) => !LAWFUL_IN_PART_3.some((rule) => rule.test(line)));
}
