export interface ShippedLicence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}
export function shippedLicences(): readonly ShippedLicence[];
export function writeNotices(folder: string): void;
