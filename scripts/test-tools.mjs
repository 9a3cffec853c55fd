// The outside tools that judge what the tests make: a browser, PDF checkers, fonts. Installed on Debian as root,
// named elsewhere.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const TOOLS = [
  { name: 'Chromium', debian: 'chromium', found: () => onPath('chromium') },
  {
    name: 'pdfsig, pdffonts, pdfdetach, pdftotext, pdftoppm (poppler)',
    debian: 'poppler-utils',
    found: () => onPath('pdfsig'),
  },
  { name: 'qpdf', debian: 'qpdf', found: () => onPath('qpdf') },
  { name: 'openssl', debian: 'openssl', found: () => onPath('openssl') },
  { name: 'certutil (NSS)', debian: 'libnss3-tools', found: () => onPath('certutil') },
  { name: 'sqlite3', debian: 'sqlite3', found: () => onPath('sqlite3') },
  { name: 'Noto CJK fonts', debian: 'fonts-noto-cjk', found: () => existsSync('/usr/share/fonts/opentype/noto') },
  { name: 'Java', debian: 'default-jre-headless', found: () => onPath('java') },
  {
    name: 'PDFBox Preflight',
    debian: 'libpdfbox2-java',
    found: () => existsSync('/usr/share/java/preflight.jar'),
  },
  { name: 'JAXB', debian: 'libjaxb-api-java', found: () => existsSync('/usr/share/java/jaxb-api.jar') },
  { name: 'Activation', debian: 'libactivation-java', found: () => existsSync('/usr/share/java/javax.activation.jar') },
];

function onPath(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;
}

function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get');
}

function install(packages) {
  const run = (args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  run(['update', '-qq']);
  run(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/** Exits with a list of what is missing where it cannot be installed. */
export function ensureTestTools() {
  const missing = () => TOOLS.filter(({ found }) => !found());
  const wanted = missing();
  if (wanted.length > 0 && canInstall()) {
    process.stdout.write(`installing from Debian: ${wanted.map(({ debian }) => debian).join(' ')}\n`);
    install(wanted.map(({ debian }) => debian));
  }
  const absent = missing();
  if (absent.length === 0) return;
  for (const { name, debian } of absent)
    process.stderr.write(`missing for the tests: ${name} (Debian package ${debian})\n`);
  process.exit(1);
}
