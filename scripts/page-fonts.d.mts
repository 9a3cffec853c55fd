export function ownCharacters(): Set<string>;
