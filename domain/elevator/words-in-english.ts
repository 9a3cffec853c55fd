/** What registers write for the place of an elevator, by the words they use most. */
const PLACES: Readonly<Record<string, string>> = {
  住宅: 'Residential',
  住宅小区: 'Residential estate',
  办公: 'Office',
  办公楼: 'Office building',
  写字楼: 'Office building',
  商场: 'Shopping centre',
  商业: 'Retail',
  超市: 'Supermarket',
  酒店: 'Hotel',
  宾馆: 'Hotel',
  医院: 'Hospital',
  学校: 'School',
  车站: 'Station',
  地铁站: 'Metro station',
  机场: 'Airport',
  工厂: 'Factory',
  厂房: 'Factory',
  仓库: 'Warehouse',
};
const STOPS = /^(\d+)层(\d+)站(?:(\d+)门)?$/;

/** The place in English where its word is a common one; else as registered. */
export function placeInEnglish(place: string): string {
  return Object.hasOwn(PLACES, place) ? PLACES[place]! : place; // hasOwn saw it
}

/** `24层24站24门` in English; other ways of writing it stand as registered. */
export function stopsInEnglish(stops: string): string {
  const [, floors, landings, doors] = STOPS.exec(stops) ?? [];
  if (floors === undefined || landings === undefined) return stops;
  const counted = (count: string, word: string): string => `${count} ${word}${count === '1' ? '' : 's'}`;
  return [
    counted(floors, 'floor'),
    counted(landings, 'stop'),
    ...(doors === undefined ? [] : [counted(doors, 'door')]),
  ].join(', ');
}
