import { describe, expect, it } from 'vitest';
import { refusalSentence } from '../../../domain/record/refusal-sentences';
import { Desk, REGISTER, tryFiles } from '../../support/import-desk';

const HAZARDS = [
  '使用登记证编号,隐患编号,发现日期,发现人,部位,隐患情况,责任方,告知日期,告知对象',
  'T1,YH-01,2026-09-01,张建国,门锁,啮合不足,维保单位,2026-09-02,翠屏业委会',
  'T2,YH-01,2026-09-01,张建国,门锁,触点烧蚀,维保单位,,',
].join('\n');
const STEPS = '使用登记证编号,隐患编号,处置,日期,经办,理由,期限';
const files = (...steps: string[]) => ({
  'r.csv': REGISTER,
  'h.csv': `${HAZARDS}\n`,
  's.csv': [STEPS, ...steps, ''].join('\n'),
});

describe('a table of steps', () => {
  it('comes to its hazards by elevator and number, between the steps of their own rows', async () => {
    const { plan, preview } = await tryFiles(
      files(
        'T1,yh-01,延期,2026-09-05,王海,等配件,2026-10-01',
        'T1,YH-01,备注,2026-09-01,李明,,',
        'T2,YH-01,停用,2026-09-01,李明,,',
      ),
    );
    expect(preview.refusals.map((one) => refusalSentence(one, 'en'))).toEqual(['Not filled in']);
    const { plan: whole } = await tryFiles(
      files('T1,yh-01,延期,2026-09-05,王海,等配件,2026-10-01', 'T2,YH-01,stop-use,2026-09-01,李明,,'),
    );
    expect(whole.hazards.map(({ steps }) => steps.map(({ act, on }) => `${act} ${on}`))).toEqual([
      ['notify 2026-09-02', 'extend 2026-09-05'],
      ['stop-use 2026-09-01'],
    ]);
    expect(plan.hazards).toHaveLength(2);
  });

  it('whose hazard is not among what is taken is refused by name', async () => {
    const { preview } = await tryFiles(files('T1,YH-09,停用,2026-09-01,李明,,'));
    expect(preview.refusals.map((one) => [one.code, refusalSentence(one, 'zh-CN')])).toEqual([
      ['step-without-hazard', '编号为“YH-09”的隐患不在收下的隐患之中，这一步没有归处'],
    ]);
  });

  it('that the lifecycle does not allow keeps its hazard out with it', async () => {
    const { preview, plan } = await tryFiles(files('T2,YH-01,销号,2026-09-05,王海,,'));
    expect(preview.refusals.map(({ file, row, code }) => [file, row, code])).toEqual([
      ['h.csv', 3, 'step-refused'],
      ['s.csv', 2, 'step-refused'],
    ]);
    expect(plan.hazards).toHaveLength(1);
  });

  it('imported again adds nothing, also without its hazards', async () => {
    const desk = new Desk();
    const all = files('T2,YH-01,停用,2026-09-01,李明,,');
    expect((await desk.take(all)).preview.adds).toMatchObject({ hazards: 2, hazard_steps: 1 });
    const again = await desk.take(all);
    expect([again.preview.refusals, again.preview.unchanged.hazard_steps]).toEqual([[], 1]);
    const alone = await tryFiles({ 's.csv': all['s.csv'] }, desk.lookup);
    expect([alone.preview.refusals, alone.preview.unchanged.hazard_steps]).toEqual([[], 1]);
  });
});
