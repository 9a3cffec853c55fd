/** `2026-11-23T14:00:38Z` as `2026-11-23 14:00:38 UTC`: the zone stays, since the file names no other. */
export function showInstant(instant: string | null): string {
  return instant?.replace('T', ' ').replace(/Z$/, ' UTC') ?? '—';
}
