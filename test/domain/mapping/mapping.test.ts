import { describe, expect, it } from 'vitest';
import {
  emptyMapping,
  fittingMapping,
  keptMappingSchema,
  withColumn,
  withDays,
  withSame,
  withUnit,
  withWord,
  type KeptMapping,
} from '../../../domain/mapping/mapping';

const kept = (name: string, headers: readonly string[], field: KeptMapping['columns'] = []): KeptMapping => ({
  ...emptyMapping('visits'),
  name,
  headers,
  columns: field,
});

describe('a kept mapping', () => {
  const headers = ['工单号', '识别码', '日期', '类型'];

  it('fits the same headers in any order, with unseen signs and blanks', () => {
    const fit = fittingMapping(['类 型', '\u200b日期', '识别码', '工单号'], [kept('a', headers)]);
    expect(fit).toEqual({ mapping: kept('a', headers), common: 4 });
  });

  it('fits where one column of several is new, and not where a quarter of them differs', () => {
    expect(fittingMapping([...headers, '天气'], [kept('a', headers)])?.common).toBe(4);
    expect(fittingMapping(['工单号', '识别码', '日期', '甲', '乙'], [kept('a', headers)])).toBeNull();
  });

  it('does not fit without a column that it speaks of', () => {
    const wide = [...headers, '甲', '乙', '丙', '丁'];
    const spoken = kept('a', wide, [{ header: '日期', field: 'date' }]);
    expect(
      fittingMapping(
        wide.filter((header) => header !== '日期'),
        [spoken],
      ),
    ).toBeNull();
    expect(
      fittingMapping(
        wide.filter((header) => header !== '丁'),
        [spoken],
      )?.common,
    ).toBe(7);
  });

  it('of several that fit the one with most in common is taken, of equals the later', () => {
    const wider = kept('wider', [...headers, '天气']);
    expect(fittingMapping(headers, [wider, kept('a', headers), kept('b', headers)])?.mapping.name).toBe('b');
    expect(fittingMapping([...headers, '天气'], [kept('a', headers), wider])?.mapping.name).toBe('wider');
  });

  it('has a name, and no field that could not be one', () => {
    expect(keptMappingSchema.safeParse(kept(' ', headers)).success).toBe(false);
    expect(keptMappingSchema.safeParse(kept('a', headers, [{ header: '日期', field: '__proto__' }])).success).toBe(
      false,
    );
    expect(keptMappingSchema.safeParse(kept('a', headers, [{ header: '日期', field: null }])).success).toBe(true);
  });
});

describe('what is said of a table', () => {
  it('takes the place of what was said of the same column, field or word before', () => {
    let said = emptyMapping('visits');
    said = withColumn(withColumn(said, '日期', 'date'), '日 期', null);
    said = withSame(withSame(said, 'task', 'half-month'), 'task', 'quarter');
    said = withDays(withDays(said, '日期', 'day-first'), '日期', 'minguo');
    said = withUnit(withUnit(said, '载重', 'lb'), '载 重', 't');
    said = withWord(withWord(said, 'task', '例保', 'quarter'), 'task', '例 保', 'half-month');
    expect(said).toEqual({
      table: 'visits',
      columns: [{ header: '日 期', field: null }],
      same: [{ field: 'task', value: 'quarter' }],
      days: [{ header: '日期', style: 'minguo' }],
      units: [{ header: '载 重', unit: 't' }],
      words: [{ field: 'task', word: '例 保', value: 'half-month' }],
    });
    expect(
      withWord(withUnit(withDays(withSame(said, 'task', ''), '日期', null), '载重', null), 'task', '例保', ''),
    ).toEqual({
      ...emptyMapping('visits'),
      columns: said.columns,
    });
  });
});
