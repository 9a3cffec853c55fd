import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_HASH } from '../../../domain/record/entry';
import { composeComplianceReport } from '../../../domain/report/papers/compliance/compose-compliance';
import { textsOf } from '../../../domain/report/texts/texts-of';
import { termsOf } from '../../../domain/terms/terms-of';
import type { Locale } from '../../../domain/pack/legal-basis';
import { canonicalJson } from '../../../domain/record/canonical-json';
import { sha256Hex } from '../../../electron/fs/sha256';
import { gatherEvidence } from '../../../electron/papers/evidence';
import { DEADLINE_CASES } from '../../support/deadline-cases';
import { JOINT_CASES } from '../../support/joint-cases';
import { gapFacts, jointStory, type JointStory } from '../../support/joint-dossier';
import { renderedFile, textOf } from '../../support/pdf/rendered';
import { blocksOf, cellsOf } from '../../support/report-words';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'joint-papers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function evidenceOf({ pack, dossier, asOf, question }: JointStory, locale: Locale) {
  return gatherEvidence({
    version: 'test',
    kind: 'compliance',
    number: 'J-1',
    locale,
    asOf,
    period: question.period,
    claimedAt: `${asOf}T18:20:45+08:00`,
    signer: { organisation: '绿源物业服务有限公司', person: '孙丽华', fingerprint: 'ca'.repeat(32) },
    loaded: { pack, sha256: sha256Hex(canonicalJson(pack)), names: pack } as never,
    chain: { origin: 'files', feed: NO_HASH, seq: 1, head: NO_HASH },
    sources: [],
    refused: [],
    dossier,
    hazardDays: {},
    scope: 'all',
    lateDays: 3,
    doubts: null,
  });
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

describe.each(['zh-CN', 'en'] as const)(
  'the compliance report in %s of an elevator at a joint of the law',
  (locale) => {
    it.each([...JOINT_CASES, ...DEADLINE_CASES].map((one, index) => [one.name, one, index] as const))(
      '%s',
      async (_name, one, index) => {
        const story = jointStory(one);
        expect(story.audit).toMatchObject(one.expected);
        const evidence = evidenceOf(story, locale);
        const model = composeComplianceReport(evidence);
        const { file, missing } = await renderedFile(folder, `${index}-${locale}`, evidence);
        expect(missing).toEqual([]);
        const text = textOf(file);
        const { rule, audit } = story;
        const terms = termsOf(locale);
        const title = rule.title[locale];
        const tables = blocksOf(model, 'table');
        const row = tables
          .filter(({ caption }) => caption === undefined)
          .flatMap(({ rows }) => rows.map(cellsOf))
          .find(([name]) => name === title);
        if (audit.status === 'not-applicable') {
          expect(row).toBeUndefined();
          return;
        }
        // The row: clause, last done, deadline, status.
        expect(row?.[4]).toBe(audit.dueOn ?? '—');
        expect(row?.[5]).toBe(terms.ruleStatus[audit.status]);
        expect(row?.[1]).toContain(`[${textsOf(locale).confidence[audit.weight ?? story.explanation.confidence]}]`);
        if (audit.dueOn !== null) expect(text).toContain(audit.dueOn);
        // The gaps: both ends, deadline, days, clause and weight, each by its own law.
        const caption = textsOf(locale).inspectionGaps.caption;
        const gaps = tables
          .filter((table) => table.caption?.label === caption)
          .flatMap(({ rows }) => rows.map(cellsOf))
          .filter(([name]) => name === title);
        const facts = gapFacts(story, locale);
        expect(gaps).toHaveLength(facts.length);
        facts.forEach(({ from, to, deadline, daysLate, clause, weight }, at) => {
          const [, begun, ended, due, late, law] = gaps[at]!;
          expect([begun, ended, due]).toEqual([from, to ?? textsOf(locale).notRecorded, deadline]);
          expect(late).toBe(textsOf(locale).days(daysLate));
          expect(squeezed(law!)).toContain(squeezed(clause));
          expect(law).toContain(`[${textsOf(locale).confidence[weight]}]`);
          expect(text).toContain(deadline);
          expect(text).toContain(squeezed(textsOf(locale).days(daysLate)));
        });
        // The sentence that is signed for says the same.
        const verdict = blocksOf(model, 'verdict')
          .at(-1)!
          .runs.map(({ text: words }) => words)
          .join('');
        expect(text).toContain(squeezed(verdict));
        if (audit.status === 'overdue') {
          expect(verdict).toContain(textsOf(locale).date(audit.dueOn!));
          const said = textsOf(locale).inspections.overdue([
            { rule: title, dueOn: audit.dueOn!, days: audit.daysOverdue, reading: audit.weight === 'reading' },
          ]);
          const [, own] = new RegExp(`(${escaped(title)}[^；;。]*)`).exec(said) ?? [];
          expect(verdict).toContain(own!.replaceAll('**', ''));
        }
      },
    );
  },
);

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
