import { describe, expect, it } from 'vitest';
import type { DeviceEvent } from '../../../domain/device-event/device-event';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { canonicalJson } from '../../../domain/record/canonical-json';
import type { RecordId } from '../../../domain/record/record-id';
import { judgedEvidence } from '../../../domain/report/audit-evidence';
import { doubtBasis, marksToFind } from '../../../domain/report/doubt-basis';
import { visitsBeside } from '../../../domain/doubts/beside-one';
import type { Evidence } from '../../../domain/report/evidence';
import type { ToldDoubts } from '../../../domain/report/told-doubts';
import { checkEvidence } from '../../../electron/verify/check-evidence';
import { LAYOUT_ID } from '../../../electron/pdf/layout-id';
import { elevator } from '../../support/doubt-tables';
import { chinaPack, makeEvidence } from '../../support/report-evidence';

const signature = { fingerprint: `sha256:${'ca'.repeat(32)}`, claimedTime: '2026-11-23T18:20:45+08:00' };
const packs = [{ pack: chinaPack, sha256: makeEvidence().pack.sha256 }];

function bytesOf(evidence: unknown): Uint8Array {
  return Buffer.from(canonicalJson(evidence), 'utf8');
}

function found(evidence: unknown, known = packs) {
  const { present, verdictReproduced, failures, doubts } = checkEvidence(bytesOf(evidence), known, signature);
  return { present, verdictReproduced, codes: failures.map(({ code }) => code), doubts };
}

/** Visits of one elevator of which the last but one was made while the same people were elsewhere; and that other visit. */
function told(): Evidence & { readonly doubts: ToldDoubts } {
  const { doubts: _, ...own } = makeEvidence({ visits: [visitOn('2026-10-08'), visitOn('2026-10-23')] });
  const other = elevator('梯11浙Z00009(24)', '乙路88号');
  const value = { ...visitOn('2026-10-23'), registrationNo: other.registrationNo, technicians: ['李明', '王五'] };
  const at = '2026-11-20T09:00:00+08:00';
  const recorded = <T>(id: string, of: T) => ({ id: id as RecordId, at, author: '', value: of });
  const others = [{ elevator: recorded('4f1a92c7/5.1', other), visits: [recorded('4f1a92c7/5.2', value)] }];
  const beside = visitsBeside(others, marksToFind(own, chinaPack), own.asOf);
  const doubts = doubtBasis(chinaPack, own.dossier, {
    ...{ searched: { elevators: 2, entries: 12408 }, ways: null, certificates: null, beside },
    entryOf: () => 'ab'.repeat(32),
  });
  return judgedEvidence({ ...own, doubts }) as Evidence & { readonly doubts: ToldDoubts };
}

function visitOn(day: string) {
  const date = day as CivilDate;
  return { date, task: 'half-month' as const, technicians: ['张建国', '李明'], startedAt: '09:00', endedAt: '09:46' };
}

describe('the doubts of a report', () => {
  const whole = told();
  const { doubts } = whole;
  const [first] = doubts.stated;

  it('are the same when they are computed again from its evidence', () => {
    expect(first).toMatchObject({ kind: 'two-places', measure: 46, people: ['李明'] });
    expect(first?.records).toEqual(expect.arrayContaining(['4f1a92c7/5.2']));
    expect(found(whole)).toEqual({
      present: true,
      verdictReproduced: true,
      codes: [],
      doubts: { state: 'same', told: doubts.stated.length },
    });
  });

  it('carry of another elevator only the people that both records name', () => {
    expect(doubts.visits).toHaveLength(1);
    expect(doubts.visits[0]).toMatchObject({ entry: 'ab'.repeat(32), visit: { technicians: ['李明'] } });
    expect(canonicalJson(doubts)).not.toContain('王五');
    expect(doubts.places).toEqual([{ registrationNo: '梯11浙Z00009(24)', address: '乙路88号' }]);
  });

  it.each<[string, Partial<ToldDoubts>, string, string]>([
    ['is not told', { stated: doubts.stated.slice(1) }, 'doubts-missing', 'missing'],
    [
      'is told with another figure',
      { stated: [{ ...first!, measure: 6 }, ...doubts.stated.slice(1)] },
      'doubts-differ',
      'different',
    ],
    [
      'is told as a note',
      { stated: [{ ...first!, level: 'note' }, ...doubts.stated.slice(1)] },
      'doubts-differ',
      'different',
    ],
    ['is told twice', { stated: [first!, ...doubts.stated] }, 'doubts-differ', 'different'],
    ['lost the record of the other elevator', { visits: [] }, 'doubts-differ', 'different'],
    [
      'has the other record moved to the afternoon',
      {
        visits: doubts.visits.map((one) => ({ ...one, visit: { ...one.visit, startedAt: '14:00', endedAt: '14:46' } })),
      },
      'doubts-differ',
      'different',
    ],
    [
      'has the other elevator at the same address',
      { places: doubts.places.map((place) => ({ ...place, address: whole.dossier.elevator.value.address! })) },
      'doubts-differ',
      'different',
    ],
    [
      'is asked by a higher threshold',
      { thresholds: doubts.thresholds.map((one) => (one.id === 'unconfirmed' ? { ...one, threshold: 2 } : one)) },
      'doubts-differ',
      'different',
    ],
    [
      'is said to have been asked of fewer visits',
      { checks: doubts.checks.map((one) => ({ ...one, of: 1 })) },
      'doubts-differ',
      'different',
    ],
  ])('contradict a report in which one %s', (_, change, code, state) => {
    expect(found({ ...whole, doubts: { ...doubts, ...change } })).toMatchObject({
      verdictReproduced: false,
      codes: [code],
      doubts: { state },
    });
  });

  it('are held against the thresholds of the pack, so that higher ones with fewer doubts do not pass', () => {
    const thresholds = doubts.thresholds.map((one) => (one.id === 'two-places' ? { ...one, threshold: 60 } : one));
    const { doubts: _, ...rest } = whole;
    const raised = judgedEvidence({ ...rest, doubts: { ...doubts, thresholds } });
    expect(raised.doubts?.stated.length).toBeLessThan(doubts.stated.length);
    expect(found(raised)).toMatchObject({ verdictReproduced: false, codes: ['doubts-differ'] });
  });

  it('of a second source are computed from the rows that are carried', () => {
    const { registrationNo } = whole.dossier;
    const event = { registrationNo, kind: 'trips', startedAt: '2026-10-23T09:05', endedAt: '2026-10-23T09:40' };
    const value = { ...event, count: 31, source: '终端' } as DeviceEvent;
    const deviceEvents = [{ id: '4f1a92c7/77' as RecordId, at: '2026-11-20T09:00:00+08:00', author: '', value }];
    const { doubts: _, ...rest } = whole;
    const beside = judgedEvidence({ ...rest, dossier: { ...whole.dossier, deviceEvents }, doubts });
    expect(beside.doubts?.stated.find(({ kind }) => kind === 'trips-meanwhile')).toMatchObject({ measure: 31 });
    expect(found(beside).codes).toEqual([]);
    const fewer = deviceEvents.map((one) => ({ ...one, value: { ...value, count: 30 } }));
    for (const changed of [{ ...rest.dossier }, { ...rest.dossier, deviceEvents: fewer }])
      expect(found({ ...beside, dossier: changed }).codes).toEqual(['doubts-differ']);
    const wrong = deviceEvents.map((one) => ({ ...one, value: { ...value, kind: 'dancing' } }));
    expect(found({ ...beside, dossier: { ...rest.dossier, deviceEvents: wrong } }).present).toBe(false);
  });

  it('of a report that is older than a second source are what they were', () => {
    const LATER = ['nobody-seen', 'trips-meanwhile'];
    const believability = chinaPack.believability!.filter(({ id }) => !LATER.includes(id));
    const thresholds = doubts.thresholds.filter(({ id }) => !LATER.includes(id));
    const checks = doubts.checks.filter(({ kind }) => !LATER.includes(kind));
    expect(checks.length).toBe(doubts.checks.length - 2);
    const older = { ...whole, doubts: { ...doubts, thresholds, checks } };
    const known = [{ pack: { ...chinaPack, believability }, sha256: whole.pack.sha256 }];
    expect(found(older, known)).toMatchObject({ codes: [], doubts: { state: 'same' } });
    expect(found(older).codes).toEqual(['doubts-differ']);
  });

  it('may not be left out by a program that tells them', () => {
    const { doubts: _, ...rest } = whole;
    expect(found(rest)).toMatchObject({
      verdictReproduced: false,
      codes: ['doubts-left-out'],
      doubts: { state: 'left-out' },
    });
    expect(found({ ...rest, layout: LAYOUT_ID }, [])).toMatchObject({ codes: ['doubts-left-out'] });
  });

  it('are not missed in a report that was made before they were told', () => {
    const { believability: _, ...earlier } = chinaPack;
    const { doubts: __, ...rest } = whole;
    const known = [{ pack: earlier, sha256: whole.pack.sha256 }];
    expect(found(rest, known)).toEqual({
      present: true,
      verdictReproduced: true,
      codes: [],
      doubts: { state: 'before', told: 0 },
    });
    expect(found(rest, []).doubts).toEqual({ state: 'absent', told: 0 });
  });

  it.each<[string, object]>([
    ['a record of the elevator itself', { places: [{ registrationNo: whole.dossier.registrationNo }] }],
    ['a record of an elevator that is not named', { places: [] }],
    ['a record under a number that another has', { visits: [...doubts.visits, ...doubts.visits] }],
    ['a figure that is none', { left: -1 }],
    ['a member that nobody knows', { more: true }],
    ['another version', { version: 2 }],
  ])('are no evidence with %s among those of others', (_, change) => {
    expect(found({ ...whole, doubts: { ...doubts, ...change } }).present).toBe(false);
  });

  it('are none of a paper of another kind', () => {
    expect(found({ ...whole, kind: 'old-elevator' }).codes).not.toEqual([]);
  });
});
