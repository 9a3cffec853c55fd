export const LAYS_OUT: readonly string[];
export const JUDGES: readonly string[];
export function composerFiles(read?: (file: string) => string): string[];
export function roleOf(file: string): 'lays-out' | 'judges' | null;
export function layoutId(read?: (file: string) => string): string;
