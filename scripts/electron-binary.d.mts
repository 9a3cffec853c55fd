interface Fetching {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly now?: number;
  readonly say?: (text: string) => unknown;
}
export function electronBinary(root: string, env?: Readonly<Record<string, string | undefined>>): string | null;
export function fetchElectron(root: string, fetching?: Fetching): { readonly binary?: string; readonly why?: string };
