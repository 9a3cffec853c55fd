import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../../domain/elevator/elevator';
import type { Visit } from '../../../../domain/visit/visit';
import { draftDoubts } from '../../../../renderer/pages/visit/draft-doubts';
import { newDraft, type VisitDraft } from '../../../../renderer/pages/visit/visit-draft';
import { cnPack } from '../../../support/cn-pack';
import { dossierWith } from '../../../support/dossier-with';

const DAY = '2026-11-20' as CivilDate;
const OTHER = '梯11浙A99999(20)' as RegistrationNo;
const dossier = dossierWith({
  elevator: { address: '甲路1号' },
  callouts: [{ kind: 'entrapment', reportedAt: '2026-11-20T14:00', freedAt: '2026-11-20T14:40' }],
});
const elsewhere: Visit = {
  registrationNo: OTHER,
  date: DAY,
  task: 'half-month',
  startedAt: '09:00',
  endedAt: '09:40',
  technicians: ['样一'],
};
const day = { visits: [elsewhere], addresses: new Map([[OTHER, '乙路88号']]) };
const kinds = (part: Partial<VisitDraft>, of = day) =>
  draftDoubts(
    { ...newDraft(dossier.registrationNo, 'half-month', DAY), technicians: ['样一'], ...part },
    of,
    dossier,
    cnPack,
  ).map(({ kind }) => kind);

describe('what a visit asks while it is typed', () => {
  it.each<[Partial<VisitDraft>, readonly string[]]>([
    [{ startedAt: '10:30', endedAt: '11:10' }, []],
    [{ startedAt: '09:41', endedAt: '10:20' }, ['travel']],
    [{ startedAt: '10:30', endedAt: '10:34' }, ['too-short']],
    [{ startedAt: '14:10', endedAt: '14:50' }, ['entrapment']],
    [{ startedAt: '09:41', endedAt: '09:44', technicians: [], typedTechnicians: '样一' }, ['too-short', 'travel']],
  ])('%j asks %j', (part, asked) => {
    expect(kinds(part)).toEqual(asked);
  });

  it('nothing before its times and day are whole, and nothing about others', () => {
    expect(kinds({ startedAt: '09:41', endedAt: '' })).toEqual([]);
    expect(kinds({ startedAt: '09:41', endedAt: '9:4' })).toEqual([]);
    expect(kinds({ startedAt: '09:41', endedAt: '09:43', date: '2026-11' })).toEqual([]);
    const short = { ...elsewhere, endedAt: '09:02' };
    expect(kinds({ startedAt: '10:30', endedAt: '11:10' }, { ...day, visits: [short] })).toEqual([]);
  });

  it('two elevators of one site one after the other ask nothing', () => {
    const there = { visits: [elsewhere], addresses: new Map([[OTHER, '甲路1号']]) };
    expect(kinds({ startedAt: '09:41', endedAt: '10:20' }, there)).toEqual([]);
  });
});
