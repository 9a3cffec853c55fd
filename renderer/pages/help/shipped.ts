interface ShippedLicence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Empty where the package carries no text. */
  readonly text: string;
}

/** Written into the build. */
declare const __SHIPPED_LICENCES__: readonly ShippedLicence[];

/** What a package of the program carries of others, by name. */
export const SHIPPED: readonly ShippedLicence[] = __SHIPPED_LICENCES__;
