import { expect, it } from 'vitest';
import { PLACES, placesOf } from '../../../renderer/app/places';
import { HOMES } from '../../../renderer/features/home/homes';

it.each(['maintainer', 'manager', 'inspector'] as const)(
  'a %s has their home first and every page of the program once',
  (role) => {
    const paths = placesOf(role).map((place) => place?.path ?? null);
    expect(paths[0]).toBe(HOMES[role]);
    expect([...paths].sort()).toEqual(PLACES.map((place) => place?.path ?? null).sort());
    expect(new Set(paths.filter((path) => path !== null)).size).toBe(PLACES.filter((place) => place !== null).length);
  },
);
