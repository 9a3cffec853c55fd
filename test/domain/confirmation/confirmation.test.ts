import { describe, expect, it } from 'vitest';
import type { Confirmation } from '../../../domain/confirmation/confirmation';
import { drawnText, MOST_DRAWN, readStrokes, type Stroke } from '../../../domain/confirmation/strokes';
import { keysOfConfirmer, markKey, marksOf } from '../../../domain/doubts/marks';
import type { UnconfirmedQuestion } from '../../../domain/fleet/unconfirmed';
import { packUnconfirmed, unconfirmedIn, unconfirmedVisits } from '../../../domain/fleet/unconfirmed';
import {
  confirmationsByVisit,
  confirmedOf,
  confirmerOf,
  countConfirmed,
  withConfirmers,
  unconfirmedIn as sumUnconfirmed,
} from '../../../domain/record/confirmation-of';
import { confirmationSchema } from '../../../domain/record/confirmation-schema';
import { noRecords, type Dossier, type Recorded } from '../../../domain/record/dossier';
import { erasedMark } from '../../../domain/record/erasure';
import type { RecordId } from '../../../domain/record/record-id';
import type { Visit } from '../../../domain/visit/visit';

const NO = '梯11浙A12056(04)';
const id = (no: number): RecordId => `aaaaaaaa/${no}` as RecordId;
const CONFIRMATION = {
  registrationNo: NO,
  visit: id(2),
  version: id(2),
  hash: 'a'.repeat(64),
  turn: 1,
  act: 'given',
  on: '2026-11-20',
  by: '周敏',
  how: 'later',
} as unknown as Confirmation;

function visit(no: number, date: string, more: Partial<Recorded<Visit>> = {}, confirmedBy?: string): Recorded<Visit> {
  const value = {
    registrationNo: NO,
    date,
    task: 'half-month',
    technicians: ['张建国'],
    confirmedBy,
  } as unknown as Visit;
  return { id: id(no), at: '', author: '', value, ...more };
}

function said(turn: number, more: Partial<Confirmation> = {}): Recorded<Confirmation> {
  return { id: id(100 + turn), at: '', author: '', value: { ...CONFIRMATION, turn, ...more } };
}

const ASKED: Partial<Confirmation> = { act: 'asked' };
const REFUSED: Partial<Confirmation> = { act: 'refused', reason: '当日无人到场', by: '周敏' };
const corrected = { amendments: [{ id: id(9), at: '', author: '', reason: '笔误', changes: [] }] };

describe('how a visit stands with the user unit', () => {
  const plain = visit(2, '2026-11-20');
  const named = visit(2, '2026-11-20', {}, '周敏');

  it.each([
    ['nobody was asked', plain, [], 'none'],
    ['the record names who confirmed it', named, [], 'as-recorded'],
    ['it was asked for', plain, [said(1, ASKED)], 'asked'],
    ['to ask takes nothing from what the record says', named, [said(1, ASKED)], 'as-recorded'],
    ['it was given', plain, [said(1, ASKED), said(2)], 'given'],
    ['to ask again takes nothing from what was given', plain, [said(1), said(2, ASKED)], 'given'],
    ['it was refused', plain, [said(1, REFUSED)], 'refused'],
    ['a refusal outweighs the name in the record', named, [said(1, REFUSED)], 'refused'],
    ['it was asked for again after a refusal', plain, [said(1, REFUSED), said(2, ASKED)], 'asked'],
    ['it was given after a refusal', plain, [said(1, REFUSED), said(2)], 'given'],
    ['it was corrected after it was given', visit(2, '2026-11-20', corrected), [said(1)], 'earlier'],
    [
      'it was asked for again after the correction',
      visit(2, '2026-11-20', corrected),
      [said(1), said(2, ASKED)],
      'asked',
    ],
    [
      'the corrected visit was confirmed',
      visit(2, '2026-11-20', corrected),
      [said(1), said(2, { version: id(9) })],
      'given',
    ],
  ] as const)('%s', (_, record, all, state) => {
    expect(confirmedOf(record, all).state).toBe(state);
  });

  it('who confirmed it is the person of the answer, else the one in the record, and nobody where it was refused', () => {
    expect(confirmerOf(named)).toBe('周敏');
    expect(confirmerOf(named, [said(1, { by: '李群' })])).toBe('李群');
    expect(confirmerOf(named, [said(1, REFUSED)])).toBeUndefined();
    expect(confirmerOf(named, [said(1, ASKED)])).toBe('周敏');
  });

  it('all states of the visits that stand add up to them, and a withdrawn one is none', () => {
    const visits = [plain, visit(3, '2026-11-05', {}, '周敏'), visit(4, '2026-11-01', { withdrawn: true })];
    const counts = countConfirmed(visits, confirmationsByVisit([said(1, REFUSED)]));
    expect(counts).toEqual({ given: 0, 'as-recorded': 1, earlier: 0, refused: 1, asked: 0, none: 0 });
    expect(sumUnconfirmed(counts)).toBe(1);
  });

  it('turns count, whatever the order in which they are held', () => {
    const byVisit = confirmationsByVisit([said(2, REFUSED), said(1)]);
    expect(confirmedOf(plain, byVisit.get(plain.id)).state).toBe('refused');
  });
});

describe('doubts about who confirmed a visit', () => {
  it('take the person of the answer, and nobody where it was refused; without answers the records stay the same', () => {
    const visits = [visit(2, '2026-11-20', {}, '孙丽华'), visit(3, '2026-11-05', {}, '孙丽华')];
    const records = { visits, confirmations: [said(1)] };
    expect(withConfirmers(records).visits.map(({ value }) => value.confirmedBy)).toEqual(['周敏', '孙丽华']);
    expect(withConfirmers(records).visits[1]).toBe(visits[1]);
    const refused = withConfirmers({ visits, confirmations: [said(1, REFUSED)] }).visits[0]!;
    expect('confirmedBy' in refused.value).toBe(false);
    const alone = { visits };
    expect(withConfirmers(alone)).toBe(alone);
  });

  it('find the elevator by the name of the answer, as by the name in the visit', () => {
    const named = marksOf({ ...visit(2, '2026-11-20', {}, '周敏').value, technicians: [] }).map(markKey);
    expect(keysOfConfirmer('周敏')).toEqual(named);
    expect(keysOfConfirmer(erasedMark({ on: '2026-11-30' as never, reason: 'request' }))).toEqual([]);
  });
});

describe('a confirmation', () => {
  it.each([
    ['says how it was given', { how: undefined }],
    ['says why it was refused', { act: 'refused', how: undefined }],
    ['gives no reason for giving it', { reason: '无' }],
    ['asked for has no signature', { act: 'asked', how: undefined, drawn: '1,2' }],
    ['is signed by strokes alone', { drawn: '<svg/>' }],
    ['has the hash of an entry', { hash: 'a'.repeat(63) }],
    ['begins with the first turn', { turn: 0 }],
    ['has a time of day', { at: '25:00' }],
  ])('%s', (_, part) => {
    expect(confirmationSchema.safeParse(CONFIRMATION).success).toBe(true);
    expect(confirmationSchema.safeParse(JSON.parse(JSON.stringify({ ...CONFIRMATION, ...part }))).success).toBe(false);
  });

  it('from which the signature was erased is still one', () => {
    const drawn = erasedMark({ on: '2026-11-30' as never, reason: 'request' });
    expect(confirmationSchema.safeParse({ ...CONFIRMATION, drawn }).success).toBe(true);
  });
});

describe('a drawn signature', () => {
  const wave: Stroke = Array.from({ length: 3_000 }, (_, x) => [x % 400, (x * 7) % 100] as const);

  it('is read as it was written', () => {
    const strokes: Stroke[] = [[[1, 2], [30, 40]], [[400, 100]]]; // prettier-ignore
    expect(readStrokes(drawnText(strokes))).toEqual(strokes);
  });

  it('longer than a record may hold is thinned out, and keeps where it began and ended', () => {
    const text = drawnText([wave, wave]);
    expect(text.length).toBeLessThanOrEqual(MOST_DRAWN);
    const [first] = readStrokes(text)!;
    expect([first?.[0], first?.at(-1)]).toEqual([wave[0], wave.at(-1)]);
    const dots = drawnText(Array.from({ length: 2_000 }, () => [[399, 99]] as Stroke));
    expect(dots.length).toBeLessThanOrEqual(MOST_DRAWN);
    expect(readStrokes(dots)).not.toBeNull();
  });

  it('outside its field is drawn at its edge, and what is none is not read', () => {
    expect(drawnText([[[-5, 300]]])).toBe('0,100');
    for (const text of ['', '401,0', '1,2;', '1 2', 'x', `${'1,1 '.repeat(2_000)}1,1`])
      expect(readStrokes(text)).toBeNull();
  });
});

describe('what waits in the fleet', () => {
  const elevator = (no: string, propertyManager: string): Dossier['elevator'] => ({
    id: id(1),
    at: '',
    author: '',
    value: {
      registrationNo: no,
      kind: '3110',
      regime: 'standard',
      propertyManager,
    } as unknown as Dossier['elevator']['value'],
  });
  const dossier = (
    no: string,
    manager: string,
    visits: readonly Recorded<Visit>[],
    said: readonly Recorded<Confirmation>[],
  ) =>
    ({ ...noRecords(), registrationNo: no, elevator: elevator(no, manager), visits, confirmations: said }) as Dossier;
  const dossiers = [
    dossier('甲', '绿源', [visit(2, '2026-11-20'), visit(3, '2026-11-05', {}, '周敏')], [said(1, REFUSED)]),
    dossier('乙', '万安', [visit(12, '2026-11-21'), visit(13, '2026-09-01'), visit(14, '1969-12-31')], []),
  ];
  const fleet = new Map(
    dossiers.map((one) => [
      one.registrationNo,
      { registrationNo: one.registrationNo, elevator: one.elevator.value, unconfirmed: packUnconfirmed(one) } as never,
    ]),
  );
  const question = (more: Partial<UnconfirmedQuestion> = {}): UnconfirmedQuestion => ({
    period: { from: '2026-11-01', to: '2026-11-30' } as UnconfirmedQuestion['period'],
    manager: null,
    state: null,
    ...more,
  });
  const asked = (one: UnconfirmedQuestion) => {
    const { numbers, since, ...rest } = unconfirmedIn(fleet, one);
    const rows = unconfirmedVisits(
      dossiers.filter(({ registrationNo }) => numbers.includes(registrationNo)),
      one,
      since,
    );
    return { rest, rows: rows.map(({ visit: { id: of }, state }) => `${of} ${state}`) };
  };

  it('is listed newest first, with how many stand how, and who manages them', () => {
    const { rest, rows } = asked(question());
    expect(rows).toEqual(['aaaaaaaa/12 none', 'aaaaaaaa/2 refused']);
    expect(rest).toMatchObject({ managers: ['绿源', '万安'].sort((a, b) => a.localeCompare(b, 'zh-CN')), more: 0 });
    expect(rest.counts).toMatchObject({ none: 1, refused: 1, given: 0 });
  });

  it('is asked for by period, state and manager', () => {
    expect(asked(question({ state: 'refused' })).rows).toEqual(['aaaaaaaa/2 refused']);
    expect(asked(question({ manager: '万安' })).rows).toEqual(['aaaaaaaa/12 none']);
    expect(asked(question({ manager: '万安' })).rest.counts).toMatchObject({ none: 1, refused: 0 });
    const long = question({ period: { from: '1969-01-01', to: '2026-11-30' } as UnconfirmedQuestion['period'] });
    expect(asked(long).rows).toEqual([
      'aaaaaaaa/12 none',
      'aaaaaaaa/2 refused',
      'aaaaaaaa/13 none',
      'aaaaaaaa/14 none',
    ]);
  });
});
