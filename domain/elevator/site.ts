/** The estate without its street and number, `翠柏路18号翠柏苑` → `翠柏苑`; an address that is no more than that stays whole. */
export function siteOf(address: string): string {
  return address.replace(/^.*?\d+号(?=.{2,})/u, '');
}
