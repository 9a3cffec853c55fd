/**
 * Who may import whom. A file belongs to the room with the longest matching path; it may import files of its own room
 * and of the rooms listed here. `packages` names the only homes of a package; packages not listed are free.
 */
const BELOW = {
  calendar: ['domain/calendar'],
  records: [
    'domain/calendar',
    'domain/elevator',
    'domain/visit',
    'domain/inspection',
    'domain/callout',
    'domain/hazard',
    'domain/assessment',
    'domain/insurance',
    'domain/record/record-id',
  ],
};
const LAW = [...BELOW.records, 'domain/record', 'domain/pack'];
const JUDGEMENT = [
  ...LAW,
  'domain/service-clock',
  'domain/counting',
  'domain/audit',
  'domain/explain',
  'domain/response',
  'domain/risk',
  'domain/headline',
  'domain/terms',
];
const DOMAIN = [...JUDGEMENT, 'domain/report', 'domain/sample', 'domain/bridge'];

const ENGINE_ROOMS = [
  'electron/journal',
  'electron/import',
  'electron/packs',
  'electron/pdf',
  'electron/signing',
  'electron/verify',
  'electron/fs',
  'electron/log',
];

export const ROOMS = {
  'domain/calendar': [],
  'domain/elevator': BELOW.records,
  'domain/visit': BELOW.records,
  'domain/inspection': BELOW.records,
  'domain/callout': BELOW.records,
  'domain/hazard': BELOW.records,
  'domain/assessment': BELOW.records,
  'domain/insurance': BELOW.records,
  'domain/record/record-id': [],
  'domain/record': LAW,
  'domain/pack': LAW,
  'domain/response': LAW,
  'domain/service-clock': LAW,
  'domain/counting': [...LAW, 'domain/service-clock'],
  'domain/audit': [...LAW, 'domain/service-clock', 'domain/counting'],
  'domain/risk': [...LAW, 'domain/service-clock', 'domain/counting', 'domain/audit', 'domain/response'],
  'domain/headline': [
    ...LAW,
    'domain/service-clock',
    'domain/counting',
    'domain/audit',
    'domain/response',
    'domain/risk',
  ],
  'domain/terms': [...LAW, 'domain/audit', 'domain/headline'],
  'domain/explain': [...LAW, 'domain/service-clock', 'domain/counting', 'domain/audit', 'domain/terms'],
  'domain/report': JUDGEMENT,
  'domain/sample': [...JUDGEMENT, 'domain/report'],
  'domain/bridge': [...JUDGEMENT, 'domain/report'],

  'electron/fs': DOMAIN,
  'electron/pades': [],
  'electron/log': [],
  'electron/journal': [...DOMAIN, 'electron/fs'],
  'electron/packs': [...DOMAIN, 'electron/fs'],
  'electron/import': [...DOMAIN, 'electron/fs'],
  'electron/pdf': [...DOMAIN, 'electron/pades', 'electron/fs'],
  'electron/signing': [...DOMAIN, 'electron/pades', 'electron/fs'],
  'electron/verify': [...DOMAIN, 'electron/pades', 'electron/pdf', 'electron/packs', 'electron/fs'],
  'electron/workers': [...DOMAIN, 'electron/import', 'electron/pdf'],
  'electron/pages': ['electron/fs'],
  'electron/handlers': [...DOMAIN, ...ENGINE_ROOMS],
  'electron/cli': [
    ...DOMAIN,
    ...ENGINE_ROOMS,
    'electron/handlers/evidence',
    'electron/handlers/installed-paths',
    'electron/handlers/local-time',
    'electron/handlers/program-version',
  ],
  'electron/main': [
    ...DOMAIN,
    'electron/handlers',
    'electron/pages',
    'electron/log',
    'electron/fs',
    'electron/cli/run-command-line',
    'electron/cli/usage',
  ],
  'electron/loopback': [...DOMAIN, 'electron/handlers', 'electron/pages', 'electron/log'],
  'electron/preload': ['domain/bridge/channels'],

  'renderer/i18n': DOMAIN,
  'renderer/components': [...DOMAIN, 'renderer/i18n'],
  'renderer/bridge/frames': DOMAIN,
  'renderer/bridge': [...DOMAIN, 'renderer/bridge/frames'],
  'renderer/data': [...DOMAIN, 'renderer/bridge', 'renderer/workers'],
  'renderer/workers': [...DOMAIN, 'renderer/data', 'renderer/bridge/frames'],
  'renderer/state': [...DOMAIN, 'renderer/bridge', 'renderer/data', 'renderer/i18n', 'renderer/components'],
  'renderer/pages': [
    ...DOMAIN,
    'renderer/state',
    'renderer/components',
    'renderer/data',
    'renderer/bridge',
    'renderer/i18n',
  ],
  'renderer/app': [
    ...DOMAIN,
    'renderer/state',
    'renderer/pages',
    'renderer/components',
    'renderer/data',
    'renderer/bridge',
    'renderer/i18n',
  ],
};

/** Every page is a room of its own: a page does not import a page. */
export const ROOM_FAMILIES = ['renderer/pages'];

export const PACKAGE_HOMES = {
  electron: ['electron/main', 'electron/preload'],
  pdfkit: ['electron/pdf'],
  fontkit: ['electron/pdf'],
  qrcode: ['electron/pdf'],
  pkijs: ['electron/signing', 'electron/verify'],
  asn1js: ['electron/signing', 'electron/verify'],
  'node-forge': ['electron/signing'],
  dexie: ['renderer/data'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  ajv: ['electron/packs'],
  'jsonc-parser': ['electron/packs'],
  'csv-parse': ['electron/import'],
  'read-excel-file': ['electron/import'],
  yauzl: ['electron/import'],
  'iconv-lite': ['electron/import'],
};
