import { expect, it } from 'vitest';
import { statementOf } from '../../../domain/report/statement';
import { hazardEvidence } from '../../support/hazard-story';
import { FAILED_INSPECTION, MUST_STOP, RETIRED } from '../../support/headline-stories';
import { lateEvidence } from '../../support/late-evidence';

it('a signed paper stands on record with its verdict, its use, and what late entries turned', () => {
  const stated = [FAILED_INSPECTION, MUST_STOP, RETIRED].map((story) => statementOf(hazardEvidence(story)));
  expect(stated.map(({ verdict }) => verdict)).toEqual(['non-compliant', 'lapsed', 'lapsed']);
  expect(stated.map(({ use }) => use)).toEqual(['must-not-run', 'must-not-run', 'retired']);
  expect(statementOf(lateEvidence())).toEqual({
    verdict: 'compliant',
    use: 'cannot-tell',
    withoutLate: 'non-compliant',
  });
});

it('of a paper made before use and entry were stated there is its verdict alone', () => {
  const { audit } = lateEvidence();
  expect(statementOf({ audit })).toEqual({ verdict: 'compliant' });
});
