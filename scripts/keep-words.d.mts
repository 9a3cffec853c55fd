export function composerSource(): Promise<string>;
export function keepWords(folder?: string): Promise<string>;
