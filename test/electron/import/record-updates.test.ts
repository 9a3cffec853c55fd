import { describe, expect, it } from 'vitest';
import { importBody } from '../../../electron/import/preview';
import { Desk, REGISTER, tryFiles } from '../../support/import-desk';

const HEAD = '使用登记证编号,维保日期,维保类型,维保人员,到场时间,离场时间,使用单位确认,评价';
const OCTOBER = `${HEAD}\nT1,2026-11-03,半月保,样一;样二,09:30,10:15,待确认,\nT2,2026-11-03,半月保,样一;样二,10:30,11:15,待确认,\n`;
const NOVEMBER = `${HEAD}\nT1,2026-11-03,半月保,样一;样二,09:30,10:20,已确认,满意\nT2,2026-11-03,半月保,样一;样二,10:30,11:15,已确认,满意\nT1,2026-11-17,半月保,样一;样二,09:30,10:15,待确认,\n`;

async function desk(): Promise<Desk> {
  const made = new Desk();
  await made.take({ 'r.csv': REGISTER, 'october.csv': OCTOBER });
  return made;
}

describe('a table exported anew', () => {
  it('offers what it tells otherwise, old beside new, and adds what is new', async () => {
    const { preview } = await tryFiles({ 'november.csv': NOVEMBER }, (await desk()).lookup);
    expect([preview.refusals, preview.adds.visits]).toEqual([[], 1]);
    expect(preview.recordUpdates).toMatchObject([
      {
        list: 'visits',
        registrationNo: 'T1',
        on: '2026-11-03',
        row: 2,
        ofRules: false,
        changes: [
          { field: 'endedAt', from: '10:15', to: '10:20' },
          { field: 'extra', from: { 使用单位确认: '待确认' }, to: { 使用单位确认: '已确认', 评价: '满意' } },
        ],
      },
      { registrationNo: 'T2', changes: [{ field: 'extra' }] },
    ]);
    expect(preview.files[0]).toMatchObject({ updating: 2, refused: 0, accepted: 1 });
  });

  it('writes those that are chosen as corrections with the reason, and the same table then says nothing new', async () => {
    const made = await desk();
    const run = await tryFiles({ 'november.csv': NOVEMBER }, made.lookup);
    const [first] = run.preview.recordUpdates;
    const chosen = { corrections: new Set([first!.corrects]), reason: '重新导出' };
    made.write({
      type: 'records-imported',
      subject: '',
      author: '',
      body: importBody(run, new Set(), new Set(), chosen)!,
    });
    const [visit] = made.dossier('T1').visits;
    expect(visit).toMatchObject({
      value: { endedAt: '10:20', extra: { 评价: '满意' } },
      original: { endedAt: '10:15' },
      amendments: [{ reason: '重新导出', imported: true }],
    });
    const again = await tryFiles({ 'november.csv': NOVEMBER }, made.lookup);
    expect(again.preview.recordUpdates.map(({ registrationNo }) => registrationNo)).toEqual(['T2']);
    const older = await tryFiles({ 'october.csv': OCTOBER }, made.lookup);
    expect([older.preview.recordUpdates, older.preview.refusals]).toEqual([[], []]);
  });

  it('a column that it does not have, or an empty cell, changes nothing', async () => {
    const few = '使用登记证编号,维保日期,维保类型,到场时间,维保人员\nT1,2026-11-03,半月保,09:30,\n';
    const { preview } = await tryFiles({ 'few.csv': few }, (await desk()).lookup);
    expect([preview.refusals, preview.recordUpdates, preview.unchanged.visits]).toEqual([[], [], 1]);
  });

  it('an outage that has ended meanwhile is offered with its end', async () => {
    const made = new Desk();
    await made.take({ 'r.csv': REGISTER, 'o.csv': 'registration_no,from\nT1,2026-01-01\n' });
    const { preview } = await tryFiles({ 'o.csv': 'registration_no,from,to\nT1,2026-01-01,2026-01-10\n' }, made.lookup);
    expect(preview.refusals).toEqual([]);
    expect(preview.recordUpdates.map(({ changes, ofRules }) => [changes, ofRules])).toEqual([
      [[{ field: 'to', from: null, to: '2026-01-10' }], true],
    ]);
  });

  it('what would contradict itself is refused, not offered', async () => {
    const made = new Desk();
    const outages = 'registration_no,from,to\nT1,2026-01-01,2026-01-31\nT1,2026-01-20,2026-02-10\n';
    await made.take({ 'r.csv': REGISTER, 'o.csv': outages });
    const insideAnother = 'registration_no,from,to\nT1,2026-01-20,2026-01-25\n';
    const { preview } = await tryFiles({ 'o.csv': insideAnother }, made.lookup);
    expect([preview.recordUpdates, preview.refusals.map(({ code }) => code)]).toEqual([[], ['conflict-with-record']]);
  });
});
