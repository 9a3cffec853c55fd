export function releaseFaults(
  tag: string,
  packageText: string,
  changelogText: string,
  areWordsKept?: boolean,
): string[];
