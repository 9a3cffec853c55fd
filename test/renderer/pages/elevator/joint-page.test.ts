import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Locale } from '../../../../domain/pack/legal-basis';
import { termsOf } from '../../../../domain/terms/terms-of';
import { changeLanguage, startI18n } from '../../../../renderer/i18n/i18n';
import { longDate } from '../../../../renderer/i18n/dates';
import { ChecksPanel } from '../../../../renderer/pages/elevator/checks-panel';
import { judgeElevator } from '../../../../renderer/pages/elevator/elevator-judgement';
import { DEADLINE_CASES } from '../../../support/deadline-cases';
import { JOINT_CASES } from '../../../support/joint-cases';
import { gapFacts, jointStory, type JointStory } from '../../../support/joint-dossier';

const state = vi.hoisted(() => ({ now: {} }));
vi.mock('../../../../renderer/session/app-state', () => ({ useAppState: () => state.now }));

/** The words of the panel of inspections and checks, rule by rule, without markup and white space. */
async function wordsOfRules({ pack, dossier, asOf, question }: JointStory, locale: Locale): Promise<string[]> {
  await changeLanguage(locale);
  const { period } = question;
  state.now = { pack, asOf, period, locale, say: (text: Readonly<Record<Locale, string>>) => text[locale] };
  const judgement = judgeElevator(dossier, pack, question);
  const markup = renderToStaticMarkup(createElement(ChecksPanel, { judgement }));
  return markup
    .split('<div class="check-row">')
    .slice(1)
    .map((part) =>
      squeezed(
        part
          .replaceAll(/<[^>]*>/g, '')
          .replaceAll('&#x27;', "'")
          .replaceAll('&amp;', '&'),
      ),
    );
}

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  await startI18n('zh-CN');
});

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

describe.each(['zh-CN', 'en'] as const)('the page in %s of an elevator at a joint of the law', (locale) => {
  it.each([...JOINT_CASES, ...DEADLINE_CASES].map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const story = jointStory(one);
    const { rule, audit, explanation } = story;
    const rules = await wordsOfRules(story, locale);
    const own = rules.find((words) => words.startsWith(squeezed(rule.title[locale])));
    if (audit.status === 'not-applicable') {
      expect(own).toBeUndefined();
      return;
    }
    const terms = termsOf(locale);
    expect(own).toContain(squeezed(terms.ruleStatus[audit.status]));
    expect(own).toContain(squeezed(explanation.legalBasis.document[locale]));
    expect(own).toContain(squeezed(terms.weight[audit.weight ?? explanation.confidence]));
    if (audit.status !== 'not-shown' && audit.dueOn !== null) expect(own).toContain(dayIn(audit.dueOn, locale));
    for (const { deadline, daysLate, weight } of gapFacts(story, locale)) {
      expect(own).toContain(squeezed(longDate(deadline, locale)));
      expect(own).toContain(squeezed(locale === 'en' ? `${daysLate} ` : `${daysLate}`));
      expect(own).toContain(squeezed(terms.weight[weight]));
    }
  });
});

/** A day as sentences of the domain write it. */
function dayIn(date: string, locale: Locale): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  if (locale === 'zh-CN') return `${year}年${month}月${day}日`;
  const name = new Date(Date.UTC(year, month - 1, day)).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
  return squeezed(`${day} ${name} ${year}`);
}
