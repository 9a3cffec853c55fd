import { describe, expect, it } from 'vitest';
import { placeInEnglish, stopsInEnglish } from '../../../domain/elevator/words-in-english';

describe('particulars as an English reader sees them', () => {
  it.each([
    ['住宅', 'Residential'],
    ['车站', 'Station'],
    ['翠柏苑会所', '翠柏苑会所'],
    ['constructor', 'constructor'],
  ])('the place %s reads %s', (place, words) => {
    expect(placeInEnglish(place)).toBe(words);
  });

  it.each([
    ['24层24站24门', '24 floors, 24 stops, 24 doors'],
    ['1层2站', '1 floor, 2 stops'],
    ['-1至24层', '-1至24层'],
    ['24/24', '24/24'],
  ])('the stops %s read %s', (stops, words) => {
    expect(stopsInEnglish(stops)).toBe(words);
  });
});
