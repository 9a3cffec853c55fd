import { expect, it } from 'vitest';
import { packLate } from '../../../domain/headline/packed-late';
import { composePaper } from '../../../domain/report/compose-paper';
import type { Block } from '../../../domain/report/model';
import { lateVisitsOf } from '../../../domain/report/strip';
import { toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { hazardEvidence } from '../../support/hazard-story';
import { lateEvidence } from '../../support/late-evidence';

function blocksOf(evidence: Parameters<typeof composePaper>[0]): readonly Block[] {
  return composePaper(evidence).blocks;
}

it.each([
  ['zh-CN', '；其中补录1次'],
  ['en', '; 1 of them entered late'],
] as const)('the strip of a report in %s marks a visit that was entered late, and reads it aloud', (locale, words) => {
  const strip = blocksOf(lateEvidence({ locale })).find((block) => block.kind === 'strip')!;
  expect(lateVisitsOf(strip.strip)).toEqual([[toEpochDay('2026-10-13' as CivilDate), 38]]);
  expect(strip.alt).toContain(words);
});

it('what the fleet keeps of an elevator has the days of its late visits', () => {
  const { dossier } = lateEvidence();
  const late = packLate(dossier, { lateDays: 3, origin: 'journal' });
  expect(late?.visitDays).toEqual([[toEpochDay('2026-10-13' as CivilDate), 38]]);
});

it('the report of an old elevator says of a call-out that it was entered late', () => {
  const callouts = [
    { kind: 'entrapment', reportedAt: '2026-09-15T08:10', arrivedAt: '2026-09-15T08:40', cause: 'door-system' },
    { kind: 'fault', reportedAt: '2026-11-19T19:20', cause: 'external' },
  ];
  const said = JSON.stringify(blocksOf(hazardEvidence({ kind: 'old-elevator', callouts })));
  expect(said).toContain('其中1次故障或困人是补录的');
  expect(said).toContain('2026-09-15 08:10 补录，迟 66 天');
});
