export function checkedPacks(): Record<string, string>;
