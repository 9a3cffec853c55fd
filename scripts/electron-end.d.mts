type End = { readonly crashed: string } | { readonly crashed: null; readonly code: number };
interface Looks {
  readonly readText?: (file: string) => string | null;
  readonly permissionsOf?: (file: string) => { readonly uid: number; readonly mode: number } | null;
}
export function endOf(code: number | null, signal: string | null): End;
export function sandboxLacks(binary: string, looks?: Looks): string[];
