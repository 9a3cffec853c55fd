import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { isUnread, unreadSentence } from '../../../domain/explain/unread';
import { versionAt } from '../../../domain/pack/rule-pack';
import { limitOfVersion } from '../../../domain/report/limit-of-version';
import { textsOf } from '../../../domain/report/texts/texts-of';
import { shippedPack } from '../../support/shipped-packs';

const visits = shippedPack('sg').rules[0]!;
const { limit } = textsOf('en');

describe('the limit of a text that nobody has read', () => {
  it('is named as not read; the one before it by its number', () => {
    expect(limitOfVersion(versionAt(visits, '2025-09-30' as CivilDate), limit, 'en')).toBe('1 month');
    expect(limitOfVersion(versionAt(visits, '2025-10-01' as CivilDate), limit, 'en')).toBe('not read');
    expect(limitOfVersion(versionAt(visits, null), textsOf('zh-CN').limit, 'zh-CN')).toBe('没有读到');
  });

  it('comes with a sentence that carries nothing over; an unconfirmed source alone is not unread', () => {
    const unread = versionAt(visits, null);
    expect([isUnread(unread), isUnread(visits.versions[0]!)]).toEqual([true, false]);
    expect(unreadSentence(unread, 'en')).toContain('the rule before it is not carried over');
    expect(unreadSentence({ effectiveFrom: null }, 'zh-CN')).toContain('未经核实');
  });
});
