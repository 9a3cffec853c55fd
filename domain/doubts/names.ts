/** A name or certificate number as it is compared: without blanks, full-width signs made plain, capitals alike. */
export function nameKey(name: string): string {
  return /^[\p{Script=Han}]+$/u.test(name) ? name : name.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase();
}

const BUILDING =
  /(?<=.)(?:第?(?:\d{1,4}|[A-Z]{1,2}|[一二三四五六七八九十]{1,3})(?:幢|栋|棟|号楼|號樓|座|单元|單元|#楼)|(?:BLOCK|BUILDING|TOWER)\b).*$/u;

/**
 * The place at which somebody stands, out of an address: the buildings and units of one estate are one place. Null where
 * nothing is written.
 */
export function siteKey(address: string | undefined): string | null {
  if (address === undefined) return null;
  const bare = address
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s,，。.]+/g, '');
  return bare === '' ? null : bare.replace(BUILDING, '');
}

/** The same as it is written, without the building that the address may go on with. */
export function siteName(address = ''): string {
  const key = siteKey(address);
  const signs = Array.from(address);
  const length = signs.findIndex((_, index) => siteKey(signs.slice(0, index + 1).join('')) === key);
  return signs
    .slice(0, length + 1)
    .join('')
    .trim();
}
