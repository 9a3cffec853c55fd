import { describe, expect, it } from 'vitest';
import { auditWindow } from '../../../domain/audit/audit-elevator';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { historyOf } from '../../../domain/headline/history';
import { composeComplianceReport } from '../../../domain/report/papers/compliance/compose-compliance';
import { composeStrip } from '../../../domain/report/strip';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { cnPack } from '../../support/cn-pack';
import { dossierWith } from '../../support/dossier-with';
import { everyWord } from '../../support/report-words';
import { storyEvidence } from '../../support/report-stories';

const AS_OF = '2026-11-23' as CivilDate;
const SCRAPPED = { status: 'scrapped', endedOn: '2026-11-15' } as const;

describe('an elevator at the end of its life', () => {
  it('is out of service on its strip up to that end and ended behind it; nothing runs on', () => {
    const dossier = dossierWith({
      elevator: { inServiceOn: '2026-10-01', ...SCRAPPED },
      visits: [{ date: '2026-11-03' }],
      outages: [{ from: '2026-11-10' }],
    });
    const window = auditWindow(AS_OF, { from: '2026-10-01' as CivilDate, to: AS_OF });
    const strip = composeStrip(historyOf(dossier), compileRules(cnPack), window);
    const days = (span: { readonly from: number; readonly to: number }) => [span.from, span.to].map(toCivilDate);
    expect(strip.outages.map(days)).toEqual([['2026-11-10', '2026-11-15']]);
    expect(strip.ended === null ? null : days(strip.ended)).toEqual(['2026-11-15', '2026-11-24']);
    expect(strip.lanes[0]!.intervals.at(-1)!.end).toBe(toEpochDay('2026-11-14' as CivilDate));
  });

  it.each([
    ['zh-CN', '到2026年11月15日登记终止时未到期限', /暂停计时，启用日未定|启用后续计|2026-11-12至今/],
    ['en', 'when the registration ended on 15 November 2026', /no day of return is known/],
  ] as const)(
    'the report in %s says that its registration ended, and not that the clock waits',
    (locale, says, not) => {
      const evidence = storyEvidence({
        locale,
        elevator: SCRAPPED,
        outages: [{ no: '9', from: '2026-11-12' as CivilDate, reason: '拆除' }],
      });
      const words = everyWord(composeComplianceReport(evidence)).join('');
      expect(words).toContain(says);
      expect(words).not.toMatch(not);
    },
  );
});
