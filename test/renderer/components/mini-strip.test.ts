import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { auditWindow } from '../../../domain/audit/audit-elevator';
import { toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { historyOf } from '../../../domain/headline/history';
import { composeStrip } from '../../../domain/report/strip';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { MiniStrip } from '../../../renderer/components/mini-strip';
import { axisOf } from '../../../renderer/components/strip-geometry';
import { cnPack } from '../../support/cn-pack';
import { dossierWith } from '../../support/dossier-with';

const AS_OF = '2026-11-23' as CivilDate;
const FROM = '2025-11-24' as CivilDate;
const WIDTH = 374;

function drawn(parts: Parameters<typeof dossierWith>[0]): string {
  const window = auditWindow(AS_OF, { from: FROM, to: AS_OF });
  const strip = composeStrip(historyOf(dossierWith(parts)), compileRules(cnPack), window);
  const axis = axisOf(toEpochDay(FROM), toEpochDay(AS_OF) + 14, 0, WIDTH);
  return renderToStaticMarkup(createElement(MiniStrip, { strip, axis, width: WIDTH, label: 'strip' }));
}

const figures = (markup: string): string[] =>
  [...markup.matchAll(/<text[^>]*>(\d+)<\/text>/g)].map(([, days]) => days!);

describe('the strip of a row', () => {
  it('writes the days of a long gap once, in its widest part, the outage inside it not counted', () => {
    const outages = [{ from: '2026-09-15', to: '2026-10-08' }];
    const markup = drawn({ elevator: { inServiceOn: '2026-06-22' }, visits: [{ date: '2026-06-22' }], outages });
    expect(figures(markup)).toEqual(['116']);
    const [, x] = /<text[^>]*x="([\d.]+)"/.exec(markup)!;
    const perDay = WIDTH / (toEpochDay(AS_OF) + 14 - toEpochDay(FROM) + 1);
    const day = toEpochDay(FROM) + Number(x) / perDay;
    expect(day).toBeGreaterThan(toEpochDay('2026-07-07' as CivilDate));
    expect(day).toBeLessThan(toEpochDay('2026-09-15' as CivilDate));
  });

  it('writes no figure where it would not fit into the gap', () => {
    const visits = [{ date: '2026-10-01' }, { date: '2026-10-20' }, { date: '2026-11-12' }];
    expect(figures(drawn({ elevator: { inServiceOn: '2026-10-01' }, visits }))).toEqual([]);
  });

  it('has an element a kind of mark, however many visits there are', () => {
    const every = (days: number) =>
      Array.from({ length: Math.floor(360 / days) }, (_, index) => ({
        date: new Date(Date.UTC(2025, 10, 26 + index * days)).toISOString().slice(0, 10),
        task: index % 6 === 0 ? ('quarter' as const) : ('half-month' as const),
      }));
    const elements = (days: number): number =>
      drawn({ elevator: { inServiceOn: '2020-01-01' }, visits: every(days) }).match(/<\w/g)!.length;
    expect(elements(12)).toBe(elements(6));
    expect(elements(6)).toBeLessThanOrEqual(12);
  });
});
