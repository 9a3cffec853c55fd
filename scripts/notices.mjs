// Third-party notices and a CycloneDX list of what a package of the program carries, into `dist/notices`.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shippedPackages } from './shipped-packages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const readJson = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

/** Licence and notice files of a package, as they are. */
function licenceTexts(folder) {
  return readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim());
}

/** Name, version, licence and its texts of everything that a package of the program carries, as the page about it shows them. */
export function shippedLicences() {
  const packages = shippedPackages().map(({ name, version, licence: stated, folder }) => {
    const text = licenceTexts(folder).join('\n\n');
    const licence = stated === 'not stated' && text !== '' ? text.slice(0, text.indexOf('\n')) : stated;
    return { name, version, licence, text };
  });
  const fonts = readJson('resources', 'fonts', 'fonts.json').map(({ name, version, licence, licenceFile }) => ({
    ...{ name, version, licence },
    text: readFileSync(join(root, 'resources', 'fonts', licenceFile), 'utf8').trim(),
  }));
  return [...packages, ...fonts];
}

function noticesText(packages, fonts) {
  const parts = packages.map(({ name, version, licence, folder }) => {
    const texts = licenceTexts(folder);
    return [`${name} ${version} (${licence})`, ...(texts.length > 0 ? texts : ['No licence text in the package.'])];
  });
  const ofFonts = fonts.map(({ name, version, licence, licenceFile }) => [
    `${name} ${version} (${licence})`,
    readFileSync(join(root, 'resources', 'fonts', licenceFile), 'utf8').trim(),
  ]);
  const electron = ['Electron and Chromium', 'See LICENSE.electron.txt and LICENSES.chromium.html beside the program.'];
  const rule = `\n\n${'='.repeat(80)}\n\n`;
  return `${[...parts, ...ofFonts, electron].map((part) => part.join('\n\n')).join(rule)}\n`;
}

function sbom(packages, fonts) {
  const { name, version, license, devDependencies } = readJson('package.json');
  const hashOf = (integrity) => {
    const sha512 = /^sha512-(.+)$/.exec(integrity ?? '')?.[1];
    return sha512 === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }] };
  };
  const purlOf = (of, at) => `pkg:npm/${of.replace('@', '%40')}@${at}`;
  const licencesOf = (expression) => [
    / (OR|AND|WITH) /.test(expression) ? { expression } : { license: { name: expression } },
  ];
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name, version, licenses: licencesOf(license) } },
    components: [
      {
        type: 'framework',
        name: 'electron',
        version: devDependencies.electron,
        purl: purlOf('electron', devDependencies.electron),
      },
      ...packages.map((one) => ({
        type: 'library',
        name: one.name,
        version: one.version,
        purl: purlOf(one.name, one.version),
        licenses: licencesOf(one.licence),
        ...hashOf(one.integrity),
      })),
      ...fonts.map((font) => ({
        type: 'file',
        name: font.file,
        version: font.version,
        licenses: licencesOf(font.licence),
        hashes: [{ alg: 'SHA-256', content: font.sha256 }],
      })),
    ],
  };
}

export function writeNotices(folder) {
  const packages = shippedPackages();
  const fonts = readJson('resources', 'fonts', 'fonts.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), noticesText(packages, fonts));
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(sbom(packages, fonts), null, 2)}\n`);
}
