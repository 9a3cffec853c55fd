export function layoutId(): string;
