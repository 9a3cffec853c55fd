import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../domain/pack/legal-basis';
import { HAZARD_PAPERS } from '../../../domain/record/paper-kind';
import { openFonts } from '../../../electron/pdf/fonts';
import { renderReport } from '../../../electron/pdf/render-report';
import { hazardEvidence, hazardId } from '../../support/hazard-story';
import { DOOR_LOCK } from '../../support/notice-hazards';

describe('papers about hazards on paper', () => {
  it.each(HAZARD_PAPERS.flatMap((kind) => LOCALES.map((locale) => [kind, locale] as const)))(
    '%s in %s is one page, filled in and blank, with no character missing',
    async (kind, locale) => {
      const fonts = openFonts();
      for (const paper of [{ hazards: [hazardId(1)] }, {}]) {
        const evidence = hazardEvidence({ kind, locale, hazards: [DOOR_LOCK], paper });
        expect(await renderReport(evidence, fonts)).toMatchObject({ pages: 1, missing: [] });
      }
    },
  );
});
