export { civilDayIn } from '../../domain/calendar/civil-day-in';

/** Where no pack says another. */
export const FALLBACK_ZONE = 'Asia/Shanghai';

/** ISO 8601 with the zone's offset at that instant, to the second. */
export function instantIn(zone: string, instant: Date): string {
  const offset = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')
    ?.value.replace('GMT', '');
  const [sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(offset ?? '')?.slice(1) ?? ['+', '00', '00'];
  const shift = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const local = new Date(instant.getTime() + shift * 60_000).toISOString().slice(0, 19);
  return `${local}${sign!}${hours!}:${minutes!}`;
}
