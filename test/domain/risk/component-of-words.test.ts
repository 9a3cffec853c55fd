import { describe, expect, it } from 'vitest';
import { componentOfWords } from '../../../domain/risk/component-of-words';
import { proposedSeverity } from '../../../domain/risk/proposed-severity';
import { cnPack } from '../../support/cn-pack';

const { components } = cnPack.hazards!;
const guess = (words: string, kind = '3110') => componentOfWords(words, components, { kind });

describe('the component that words name', () => {
  it.each([
    ['制动器间隙', 'brake'],
    ['层门锁紧元件啮合长度', 'door-lock'],
    ['层门门锁电气触点', 'door-lock'],
    ['轿顶检修开关', 'inspection-controls'],
    ['底坑停止装置', 'inspection-controls'],
    ['轿厢称重装置', 'overload-device'],
    ['底坑环境', 'pit'],
    ['轿厢意外移动保护装置动作试验', 'unintended-movement-protection'],
  ])('in %s is %s', (words, component) => {
    expect(guess(words)).toBe(component);
  });

  it.each(['编码器', '限速器安全钳联动试验', '轿厢照明、风扇、应急照明', '层门门导靴', '轿厢和对重/平衡重的导轨', ''])(
    'in %s is in doubt, so none is named',
    (words) => {
      expect(guess(words)).toBeNull();
    },
  );

  it('is one that an elevator of the kind has', () => {
    expect(guess('扶手带', '3110')).toBeNull();
    expect(guess('扶手带', '3310')).toBe('handrail');
    expect(guess('限速器', '3310')).toBeNull();
  });

  it('of the items of the annexes is one of the pack, and where it is certain it is of that kind', () => {
    const known = new Set(components.map(({ id }) => id));
    const named = cnPack.checklists.flatMap(({ id, items }) => {
      const kind = cnPack.kinds.find(({ checklistId }) => checklistId === id)!.code;
      return items.map(({ title }) => guess(title['zh-CN'], kind));
    });
    expect(named.every((component) => component === null || known.has(component))).toBe(true);
    expect(named.filter((component) => component !== null).length).toBeGreaterThan(named.length / 2);
  });
});

describe('the severity put forward', () => {
  it('is known for every component of the pack but the one that is no part, and is a row of the matrix', () => {
    for (const { id } of components)
      expect([id, proposedSeverity(id)]).toEqual([id, id === 'other' ? null : expect.any(Number)]);
    expect([proposedSeverity('door-lock'), proposedSeverity('signs'), proposedSeverity('')]).toEqual([1, 4, null]);
  });
});
