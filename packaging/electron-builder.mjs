// What electron-builder makes of `out/`. Signing is configured by the environment alone: CSC_LINK and CSC_KEY_PASSWORD
// (macOS, Windows), WIN_CSC_LINK and WIN_CSC_KEY_PASSWORD, APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER for
// notarisation; REQUIRE_SIGNING=1 makes an unsigned package an error.
import { join } from 'node:path';

const given = (name) => (process.env[name] ?? '') !== '';

/** A .deb says who answers for it and where they are found; who builds for themselves gets none with made-up names. */
const DEB = given('PACKAGE_HOMEPAGE') && given('PACKAGE_MAINTAINER');

/** `scripts/package.mjs` writes the notices there before. */
const OUTPUT = process.env.PACKAGE_DIR ?? 'dist';
const NOTICES = join(OUTPUT, 'notices');

/** What installed packages carry beside the code that runs. */
const NOT_RUN = [
  '!**/*.{map,ts,mts,cts,tsx,flow,markdown,tsbuildinfo}',
  '!**/node_modules/**/*.md',
  '!**/node_modules/**/{test,tests,__tests__,example,examples,benchmark,coverage,docs}/**',
  '!**/node_modules/**/{.yarn,.github,.vscode,.idea}/**',
  '!**/node_modules/pdfkit/js/*.{browser,old,standalone}*',
  '!**/node_modules/fontkit/src/**',
  '!**/node_modules/fontkit/dist/browser*',
  '!**/node_modules/{node-forge,pako}/dist/**', // their `lib` is what is imported
  '!**/node_modules/brotli/{compress.js,build/**}', // fontkit opens what is compressed and compresses nothing
  '!**/node_modules/pngjs/browser.js',
  '!**/node_modules/fs-native-extensions/{src,include,*.c,CMakeLists.txt}',
  '!**/node_modules/fs-native-extensions/prebuilds/{android,ios}-*/**',
  '!**/node_modules/fs-native-extensions/prebuilds/**/*.bare',
];

export default {
  appId: 'org.elevator-audit.desktop',
  productName: 'Elevator Audit',
  copyright: 'Elevator Audit contributors, MIT',
  directories: { output: OUTPUT, buildResources: 'packaging/resources' },
  artifactName: '${name}-${version}-${os}-${arch}.${ext}',
  ...(given('PACKAGE_HOMEPAGE') ? { extraMetadata: { homepage: process.env.PACKAGE_HOMEPAGE } } : {}),
  ...(given('ELECTRON_DIST') ? { electronDist: process.env.ELECTRON_DIST } : {}),
  npmRebuild: false, // what is native comes built
  electronLanguages: ['zh-CN', 'zh_CN', 'en-US', 'en'], // macOS names them its own way
  asar: true,
  asarUnpack: ['**/fs-native-extensions/prebuilds/**'], // a system loads libraries from files alone
  files: [
    'out/**',
    '!out/.built',
    'package.json',
    'LICENSE',
    'resources/regulations/**',
    'resources/calendars/*.json',
    'resources/icons/icon.png',
    'resources/fonts/*.{ttf,txt,json}',
    'resources/words/*.json',
    { from: NOTICES, to: '.', filter: ['THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json'] },
    ...NOT_RUN,
  ],
  extraFiles: [{ from: NOTICES, to: '.', filter: ['THIRD-PARTY-NOTICES.txt'] }],
  // docs/decisions/0007: nothing but the program's own archive runs in its executable.
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  },
  forceCodeSigning: process.env.REQUIRE_SIGNING === '1',
  publish: null,
  win: {
    target: [
      { target: 'nsis', arch: ['x64'] },
      { target: 'zip', arch: ['x64'] },
    ],
    icon: 'packaging/resources/icon.ico',
    extraFiles: [{ from: 'packaging/windows/elevator-audit.cmd', to: 'elevator-audit.cmd' }],
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false, // records outlive the program
    installerLanguages: ['zh_CN', 'en_US'],
  },
  mac: {
    target: [{ target: 'dmg', arch: ['arm64', 'x64'] }],
    category: 'public.app-category.business',
    icon: 'packaging/resources/icon.icns',
    hardenedRuntime: true,
    notarize: given('APPLE_API_KEY') || given('APPLE_ID'),
    ...(given('CSC_LINK') || given('CSC_NAME') ? {} : { identity: '-' }),
    fileAssociations: [{ ext: 'pdf', name: 'PDF', role: 'Viewer', rank: 'Alternate' }],
  },
  linux: {
    target: DEB ? ['AppImage', 'deb'] : ['AppImage'],
    category: 'Office',
    icon: 'packaging/resources/icon.png',
    executableName: 'elevator-audit',
    ...(DEB ? { maintainer: process.env.PACKAGE_MAINTAINER } : {}),
    mimeTypes: ['application/pdf'],
    desktop: { entry: { 'Name[zh_CN]': '梯审', 'Comment[zh_CN]': '电梯维保记录、间隔审计与签名报告' } },
  },
};
