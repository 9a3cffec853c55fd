/** The pages of the navigation with their names; null = a line between groups. */
export const PLACES = [
  { path: '/', word: 'nav.fleet' },
  { path: '/visit', word: 'nav.visit' },
  { path: '/hazards', word: 'nav.hazards' },
  { path: '/reports', word: 'nav.reports' },
  { path: '/callouts', word: 'nav.callouts' },
  { path: '/stock', word: 'nav.stock' },
  { path: '/assess', word: 'nav.assess' },
  { path: '/insurance', word: 'nav.insurance' },
  { path: '/notice', word: 'nav.notice' },
  null,
  { path: '/import', word: 'nav.import' },
  { path: '/verify', word: 'nav.verify' },
  null,
  { path: '/compare', word: 'nav.compare' },
  { path: '/packs', word: 'nav.packs' },
  { path: '/settings', word: 'nav.settings' },
] as const;
