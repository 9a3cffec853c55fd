export const MOST_SITES = 1_000;

/** For which elevators the house says that it keeps their inspections here; `recorded` = those with one on record. */
export type InspectionsKept =
  | { readonly for: 'all' }
  | { readonly for: 'recorded' }
  /** Sites as `siteOf` names them. */
  | { readonly for: 'sites'; readonly sites: readonly string[] };
