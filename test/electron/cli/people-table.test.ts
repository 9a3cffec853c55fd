import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { PERSON_FIELDS, type Person } from '../../../domain/roster/person';
import { readPeople } from '../../../electron/cli/beside-tables';
import { PEOPLE_COLUMNS } from '../../../electron/import/roster-columns';
import en from '../../../renderer/i18n/en/roster.json';
import zh from '../../../renderer/i18n/zh-CN/roster.json';

const PERSON: Required<Person> = {
  name: '样一',
  firm: '样例维保',
  certificateKind: '电梯修理',
  certificateNo: 'T0001',
  validFrom: '2023-04-01' as CivilDate,
  validUntil: '2027-03-31' as CivilDate,
  from: '2020-01-01' as CivilDate,
  to: '2026-06-30' as CivilDate,
  phone: '0571-0000',
  note: '样例',
};

const read = (header: readonly string[]) => {
  const text = `${header.join(',')}\n${PERSON_FIELDS.map((field) => PERSON[field]).join(',')}\n`;
  return readPeople([{ name: 'people.csv', bytes: new TextEncoder().encode(text) }], 'zh-CN');
};

describe('a table of people', () => {
  it.each([
    ['the page of people in Chinese', PERSON_FIELDS.map((field) => zh.rosterFields[field])],
    ['the page of people in English', PERSON_FIELDS.map((field) => en.rosterFields[field])],
    ['the keys of the format', PEOPLE_COLUMNS.map(({ key }) => key)],
    ['the official names', PEOPLE_COLUMNS.map(({ names }) => names[0]!)],
  ])('with the headers of %s is read in full', async (_whose, header) => {
    expect(await read(header)).toEqual({ rows: [PERSON], problems: [], whole: false });
  });

  it('no name stands for two columns', () => {
    const names = PEOPLE_COLUMNS.flatMap(({ key, names: known }) => [key, ...known]);
    expect(names).toHaveLength(new Set(names).size);
    expect(names.filter((name) => name !== name.toLowerCase())).toEqual([]);
  });
});
