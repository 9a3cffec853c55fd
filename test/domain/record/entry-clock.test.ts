import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Hazard } from '../../../domain/hazard/hazard';
import { clockMarkedEntries, hasClockMark } from '../../../domain/record/clock-marked';
import type { Dossier } from '../../../domain/record/dossier';
import { NO_HASH, type EntryDraft } from '../../../domain/record/entry';
import { clockDoubtsOf, DOUBTS_LISTED, isBeforePrevious, type EntryStamps } from '../../../domain/record/entry-clock';
import { applyStep, stepsOf } from '../../../domain/record/fold';
import { sealEntry } from '../../../electron/journal/seal-entry';
import { FEED, visitOf } from '../../support/random-entries';

const NOW = '2026-11-23T10:00:00+08:00';
const stamps = (...times: string[]): EntryStamps => ({
  length: times.length,
  instantOf: (seq) => Date.parse(times[seq - 1]!),
  stampOf: (seq) => ({ at: times[seq - 1]!, type: 'visit-logged', subject: '梯1' }),
});

describe('the clock of a journal', () => {
  it('an entry dated before the one before it is told with both times', () => {
    expect(clockDoubtsOf(stamps('2026-11-23T09:00:00+08:00', '2026-11-22T09:00:00+08:00'), NOW)).toEqual({
      count: 1,
      newest: [
        {
          seq: 2,
          type: 'visit-logged',
          subject: '梯1',
          at: '2026-11-22T09:00:00+08:00',
          previousAt: '2026-11-23T09:00:00+08:00',
          marks: ['before-previous'],
        },
      ],
    });
  });

  it.each([
    ['later by the wall clock of its own zone alone', '2026-11-23T09:00:00+08:00', '2026-11-23T02:00:00+01:00', false],
    ['earlier by the wall clock of its own zone alone', '2026-11-23T09:00:00+01:00', '2026-11-23T08:30:00Z', false],
    ['earlier as an instant', '2026-11-23T09:00:00+08:00', '2026-11-23T01:30:00+01:00', true],
    ['of the same second', '2026-11-23T09:00:00+08:00', '2026-11-23T09:00:00+08:00', false],
  ])('%s', (_, previous, at, isBefore) => {
    expect(isBeforePrevious(at, previous)).toBe(isBefore);
  });

  it.each([
    ['later on the same day', '2026-11-23T23:59:59+08:00', 0],
    ['on the next day', '2026-11-24T00:00:00+08:00', 1],
    ['on the next day of its own zone, which is today here', '2026-11-24T00:30:00+09:00', 0],
  ])("against the machine's day: %s", (_, at, count) => {
    expect(clockDoubtsOf(stamps(at), NOW).count).toBe(count);
  });

  it('an entry may be dated after the day of the machine and before the entry before it', () => {
    const { newest } = clockDoubtsOf(stamps('2027-02-01T08:00:00+08:00', '2027-01-01T08:00:00+08:00'), NOW);
    expect(newest.map(({ seq, marks }) => [seq, marks])).toEqual([
      [2, ['before-previous', 'after-today']],
      [1, ['after-today']],
    ]);
  });

  it('all are counted, the newest are listed', () => {
    const { count, newest } = clockDoubtsOf(stamps(...Array.from({ length: 300 }, () => '2027-01-01T08:00:00Z')), NOW);
    expect([count, newest.length, newest[0]?.seq]).toEqual([300, DOUBTS_LISTED, 300]);
  });

  it('a time that is no instant is not doubted', () => {
    expect(clockDoubtsOf(stamps('2026-11-23T09:00:00Z', '', 'gestern'), NOW)).toEqual({ count: 0, newest: [] });
  });
});

describe('records of an entry dated before the one before it', () => {
  const NO = '梯11浙A00001(20)' as RegistrationNo;
  const folded = (times: readonly string[], ...drafts: EntryDraft[]): Dossier => {
    let dossier: Dossier | undefined;
    let previousAt: string | null = null;
    for (const [index, draft] of drafts.entries()) {
      const entry = sealEntry(draft, { feed: FEED, seq: index + 1, at: times[index]!, prev: NO_HASH });
      dossier = applyStep(dossier, NO, stepsOf(entry, previousAt).get(NO)!);
      previousAt = entry.at;
    }
    return dossier!;
  };
  const hazardOn = (registrationNo: RegistrationNo): Hazard => ({
    registrationNo,
    foundOn: '2026-11-23' as CivilDate,
    foundBy: ['张建国'],
    source: 'other',
    component: 'door-lock',
    what: '触点烧蚀',
    responsible: { party: 'maintainer' },
  });
  const draft = (of: Pick<EntryDraft, 'type' | 'body'>): EntryDraft =>
    ({ subject: NO, author: '张建国', ...of }) as EntryDraft;
  const registered = draft({
    type: 'elevator-registered',
    body: { elevator: { registrationNo: NO, kind: '3110', regime: 'standard' } },
  });
  const visited = draft({ type: 'visit-logged', body: { visit: visitOf(NO, 20_700) } });

  it('carry the mark, the others do not', () => {
    const times = ['2026-11-23T09:00:00+08:00', '2026-11-22T09:00:00+08:00', '2026-11-22T09:00:00+08:00'];
    const { elevator, visits } = folded(times, registered, visited, visited);
    expect([elevator, ...visits].map(({ clock }) => clock)).toEqual([undefined, 'before-previous', undefined]);
  });

  it('so do corrections', () => {
    const corrected = draft({
      type: 'elevator-corrected',
      body: { changes: [{ field: 'district', from: null, to: '拱墅区' }], reason: '漏填' },
    });
    const { elevator } = folded(['2026-11-23T09:00:00+08:00', '2026-11-22T09:00:00+08:00'], registered, corrected);
    expect(elevator.clock).toBeUndefined();
    expect(elevator.amendments).toMatchObject([{ clock: 'before-previous' }]);
  });

  it('are told by the numbers of their entries, whatever they made', () => {
    const found = draft({ type: 'hazards-found', body: { hazards: [hazardOn(NO), hazardOn(NO)] } });
    const noted = draft({
      type: 'hazard-advanced',
      body: {
        hazard: `${FEED.slice(0, 8)}/2.1`,
        step: { act: 'note', on: '2026-11-23', by: ['李明'], note: '已订货' },
      },
    } as never);
    const withdrawn = draft({
      type: 'visit-withdrawn',
      body: { corrects: `${FEED.slice(0, 8)}/3`, reason: '误记' },
    } as never);
    const times = ['09', '08', '10', '07', '06', '11'].map((hour) => `2026-11-23T${hour}:00:00+08:00`);
    const dossier = folded(times, registered, found, visited, noted, withdrawn, visited);
    expect(clockMarkedEntries(dossier)).toEqual([2, 4, 5]);
    expect(dossier.visits.map(hasClockMark)).toEqual([true, false]);
    expect(clockMarkedEntries(folded(times.slice(0, 1), registered))).toEqual([]);
  });
});
