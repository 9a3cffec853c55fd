import { civilPartsOf, toCivilDate } from '../calendar/civil-date';
import type { Elevator, RegistrationNo } from '../elevator/elevator';
import type { Conduct } from './conduct';
import {
  crewOf,
  DISTRICTS,
  MAINTAINERS,
  MANUFACTURERS,
  PROPERTY_MANAGERS,
  SITE_KINDS,
  SITE_NAMES,
  type SiteKind,
} from './places';
import type { Random } from './random';

export interface Site {
  readonly kind: SiteKind;
  readonly name: string;
  readonly district: string;
  readonly address: string;
  readonly propertyManager: string;
  readonly maintainer: string;
  readonly crew: readonly string[];
  readonly safetyManager: string;
  /** Year in which the site was built and its elevators accepted. */
  readonly builtIn: number;
  readonly elevators: number;
}

const OLDEST_YEARS = 26;

/** Sites in sequence until they hold `count` elevators. */
export function sampleSites(count: number, asOfDay: number, random: Random, managers: readonly string[]): Site[] {
  const sites: Site[] = [];
  for (let placed = 0; placed < count;) {
    const kind = sites.length % 3 === 0 ? SITE_KINDS[0]! : random.pick(SITE_KINDS);
    const elevators = Math.min(count - placed, random.whole(4, kind.place === '住宅' ? 16 : 9));
    const district = random.pick(DISTRICTS);
    const base = SITE_NAMES[sites.length % SITE_NAMES.length]!;
    const phase = Math.floor(sites.length / SITE_NAMES.length);
    const name = `${base}${random.pick(kind.suffixes)}${phase === 0 ? '' : `${phase + 1}期`}`;
    sites.push({
      kind,
      name,
      district: district.name,
      address: `${random.pick(district.streets)}${random.whole(1, 999)}号${name}`,
      propertyManager: random.pick(PROPERTY_MANAGERS),
      maintainer: random.pick(MAINTAINERS),
      crew: crewOf(sites.length),
      safetyManager: random.pick(managers),
      builtIn: civilPartsOf(asOfDay).year - random.whole(3, OLDEST_YEARS),
      elevators,
    });
    placed += elevators;
  }
  return sites;
}

export interface ServiceDays {
  readonly acceptedDay: number;
  readonly inServiceDay: number;
  /** Day on which the records that were handed over begin; null = from the start of service. */
  readonly recordsFromDay: number | null;
}

export interface Place {
  readonly site: Site;
  /** Counts the elevators of the fleet from 0. */
  readonly index: number;
  /** Counts the elevators of the site from 0. */
  readonly onSite: number;
  readonly conduct: Conduct;
}

/** First two digits behind 梯 by category of the catalogue: traction and positive drive, hydraulic, escalators, others. */
const CERTIFICATE_CLASS: Readonly<Record<string, string>> = { '31': '11', '32': '12', '33': '13', '34': '14' };

export function sampleElevator({ site, index, onSite }: Place, days: ServiceDays, random: Random): Elevator {
  const kind = random.pick(site.kind.kinds);
  const accepted = civilPartsOf(days.acceptedDay).year;
  const maker = random.pick(MANUFACTURERS);
  const number = String(10_001 + index * 7).padStart(5, '0');
  const inService = civilPartsOf(days.inServiceDay).year;
  return {
    registrationNo:
      `梯${CERTIFICATE_CLASS[kind.slice(0, 2)]}浙A${number}(${String(inService % 100).padStart(2, '0')})` as RegistrationNo,
    deviceCode: `${kind}10101${accepted}${String(index + 1).padStart(5, '0')}`,
    rescueCode: String(330_001 + index * 13),
    kind,
    address: site.address,
    district: site.district,
    internalNo: internalNoOf(site, onSite),
    place: site.kind.place,
    userUnit: site.kind.userUnit(site.name),
    propertyManager: site.propertyManager,
    maintainer: site.maintainer,
    manufacturer: maker.name,
    model: random.pick(maker.models),
    serialNo: `E${accepted}${String(index + 1).padStart(4, '0')}`,
    acceptedOn: toCivilDate(days.acceptedDay),
    inServiceOn: toCivilDate(days.inServiceDay),
    ...(days.recordsFromDay === null ? {} : { recordsFrom: toCivilDate(days.recordsFromDay) }),
    ...sizeOf(kind, random),
    regime: 'standard',
    sample: true,
  };
}

function internalNoOf(site: Site, onSite: number): string {
  if (site.kind.numbering === 'number') return `${onSite + 1}#`;
  return `${Math.floor(onSite / 2) + 1}幢${onSite % 2 === 0 ? 'A' : 'B'}梯`;
}

function sizeOf(kind: string, random: Random): Pick<Elevator, 'loadKg' | 'speedMps' | 'stops'> {
  if (kind.startsWith('33')) return { speedMps: random.pick([0.5, 0.5, 0.65]) };
  if (kind === '3430') return { loadKg: random.pick([200, 300]), speedMps: 0.4, stops: '3层3站3门' };
  const floors = kind.startsWith('32') || kind === '3120' || kind === '3130' ? random.whole(3, 6) : random.whole(6, 32);
  const stops = `${floors}层${floors}站${floors}门`;
  if (kind === '3120' || kind === '3130' || kind.startsWith('32'))
    return { loadKg: random.pick([2000, 3000, 5000]), speedMps: random.pick([0.25, 0.5]), stops };
  const speedMps = floors > 24 ? 2.5 : floors > 15 ? 1.75 : 1;
  return { loadKg: random.pick([800, 1000, 1050, 1350]), speedMps, stops };
}
