import { civilPartsOf, toEpochDay, type CivilDate } from '../../calendar/civil-date';
import type { Block, Labelled } from '../model';
import type { Elevator } from '../../elevator/elevator';
import { placeInEnglish, stopsInEnglish } from '../../elevator/words-in-english';
import { asksForVisits, versionAt } from '../../pack/rule-pack';
import type { Permission } from '../texts/report-texts';
import type { Subject } from './subject';

/** The particulars of the elevator as registered. */
export function objectBlock(subject: Subject): Block {
  const { texts, evidence, locale } = subject;
  const { value: elevator } = evidence.dossier.elevator;
  const { kind } = evidence.pack;
  const or = (value: string | undefined): string => (value === undefined || value === '' ? texts.notRecorded : value);
  const kindName =
    kind === null
      ? elevator.kind
      : locale === 'en'
        ? `${kind.title.en} (${elevator.kind})`
        : `${kind.title['zh-CN']}（${elevator.kind}）`;
  const rule = evidence.pack.rules.find(asksForVisits);
  const version = rule === undefined ? undefined : versionAt(rule, evidence.asOf);
  // The number of a text that nobody has read is none.
  const limit = version === undefined || version.confidence === 'unverified' ? '' : texts.limit(version.interval);
  const allowsOnDemand = version?.counting.onDemand !== undefined;
  const permission = allowsOnDemand && subject.history.permit !== null ? permissionOf(elevator) : null;
  const inWords = (registered: string | undefined, inEnglish: (text: string) => string): string =>
    registered === undefined ? '' : locale === 'en' ? inEnglish(registered) : registered;
  const rating = [
    elevator.loadKg === undefined ? '' : `${elevator.loadKg} kg`,
    elevator.speedMps === undefined ? '' : `${elevator.speedMps} m/s`,
    inWords(elevator.stops, stopsInEnglish),
  ].filter((part) => part !== '');
  const maker = [elevator.manufacturer, elevator.model].filter((part) => part !== undefined).join(' ');
  const place = [elevator.district, elevator.address, elevator.internalNo]
    .filter((part) => part !== undefined)
    .join('');
  const fact = (label: keyof typeof texts.facts, text: string, bold = false): Labelled => ({
    label: texts.facts[label],
    content: [bold ? { text, bold: true } : { text }],
  });
  const serial = elevator.serialNo === undefined ? [] : [texts.serial(elevator.serialNo)];
  return {
    kind: 'facts',
    labelWidths: locale === 'en' ? [27, 29] : [26.5, 20],
    secondAt: locale === 'en' ? 82.5 : 91.5,
    rows: [
      [fact('registrationNo', elevator.registrationNo, true), fact('kind', kindName)],
      [fact('address', or(place)), fact('place', or(inWords(elevator.place, placeInEnglish)))],
      [fact('deviceCode', or(elevator.deviceCode)), fact('rescueCode', or(elevator.rescueCode))],
      [fact('userUnit', or(elevator.userUnit)), fact('propertyManager', or(elevator.propertyManager))],
      [fact('maintainer', or(elevator.maintainer)), fact('regime', texts.regime(elevator.regime, limit, permission))],
      [
        fact('maker', or([maker, ...serial].filter((part) => part !== '').join(texts.anySeparator))),
        fact('rating', or(rating.join(texts.anySeparator))),
      ],
      [
        fact('accepted', texts.accepted(elevator.acceptedOn, elevator.inServiceOn)),
        fact('age', ageOf(elevator.acceptedOn ?? elevator.inServiceOn, evidence.asOf, subject)),
      ],
    ],
  };
}

function permissionOf({
  regimeAuthority = '',
  regimeDocument = '',
  regimeFrom,
  regimeTo,
}: Elevator): Permission | null {
  if (regimeFrom === undefined || regimeTo === undefined) return null;
  return { authority: regimeAuthority, document: regimeDocument, from: regimeFrom, to: regimeTo };
}

/** Whole years and months from acceptance (or the start of service) to the as-of day. */
function ageOf(since: CivilDate | undefined, asOf: CivilDate, { texts }: Subject): string {
  if (since === undefined || since > asOf) return texts.notRecorded;
  const from = civilPartsOf(toEpochDay(since));
  const to = civilPartsOf(toEpochDay(asOf));
  const months = (to.year - from.year) * 12 + (to.month - from.month) - (to.day < from.day ? 1 : 0);
  return texts.age(Math.floor(months / 12), months % 12);
}
