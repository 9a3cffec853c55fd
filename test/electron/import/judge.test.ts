import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { refusalSentence } from '../../../domain/record/refusal-sentences';
import { bodyOf, Desk, REGISTER, refusalsOf, tryFiles } from '../../support/import-desk';

const VISITS = 'registration_no,date,task,started_at,note\n';
const visit = (line: string): string => `${VISITS}${line}\n`;

describe('rows against each other', () => {
  it('two different rows for one elevator are a conflict that names both, the later one refused', async () => {
    const register = `${REGISTER}T1,3110,上城区,2010-01-01\n`;
    const { preview, plan } = await tryFiles({ 'r.csv': register });
    expect(preview.refusals).toMatchObject([
      {
        file: 'r.csv',
        row: 4,
        column: 'district',
        value: '上城区',
        code: 'conflict-in-files',
        params: { otherFile: '', otherRow: 2, otherValue: '西湖区' },
        cells: ['T1', '3110', '上城区', '2010-01-01'],
      },
    ]);
    expect(plan.elevators.map(({ district }) => district)).toEqual(['西湖区', '拱墅区']);
  });

  it('a conflict across files names the other file', async () => {
    const { preview } = await tryFiles({
      'r.csv': REGISTER,
      'a.csv': visit('T1,2026-01-01,year,09:00,x'),
      'b.csv': visit('T1,2026-01-01,year,09:00,y'),
    });
    expect(preview.refusals).toMatchObject([
      {
        file: 'b.csv',
        row: 2,
        column: 'note',
        value: 'y',
        params: { otherFile: 'a.csv', otherRow: 2, otherValue: 'x' },
      },
    ]);
  });

  it('a difference in a column the format does not know is a conflict too', async () => {
    const table = 'registration_no,kind,保险单号\nT1,3110,P1\nT1,3110,P2\n';
    expect(await refusalsOf({ 'r.csv': table })).toEqual([[3, '保险单号', 'P2', 'conflict-in-files']]);
  });

  it('an exact repetition is taken once and counted, also across files of one name', async () => {
    const desk = new Desk();
    const run = await desk.take({
      'r.csv': REGISTER,
      'v.csv': visit('T1,2026-01-01,半月,09:00,\nT1,2026/1/1,half-month,9:00,'),
    });
    expect(run.preview.files[1]).toMatchObject({ rows: 2, accepted: 1, repeated: 1, refused: 0 });
    expect(desk.dossier('T1').visits).toHaveLength(1);
  });

  it('one day may have visits of two categories and of two hours', async () => {
    const lines = 'T1,2026-01-01,半月,09:00,\nT1,2026-01-01,季度,09:00,\nT1,2026-01-01,半月,15:00,';
    const { preview } = await tryFiles({ 'r.csv': REGISTER, 'v.csv': visit(lines) });
    expect(preview.adds.visits).toBe(3);
  });

  it('a visit to an elevator that is neither in the files nor on record is refused with the number as written', async () => {
    expect(await refusalsOf({ 'r.csv': REGISTER, 'v.csv': visit('Ｔ9,2026-01-01,半月,,') })).toEqual([
      [2, 'registration_no', 'Ｔ9', 'unknown-elevator'],
    ]);
  });

  it('a key is one key in full-width forms, with spaces and with invisible characters', async () => {
    const { preview } = await tryFiles({
      'r.csv': 'registration_no,kind\n梯11浙A12007(04),3110\n',
      'v.csv': visit('梯１１浙Ａ12007（04）,2026-01-01,半月,,\n\u200b梯11 浙A12007(04)\ufeff,2026-01-15,半月,,'),
    });
    expect([preview.adds.visits, preview.refusals]).toEqual([2, []]);
  });
});

describe('rows against the record', () => {
  const files = {
    'r.csv': REGISTER,
    'v.csv': visit('T1,2026-01-01,半月,09:00,\nT1,2026-01-15,半月,09:00,\nT2,2026-01-02,年度,,'),
    'o.csv': 'registration_no,from,to,reason\nT2,2026-03-01,,works\n',
    'i.csv': 'registration_no,date,kind,result\nT1,2026-02-01,periodic,pass\n',
  };

  it('the same files again change nothing and say so', async () => {
    const desk = new Desk();
    await desk.take(files);
    const again = await tryFiles(files, desk.lookup);
    expect(again.preview.adds).toEqual({
      elevators: 0,
      visits: 0,
      outages: 0,
      inspections: 0,
      callouts: 0,
      hazards: 0,
    });
    expect(again.preview.unchanged).toEqual({
      elevators: 2,
      visits: 3,
      outages: 1,
      inspections: 1,
      callouts: 0,
      hazards: 0,
    });
    expect(again.preview.files.map(({ unchanged, accepted }) => [unchanged, accepted])).toEqual([
      [2, 0],
      [3, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(bodyOf(again)).toBeNull();
  });

  it('the same files after a correction and a withdrawal still change nothing', async () => {
    const desk = new Desk();
    await desk.take(files);
    const [first, second] = desk.dossier('T1').visits;
    const about = { subject: 'T1', author: '' };
    const changes = [{ field: 'date' as const, from: '2026-01-01', to: '2026-01-03' }];
    desk.write({ ...about, type: 'visit-corrected', body: { corrects: first!.id, changes, reason: '笔误' } });
    desk.write({ ...about, type: 'visit-withdrawn', body: { corrects: second!.id, reason: '没有去' } });
    desk.write({
      ...about,
      type: 'elevator-corrected',
      body: { changes: [{ field: 'district', from: '西湖区', to: '上城区' }], reason: '' },
    });
    const again = await tryFiles(files, desk.lookup);
    expect(again.preview.unchanged).toEqual({
      elevators: 2,
      visits: 3,
      outages: 1,
      inspections: 1,
      callouts: 0,
      hazards: 0,
    });
    expect([again.preview.elevatorUpdates, bodyOf(again)]).toEqual([[], null]);
  });

  it('different content under the key of a record is a correction to choose, and refused under the key it only was first recorded with', async () => {
    const desk = new Desk();
    await desk.take(files);
    const [first] = desk.dossier('T1').visits;
    const changes = [{ field: 'date' as const, from: '2026-01-01', to: '2026-01-03' }];
    desk.write({
      type: 'visit-corrected',
      subject: 'T1',
      author: '',
      body: { corrects: first!.id, changes, reason: '笔误' },
    });
    const other = visit('T1,2026-01-01,半月,09:00,x\nT1,2026-01-03,半月,09:00,x\nT1,2026-01-15,半月,09:00,x');
    const { preview } = await tryFiles({ 'v.csv': other }, desk.lookup);
    expect(preview.refusals.map(({ row, code }) => [row, code])).toEqual([[2, 'conflict-with-record']]);
    expect(preview.recordUpdates.map(({ row, changes }) => [row, changes])).toEqual([
      [3, [{ field: 'note', from: null, to: 'x' }]],
      [4, [{ field: 'note', from: null, to: 'x' }]],
    ]);
  });

  it('another row under the key of a withdrawn visit is a new visit', async () => {
    const desk = new Desk();
    await desk.take(files);
    const [first] = desk.dossier('T1').visits;
    desk.write({ type: 'visit-withdrawn', subject: 'T1', author: '', body: { corrects: first!.id, reason: '重录' } });
    const { preview } = await tryFiles({ 'v.csv': visit('T1,2026-01-01,半月,09:00,x') }, desk.lookup);
    expect(preview.adds.visits).toBe(1);
  });

  it('a visit logged with a checklist is known again in a file that cannot carry one', async () => {
    const desk = new Desk();
    await desk.take({ 'r.csv': REGISTER });
    desk.write({
      type: 'visit-logged',
      subject: 'T1',
      author: '',
      body: {
        visit: {
          registrationNo: 'T1' as RegistrationNo,
          date: '2026-01-01' as CivilDate,
          task: 'half-month',
          technicians: [],
          checklist: { packId: 'cn', packVersion: '1', results: [] },
        },
      },
    });
    const { preview } = await tryFiles({ 'v.csv': visit('T1,2026-01-01,半月,,') }, desk.lookup);
    expect([preview.unchanged.visits, preview.refusals]).toEqual([1, []]);
  });

  it('an outage inside a recorded one, or open while one is open, is refused in its own words', async () => {
    const desk = new Desk();
    await desk.take({ ...files, 'o.csv': 'registration_no,from,to\nT1,2026-01-05,2026-01-20\nT2,2026-03-01,\n' });
    const rows = 'T1,2026-01-06,2026-01-07\nT1,2026-01-08,2026-01-21\nT2,2026-02-01,\nT2,2026-02-02,2026-02-03\n';
    const { preview } = await tryFiles({ 'o.csv': `registration_no,from,to\n${rows}` }, desk.lookup);
    expect(preview.refusals.map((r) => [r.row, refusalSentence(r, 'zh-CN'), refusalSentence(r, 'en')])).toEqual([
      [2, '这几天已在一条停用记录之内', 'An outage on record covers these days already'],
      [4, '这台电梯已有一次停用尚未结束', 'An outage of this elevator that has not ended is on record already'],
    ]);
    expect(preview.adds.outages).toBe(2);
  });

  it('a re-check on the day of the failed inspection is another inspection', async () => {
    const desk = new Desk();
    const header = 'registration_no,date,kind,result\n';
    await desk.take({ ...files, 'i.csv': `${header}T1,2026-02-01,periodic,fail\n` });
    const { preview } = await tryFiles({ 'i.csv': `${header}T1,2026-02-01,periodic,recheck\n` }, desk.lookup);
    expect([preview.adds.inspections, preview.refusals]).toEqual([1, []]);
  });
});

describe('elevators on record', () => {
  it('changed particulars are proposed, not refused and not applied, and empty cells change nothing', async () => {
    const desk = new Desk();
    await desk.take({ 'r.csv': 'registration_no,kind,district,load_kg,regime\nT1,3110,西湖区,1000,on-demand:30\n' });
    const changed = { 'r.csv': 'registration_no,kind,district,load_kg,regime\nT1,3110,上城区,,\n' };
    const run = await tryFiles(changed, desk.lookup);
    const changes = [{ field: 'district', from: '西湖区', to: '上城区' }];
    expect(run.preview.elevatorUpdates).toEqual([{ registrationNo: 'T1', changes }]);
    expect(run.preview.files[0]).toMatchObject({ rows: 1, accepted: 0, unchanged: 0, updating: 1, refused: 0 });
    expect(bodyOf(run)).toBeNull();
    await desk.take(changed);
    expect(desk.dossier('T1').elevator.value).toMatchObject({
      district: '上城区',
      loadKg: 1000,
      regime: 'on-demand:30',
    });
    expect((await tryFiles(changed, desk.lookup)).preview.unchanged.elevators).toBe(1);
  });

  it('a regime that the file states is a change, a missing one is none', async () => {
    const desk = new Desk();
    await desk.take({ 'r.csv': 'registration_no,kind,维保方式\nT1,3110,按需：30\n' });
    const stated = await tryFiles({ 'r.csv': 'registration_no,kind,维保方式\nT1,3110,标准\n' }, desk.lookup);
    const changes = [{ field: 'regime', from: 'on-demand:30', to: 'standard' }];
    expect(stated.preview.elevatorUpdates).toEqual([{ registrationNo: 'T1', changes }]);
    const silent = await tryFiles({ 'r.csv': 'registration_no,kind\nT1,3110\n' }, desk.lookup);
    expect(silent.preview.unchanged.elevators).toBe(1);
  });
});

describe('records_from', () => {
  const proposalsOf = async (register: string, lines: string, desk = new Desk()) =>
    (await tryFiles({ 'r.csv': register, 'v.csv': visit(lines) }, desk.lookup)).preview.recordsFromProposals;
  const register = 'registration_no,kind,in_service_on,records_from\n';

  it('is proposed as the day of the first known visit when that comes more than 60 days after the start', async () => {
    const lines = 'T1,2026-06-01,半月,,\nT1,2026-03-03,半月,,';
    expect(await proposalsOf(`${register}T1,3110,2026-01-01,\n`, lines)).toEqual([
      { registrationNo: 'T1', inServiceOn: '2026-01-01', from: '2026-03-03', firstVisit: true },
    ]);
    expect(await proposalsOf(`${register}T1,3110,2026-01-02,\n`, lines)).toEqual([]);
  });

  it('is not proposed where it is stated, nor where the start of service is unknown', async () => {
    const line = 'T1,2026-06-01,半月,,';
    expect(await proposalsOf(`${register}T1,3110,2010-01-01,2024-01-01\n`, line)).toEqual([]);
    expect(await proposalsOf(`${register}T1,3110,,\n`, line)).toEqual([]);
  });

  it('is proposed for a registered elevator without visits, and never once a visit is on record', async () => {
    const desk = new Desk();
    const declined = bodyOf(await tryFiles({ 'r.csv': `${register}T1,3110,2010-01-01,\n` }));
    desk.write({ type: 'records-imported', subject: '', author: '', body: declined! });
    const line = 'T1,2026-06-01,半月,,';
    const run = await desk.take({ 'v.csv': visit(line) });
    expect(run.preview.recordsFromProposals).toHaveLength(1);
    expect(desk.dossier('T1').elevator.value.recordsFrom).toBe('2026-06-01');
    const other = new Desk();
    await other.take({ 'r.csv': `${register}T1,3110,,\n`, 'v.csv': visit('T1,2026-01-01,半月,,') });
    expect(await proposalsOf(`${register}T1,3110,2010-01-01,\n`, line, other)).toEqual([]);
  });
});
