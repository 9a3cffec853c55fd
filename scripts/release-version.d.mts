export function releaseFaults(tag: string, packageText: string, changelogText: string): string[];
