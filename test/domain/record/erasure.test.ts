import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { canonicalJson } from '../../../domain/record/canonical-json';
import type { Entry } from '../../../domain/record/entry';
import {
  ERASURE_REASONS,
  erasedMark,
  hasErasedMark,
  readErasedMark,
  saysTheSame,
  textsIn,
  withErased,
} from '../../../domain/record/erasure';
import { DOSSIER_LISTS, kindOf } from '../../../domain/record/kinds';
import { personalDetailsIn } from '../../../domain/record/personal';
import { LOCALES } from '../../../domain/pack/legal-basis';
import { meetingOf } from '../../../domain/record/same-record';
import { toldErased } from '../../../domain/terms/told-erased';

const ON = '2026-11-23' as CivilDate;
const MARK = erasedMark({ on: ON, reason: 'request' });
const visit = {
  registrationNo: '梯1',
  date: '2026-01-05',
  task: 'half-month',
  technicians: ['张三', '李四'],
  note: '张三 13800000000',
};
const detailsOf = (type: string, body: object) =>
  personalDetailsIn({ type, body } as unknown as Entry).map(({ kind, text }) => [kind, text]);

describe('the texts of a body', () => {
  it('are those of its canonical JSON, in order, and are erased by their places alone', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.nat(30)), (json, places) => {
        const body = JSON.parse(canonicalJson(json)) as unknown;
        const slow: string[] = [];
        canonicalJson(body).replaceAll(/("(?:[^"\\]|\\.)*")(:?)/gu, (_all, text: string, colon: string) => {
          if (colon === '') slow.push(JSON.parse(text) as string);
          return '';
        });
        expect(textsIn(body).map(({ text }) => text)).toEqual(slow);
        const left = textsIn(withErased(body, places, MARK)).map(({ text }) => text);
        expect(left).toEqual(slow.map((text, place) => (places.includes(place) ? MARK : text)));
      }),
    );
  });
});

describe('the mark of what was erased', () => {
  it.each(ERASURE_REASONS)('for %s is read back, and told in both languages', (reason) => {
    const mark = erasedMark({ on: ON, reason });
    expect(readErasedMark(mark)).toEqual({ on: ON, reason });
    expect(hasErasedMark(`a ${mark}`)).toBe(true);
    const told = LOCALES.map((locale) => toldErased({ visits: [mark, '张三'] }, locale).visits);
    expect(told.map(([, name]) => name)).toEqual(['张三', '张三']);
    expect(new Set(told.map(([text]) => text)).size).toBe(2);
    for (const [text] of told) expect(text).toContain(ON);
  });

  it.each(['', '⟦', '⟦erased 2026-02-30 request⟧', '⟦erased 2026-02-03 whim⟧', `${MARK}.`])('is not %j', (text) => {
    expect(readErasedMark(text)).toBeNull();
    expect(toldErased(text, 'en')).toBe(text);
  });

  it('stands for anything when a record is compared, so that a table brings nothing back and doubles nothing', () => {
    const left = withErased(visit, [3], MARK);
    const places = textsIn(visit).map(({ path }) => path.join('.'));
    const erased = withErased(visit, [places.indexOf('note'), places.indexOf('technicians.0')], MARK);
    expect(meetingOf('visits', erased as never, visit as never)).toBe('same');
    expect(meetingOf('visits', erased as never, { ...visit, technicians: ['张三', '王五'] } as never)).toBe('other');
    expect(saysTheSame(visit, left)).toBe(false);
  });
});

describe('personal details', () => {
  it.each([
    [
      'visit-logged',
      { visit },
      [
        ['visits', '张三 13800000000'],
        ['visits', '张三'],
        ['visits', '李四'],
      ],
    ],
    [
      'visit-corrected',
      {
        corrects: 'a/1',
        reason: '张三 说',
        changes: [
          { field: 'technicians', from: ['张三'], to: null },
          { field: 'date', from: '2026-01-04', to: '2026-01-05' },
        ],
      },
      [
        ['visits', '张三'],
        ['visits', '张三 说'],
      ],
    ],
    ['visit-withdrawn', { corrects: 'a/1', reason: '误' }, [['visits', '误']]],
    [
      'elevator-registered',
      { elevator: { registrationNo: '梯1', kind: '3110', managerPhone: '138', userUnit: '甲' } },
      [['elevators', '138']],
    ],
    [
      'elevator-corrected',
      {
        reason: '错',
        changes: [
          { field: 'safetyOfficer', from: null, to: '孙' },
          { field: 'model', from: 'A', to: 'B' },
        ],
        transfers: [
          {
            hazard: 'a/1',
            step: {
              act: 'transfer',
              on: ON,
              by: ['周'],
              responsible: { party: 'maintainer', unit: '乙', person: '吴' },
              reason: '换',
            },
          },
        ],
      },
      [
        ['elevators', '孙'],
        ['elevators', '错'],
        ['hazards', '周'],
        ['hazards', '换'],
        ['hazards', '吴'],
      ],
    ],
    [
      'hazard-advanced',
      {
        hazard: 'a/1',
        step: { act: 'stop-use', on: ON, by: ['周'], evidence: { documents: ['D1'] } },
        outage: { from: ON, reason: '停' },
      },
      [
        ['outages', '停'],
        ['hazards', '周'],
      ],
    ],
    [
      'records-imported',
      {
        sources: [{ file: '张三.csv' }],
        elevators: [{ registrationNo: '梯1', safetyOfficer: '孙' }],
        elevatorChanges: [{ registrationNo: '梯1', changes: [{ field: 'managerPhone', from: '1', to: '2' }] }],
        visits: [visit],
        outages: [],
        inspections: [],
        hazards: [
          { hazard: { what: '锈', foundBy: ['郑'] }, steps: [{ act: 'notify', on: ON, by: ['王'], to: '冯' }] },
        ],
      },
      [
        ['elevators', '1'],
        ['elevators', '2'],
        ['elevators', '孙'],
        ['hazards', '郑'],
        ['hazards', '王'],
        ['hazards', '冯'],
        ['visits', '张三 13800000000'],
        ['visits', '张三'],
        ['visits', '李四'],
      ],
    ],
    [
      'records-imported',
      {
        corrections: [
          {
            list: 'visits',
            corrects: 'a/1',
            reason: '张三 说',
            changes: [
              { field: 'technicians', from: ['张三'], to: ['李四'] },
              { field: 'date', from: '2026-01-04', to: '2026-01-05' },
            ],
          },
        ],
      },
      [
        ['visits', '张三'],
        ['visits', '李四'],
        ['visits', '张三 说'],
      ],
    ],
    [
      'import-taken-back',
      {
        import: 'a/1',
        entries: 1,
        reason: '张三 导错',
        elevators: [
          {
            registrationNo: '梯1',
            changes: [
              { field: 'safetyOfficer', from: '孙', to: null },
              { field: 'model', from: 'A', to: 'B' },
            ],
            corrections: [
              { list: 'visits', corrects: 'a/2', changes: [{ field: 'note', from: '张三', to: null }] },
              { list: 'no-list', corrects: 'a/2', changes: [{ field: 'note', from: '王', to: null }] },
            ],
          },
        ],
      },
      [
        ['elevators', '孙'],
        ['visits', '张三'],
        ['elevators', '张三 导错'],
      ],
    ],
    ['paper-countersigned', { role: 'receipt', remark: '收到', issuer: '甲' }, [['papers', '收到']]],
    ['report-signed', { number: '1', fileName: '张三.pdf' }, []],
    ['of-another-program', { name: '张三' }, []],
  ])('of %s', (type, body, expected) => {
    expect(detailsOf(type, body)).toEqual(expected);
  });

  it('of every kind of record are members that it has, and no day, kind or result among them', () => {
    for (const list of DOSSIER_LISTS) {
      const members = kindOf(list).personal.map((path) => path.split('.')[0]!);
      expect([
        list,
        members.filter((member) => /^(date|from|to|kind|task|result|state)$|(On|At|No)$/.test(member)),
      ]).toEqual([list, []]);
      expect(members.length).toBeGreaterThan(0);
    }
  });
});
