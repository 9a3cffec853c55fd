import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
// @ts-expect-error the rule is plain JavaScript, as ESLint loads it
import { packageRefusalOf, refusalOf } from '../../eslint-rules/import-directions.js';

const refusal = refusalOf as (from: string, to: string) => string | null;
const packageRefusal = packageRefusalOf as (from: string, name: string) => string | null;

const root = join(import.meta.dirname, '..', '..');

describe('who may import whom', () => {
  it.each([
    ['domain/calendar/period.ts', 'domain/elevator/elevator', 'the calendar looks at no other folder'],
    ['domain/service-clock/limit.ts', 'domain/audit/verdict', 'the clock does not know the audit'],
    ['domain/audit/verdict.ts', 'domain/report/evidence', 'the audit does not know the report'],
    ['domain/report/evidence.ts', 'electron/pdf/x', 'the domain does not know Node'],
    ['renderer/pages/fleet/fleet-page.tsx', 'electron/handlers/handlers', 'the pages do not know Node'],
    ['electron/handlers/app.ts', 'renderer/app/app', 'Node does not know the pages'],
    ['electron/verify/verify-pdf.ts', 'electron/signing/sign-pdf', 'who verifies does not share code with who signs'],
    ['electron/handlers/app.ts', 'electron/main/main', 'no handler knows a host'],
    ['electron/loopback/main.ts', 'electron/main/main', 'no host knows another'],
    ['electron/preload/preload.ts', 'domain/bridge/contract', 'the preload takes channel names only'],
    ['renderer/pages/fleet/fleet-page.tsx', 'renderer/pages/visit/visit-page', 'a page does not import a page'],
    ['renderer/components/button.tsx', 'renderer/data/database', 'components know no data'],
    ['renderer/components/button.tsx', 'renderer/bridge/client', 'components know no bridge'],
    ['renderer/data/catch-up.ts', 'renderer/pages/fleet/fleet-page', 'data knows no page'],
  ])('%s → %s is refused: %s', (from, to) => {
    expect(refusal(from, to)).toContain('may not import');
  });

  it.each([
    ['domain/audit/tally-rule.ts', 'domain/service-clock/outages'],
    ['renderer/pages/fleet/fleet-page.tsx', 'domain/audit/verdict'],
    ['renderer/pages/fleet/fleet-page.tsx', 'renderer/pages/fleet/fleet-table'],
    ['electron/handlers/app.ts', 'electron/journal/journal'],
    ['electron/verify/verify-pdf.ts', 'electron/pades/profile'],
    ['electron/preload/preload.ts', 'domain/bridge/channels'],
  ])('%s → %s is allowed', (from, to) => {
    expect(refusal(from, to)).toBeNull();
  });

  it.each([
    ['electron/handlers/app.ts', 'electron'],
    ['domain/report/compose.ts', 'pdfkit'],
    ['electron/cli/audit.ts', 'pkijs'],
    ['renderer/pages/fleet/fleet-page.tsx', 'dexie'],
  ])('%s may not use the package %s', (from, name) => {
    expect(packageRefusal(from, name)).toContain('has its home in');
  });

  it('a planted import fails the lint of the whole project', async () => {
    const file = 'domain/calendar/civil-date.ts';
    const { plugins, rules } = (await new ESLint().calculateConfigForFile(file)) as Linter.Config;
    expect(rules?.['house/import-directions']).toEqual([2]);
    const found = new Linter({ cwd: root }).verify(
      "import { roomOf } from '../../electron/handlers/handlers';\nroomOf();\n",
      { files: ['**/*.ts'], plugins: { house: plugins!['house']! }, rules: { 'house/import-directions': 'error' } },
      join(root, file),
    );
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['house/import-directions']);
  });
});
