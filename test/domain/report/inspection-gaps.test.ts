import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../domain/pack/legal-basis';
import type { ReportModel } from '../../../domain/report/model';
import { composeComplianceReport } from '../../../domain/report/papers/compliance/compose-compliance';
import { composeOldElevatorReport } from '../../../domain/report/papers/old-elevator/compose-old-elevator';
import { cnPack } from '../../support/cn-pack';
import { hazardEvidence } from '../../support/hazard-story';
import { LAPSED } from '../../support/report-stories';

/** The maintainer's own inspection came 245 days late, and nothing is late now. */
const INSPECTIONS = [
  { date: '2025-03-10', kind: 'own-inspection', result: 'pass' },
  { date: '2026-11-10', kind: 'own-inspection', result: 'pass' },
];

const OF = { compliance: composeComplianceReport, 'old-elevator': composeOldElevatorReport } as const;

function paper(kind: keyof typeof OF, locale: Locale): ReportModel {
  return OF[kind](
    hazardEvidence({ kind, locale, story: { ...LAPSED, outages: [] }, inspections: INSPECTIONS, pack: cnPack }),
  );
}

function gapRows({ blocks }: ReportModel, caption: string): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' && block.caption?.label === caption
      ? block.rows.map(({ cells }) => cells.map(({ runs }) => runs.map(({ text }) => text).join('')).join('|'))
      : [],
  );
}

function verdictWords({ blocks }: ReportModel): string {
  return blocks.flatMap((block) => (block.kind === 'verdict' ? block.runs.map(({ text }) => text) : [])).join('');
}

describe.each(['compliance', 'old-elevator'] as const)('the %s report on an inspection that came late', (kind) => {
  it('has the gap with both ends, days, clause, version, weight and what would have kept it', () => {
    expect(gapRows(paper(kind, 'zh-CN'), '检验、检测与检查的超期间隔')).toEqual([
      '维保单位年度自行检查|2025-03-10|2026-11-10|2026-03-10|245日|TSG T5002-2017第5条第9项 法定 2017-08-01起文本|2026-03-10一次',
    ]);
    expect(gapRows(paper(kind, 'en'), 'Gaps of inspections, tests and checks')[0]).toMatch(
      /2025-03-10\|2026-11-10\|2026-03-10\|245 d\|.*law.*2017-08-01\|once, on 2026-03-10$/,
    );
  });

  it('says so in its verdict', () => {
    const words = verdictWords(paper(kind, 'zh-CN'));
    expect(words).toContain(
      '维保单位年度自行检查曾超期1次，合计245个在用日，应不迟于2026年3月10日，2026年11月10日才有记录',
    );
    expect(verdictWords(paper(kind, 'en'))).toContain(
      '245 service days, due by 10 March 2026, on record 10 November 2026',
    );
  });
});
