/** A photo that the records name. `usable` = a paper can show it; any other is listed by its hash. */
export interface PhotoFacts {
  /** Hex. */
  readonly sha256: string;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | null;
  readonly bytes: number;
  /** Pixels as shown upright; 0 where it could not be read. */
  readonly width: number;
  readonly height: number;
  readonly usable: boolean;
  /** SHA-256 of its pixels as they are shown, three bytes each: a PNG does not stand in a paper as it is. */
  readonly pixels?: string;
}
