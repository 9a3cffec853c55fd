import { toCivilDate } from '../../calendar/civil-date';
import { SURNAMES } from '../places';
import type { Random } from '../random';
import type { Person } from './kinds';

const GIVEN =
  '伟强军勇杰涛明超平刚波辉林斌鹏宇浩凯健俊飞龙峰磊洋志文建国华兵成亮松彬川东海江山石春秋雨晨阳光荣庆福禄寿康宁安和正义信诚';
const PER_NAMESAKE = 150;
/** So far apart in the order of hiring that no depot has both. */
const APART = 40;
const CERTIFICATE_YEARS = 4;

export interface Hiring {
  readonly hire: (firm: string) => Person;
  /** Names that two people have. */
  readonly namesakes: ReadonlySet<string>;
}

/** Takes people on one after another; every 150th has the name of somebody of another firm. */
export function hiring(firstDay: number, asOfDay: number, random: Random): Hiring {
  const hired: Person[] = [];
  const namesakes = new Set<string>();
  const nameFor = (firm: string): string => {
    const nth = hired.length;
    const other =
      nth % PER_NAMESAKE === PER_NAMESAKE - 1
        ? hired.slice(0, nth - APART).findLast((one) => one.firm !== firm && !namesakes.has(one.name))
        : undefined;
    if (other === undefined) return nameNo(nth);
    namesakes.add(other.name);
    return other.name;
  };
  const hire = (firm: string): Person => {
    const until = asOfDay + random.whole(20, CERTIFICATE_YEARS * 365);
    const person = {
      name: nameFor(firm),
      certificateNo: `T3301${String(100_000 + hired.length * 17)}`,
      validUntil: toCivilDate(until),
      firm,
      from: toCivilDate(firstDay - random.whole(30, 2000)),
    };
    hired.push(person);
    return person;
  };
  return { hire, namesakes };
}

/** Coprime to the number of names, so that every name comes once before any comes twice. */
const STRIDE = 48_271;

function nameNo(nth: number): string {
  const place = (nth * STRIDE) % (SURNAMES.length * GIVEN.length * GIVEN.length);
  const pair = Math.floor(place / SURNAMES.length);
  const [first, second] = [Math.floor(pair / GIVEN.length), pair % GIVEN.length];
  return `${SURNAMES[place % SURNAMES.length]!}${GIVEN[first]!}${first === second ? '' : GIVEN[second]!}`;
}
