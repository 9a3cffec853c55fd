import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import { composePaper } from '../../../../domain/report/compose-paper';
import type { Confirmation } from '../../../../domain/confirmation/confirmation';
import type { RecordId } from '../../../../domain/record/record-id';
import type { Block } from '../../../../domain/report/model';
import { wordsOf } from '../../../../electron/pdf/words-of';
import { TASKS, type CheckResult } from '../../../../domain/visit/visit';
import { rounds } from '../../../support/length';
import { answered, visitEvidence, type VisitWish } from '../../../support/visit-evidence';

const blocks = (wish: VisitWish): readonly Block[] => composePaper(visitEvidence(wish)).blocks;
const said = (wish: VisitWish): string => wordsOf(blocks(wish));
const of = <K extends Block['kind']>(wish: VisitWish, kind: K): Extract<Block, { kind: K }>[] =>
  blocks(wish).filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
/** What stands beside a label of the form. */
const beside = (wish: VisitWish, label: string): string =>
  wordsOf(
    of(wish, 'form').flatMap(({ rows }) =>
      rows
        .flat()
        .filter((cell) => cell.label === label)
        .map(({ lines }) => lines),
    ),
  );

describe('the record of one visit', () => {
  it('names elevator, units, category with its clause, times, people, limits and entry', () => {
    expect(beside({}, '使用登记证编号')).toBe('梯11浙A12056(04)');
    expect(beside({}, '维保单位')).toBe('恒升电梯工程有限公司');
    expect(beside({}, '类别')).toContain('监察条例第31条第2款');
    expect(beside({}, '到场与离场')).toBe('2026-11-20 14:45至15:10，25分');
    expect(beside({}, '维保人员')).toContain('赵志强、周伟');
    expect(beside({}, '下次期限')).toContain('半月 2026-12-05');
    expect(beside({}, '录入')).toContain('2026-11-20 16:02:11 +08:00，录入人赵志强，记录412（日志4f1a92c7）');
    expect(beside({ locale: 'en' }, 'On site')).toBe('2026-11-20 14:45–15:10, 25 min');
  });

  it('tells times that the program filled as about, and no minutes of them', () => {
    const wish: VisitWish = { visit: { filledTimes: 'end' } };
    expect(beside(wish, '到场与离场')).toContain('14:45至约15:10');
    expect(beside(wish, '到场与离场')).not.toContain('25分');
    expect(beside({ ...wish, locale: 'en' }, 'On site')).toContain('about 15:10');
  });

  it('carries the mark of a late entry with its reason, its document, and what hangs on it', () => {
    const record = { at: '2026-11-28T09:40:12+08:00', late: { reason: '地下室无网络', document: '纸质单0412' } };
    const [stamp] = of({ record }, 'stamp');
    expect(stamp?.stamp).toEqual(['补录', '迟8天']);
    const words = wordsOf(stamp?.lines);
    expect(words).toContain('理由：地下室无网络；凭据：纸质单0412。');
    expect(words).toContain('2026年11月20日');
    expect(words).toMatch(/不计本条，本台结论/);
    expect(of({}, 'stamp')).toEqual([]);
    expect(wordsOf(of({ record: { at: record.at } }, 'stamp'))).toContain('未写明补录理由');
  });

  it('says what the verdict would be without it, where it is another', () => {
    const visit = { date: '2026-11-20' as CivilDate };
    const wish = { visit, record: { at: '2026-11-28T09:40:12+08:00' } };
    const evidence = visitEvidence(wish);
    const alone = { ...evidence, dossier: { ...evidence.dossier, visits: evidence.dossier.visits.slice(-1) } };
    expect(wordsOf(composePaper(alone).blocks)).toMatch(/不计本条，本台结论为「[^」]+」；计入为「[^」]+」/);
  });

  it('tells every correction with old and new value, author and reason', () => {
    const changes = [{ field: 'startedAt', from: '14:15', to: '14:45' }] as const;
    const amendment = {
      id: '4f1a92c7/420' as never,
      at: '2026-11-21T09:00:00+08:00',
      author: '张建国',
      reason: '写错',
      changes,
    };
    const words = beside({ record: { amendments: [amendment] } }, '更正');
    for (const part of ['张建国', '14:15', '14:45', '写错', '420']) expect(words).toContain(part);
  });

  it('tells erased details as erased, in the language of the paper', () => {
    const visit = { technicians: ['⟦erased 2026-11-22 request⟧'] };
    expect(beside({ visit }, '维保人员')).toContain('已于 2026-11-22 删除');
    expect(beside({ visit, locale: 'en' }, 'Technicians')).toContain('2026-11-22');
    expect(said({ visit })).not.toContain('⟦');
  });

  it('names who maintained it on the day, and who does since', () => {
    const changes = [{ field: 'maintainer', from: '旧维保公司', to: '恒升电梯工程有限公司' }] as const;
    const amendment = {
      id: '4f1a92c7/500' as never,
      at: '2026-12-01T09:00:00+08:00',
      author: '张建国',
      reason: '换',
      changes,
    };
    expect(beside({ elevatorAmendments: [amendment] }, '维保单位')).toBe(
      '旧维保公司（其后登记为恒升电梯工程有限公司）',
    );
    const before = { ...amendment, at: '2026-11-01T09:00:00+08:00' };
    expect(beside({ elevatorAmendments: [before] }, '维保单位')).toBe('恒升电梯工程有限公司');
  });

  it('tells a hazard beside the item at which it was found, and one of no item in a row', () => {
    const results = answered('half-month', { 'A-1.18': { outcome: 'defect' } });
    const hazard = { found: '2026-11-20', component: 'alarm', what: '对讲无声' };
    expect(wordsOf(of({ results, hazards: [{ ...hazard, itemId: 'A-1.18' }] }, 'table'))).toContain(
      '隐患YH-01，待告知',
    );
    expect(beside({ results, hazards: [hazard] }, '发现隐患')).toBe('隐患YH-01，待告知：对讲无声');
    expect(beside({ results, hazards: [{ ...hazard, found: '2026-11-19' }] }, '发现隐患')).toBe('');
  });

  it('says the same of columns without a field in whatever order the table had them', () => {
    const extra = { 乙列: '2', 更换部件: '门刀', 甲列: '1', 10: '十', 9: '九' };
    const turned = Object.fromEntries(Object.entries(extra).reverse());
    expect(said({ visit: { extra } })).toBe(said({ visit: { extra: turned } }));
    expect(beside({ visit: { extra } }, '更换部件')).toBe('门刀');
  });

  it('without a checklist says so, and without a confirmation', () => {
    const wish: VisitWish = { results: null, visit: { confirmedBy: undefined as never } };
    expect(said(wish)).toContain('未附检查表');
    expect(said(wish)).toContain('记录中未见确认');
  });

  it('says how the user unit answered, when, how, and which hash the answer is bound to', () => {
    expect(said({ said: [{ at: '09:30', drawn: '1,2 3,4' }] })).toMatch(
      /周敏于2026-11-21 09:30确认（事后，手写签名见附带记录），所确认记录的散列值[0-9a-f]{16}。/,
    );
    expect(said({ said: [{ how: 'on-the-spot' }], locale: 'en' })).toMatch(
      /Confirmed by 周敏 on 2026-11-21 \(on the spot\); hash of the record confirmed [0-9a-f]{16}\./,
    );
    const refused = { act: 'refused', how: undefined, reason: '当日无人到场' } as unknown as Partial<Confirmation>;
    expect(said({ said: [refused] })).toContain('周敏于2026-11-21拒绝确认，理由：当日无人到场');
    expect(said({ said: [refused] })).not.toContain('记录所载确认人');
  });

  it('a confirmation from before a correction is told as one of the earlier record', () => {
    const amendment = {
      ...{ id: '4f1a92c7/600' as RecordId, at: '2026-11-22T10:00:00+08:00', author: '赵志强', reason: '漏记' },
      changes: [{ field: 'note', from: null, to: '补油' }],
    };
    const words = said({ record: { amendments: [amendment] }, said: [{}] });
    expect(words).toMatch(/周敏于2026-11-21确认（事后）的是更正前的记录，散列值[0-9a-f]{16}；对更正后的记录未见确认。/);
  });

  it('shows every item once, wherever it stands, for any answers to any category', () => {
    const outcome = fc.constantFrom<CheckResult['outcome']>('ok', 'ok', 'ok', 'defect', 'not-applicable');
    const answer = fc.record(
      {
        outcome,
        set: fc.constantFrom('each', 'rest'),
        note: fc.constant('记'),
        reading: fc.integer({ min: 0, max: 99 }),
      },
      { requiredKeys: ['outcome'] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...TASKS), fc.array(answer, { minLength: 80, maxLength: 80 }), (task, answers) => {
        const results = answered(task).map(({ itemId }, index) => ({ itemId, ...answers[index]! }));
        const wish: VisitWish = { visit: { task }, results };
        const inTables = of(wish, 'table').flatMap(({ rows }) => rows.map(({ cells }) => wordsOf(cells[0]?.runs)));
        const inLists = of(wish, 'items').flatMap(({ items }) => items.map(({ no }) => no));
        const numbers = [...inTables, ...inLists].sort();
        const own = results.map(({ itemId }) => (task === 'half-month' ? itemId.slice('A-1.'.length) : itemId)).sort();
        expect(numbers).toEqual(own);
      }),
      { numRuns: rounds(30, 300) },
    );
  });
});
