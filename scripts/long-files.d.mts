/** Test files of the long form, as paths below the root. */
export function longFiles(): { readonly unit: readonly string[]; readonly endToEnd: readonly string[] };
