import { describe, expect, it } from 'vitest';
import { contract } from '../../../../domain/bridge/contract';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../../domain/elevator/elevator';
import { labelSize } from '../../../../domain/report/labels';
import { gridOf, gridProblems, PRESETS, presetOf } from '../../../../renderer/pages/notice/label-form';
import { sheetRequest, type SheetWish } from '../../../../renderer/pages/notice/sheet-request';

const numbers = (count: number) =>
  new Set(Array.from({ length: count }, (_, index) => `梯11浙A${10_000 + index}(19)` as RegistrationNo));
const WISH: SheetWish = {
  chosen: numbers(2),
  form: 'labels',
  labels: PRESETS['3x8'],
  locale: 'zh-CN',
  asOf: '2026-11-23' as CivilDate,
  identityId: 'a'.repeat(64),
  passphrase: 'secret-7',
};
const accepted = (request: unknown): boolean => contract['sheet.batch'].request.safeParse(request).success;

describe('label paper', () => {
  it.each([
    ['3x8', 70, 37],
    ['2x5', 105, 57],
  ] as const)('%s has labels of %d × %d mm', (name, width, height) => {
    const grid = gridOf(PRESETS[name]);
    expect(grid !== null && grid !== 'too-small' ? labelSize(grid) : grid).toEqual({ width, height });
    expect(presetOf({ ...PRESETS[name], cutLines: true })).toBe(name);
  });

  it('measures of one’s own are no preset', () => {
    expect(presetOf({ ...PRESETS['3x8'], gapX: '2' })).toBeNull();
  });

  it.each([
    ['columns', '9', 'columns'],
    ['columns', '1.5', 'columns'],
    ['rows', '0', 'rows'],
    ['marginTop', '-1', 'length'],
    ['gapX', '101', 'length'],
    ['gapY', '', 'length'],
    ['gapY', '1e1', 'length'],
  ] as const)('%s of %j is told at its field', (field, typed, problem) => {
    const form = { ...PRESETS['3x8'], [field]: typed };
    expect(gridProblems(form)).toEqual({ [field]: problem });
    expect(sheetRequest({ ...WISH, labels: form })).toBeNull();
  });

  it('full-width digits and a comma are read', () => {
    expect(gridOf({ ...PRESETS['2x5'], marginTop: '５，５' })).toMatchObject({ marginTop: 5.5 });
  });

  it('labels without room for a code are not asked for', () => {
    const labels = { ...PRESETS['3x8'], columns: '8', rows: '20' };
    expect(gridOf(labels)).toBe('too-small');
    expect(sheetRequest({ ...WISH, labels })).toBeNull();
  });
});

describe('the request for public papers', () => {
  it('labels carry their grid, sheets do not, and the contract takes both', () => {
    const labels = sheetRequest(WISH);
    const sheets = sheetRequest({ ...WISH, form: 'a5' });
    expect(labels?.grid).toEqual(gridOf(PRESETS['3x8']));
    expect(sheets).not.toHaveProperty('grid');
    expect([accepted(labels), accepted(sheets)]).toEqual([true, true]);
  });

  it('a wrong grid does not stand in the way of sheets', () => {
    expect(sheetRequest({ ...WISH, form: 'a4', labels: { ...PRESETS['3x8'], rows: 'x' } })).not.toBeNull();
  });

  it('500 elevators are one batch, 501 and none are not', () => {
    expect(accepted(sheetRequest({ ...WISH, chosen: numbers(500) }))).toBe(true);
    expect(sheetRequest({ ...WISH, chosen: numbers(501) })).toBeNull();
    expect(sheetRequest({ ...WISH, chosen: numbers(0) })).toBeNull();
  });

  it.each(['identityId'] as const)('without %s nothing is asked', (field) => {
    expect(sheetRequest({ ...WISH, [field]: '' })).toBeNull();
  });
});
