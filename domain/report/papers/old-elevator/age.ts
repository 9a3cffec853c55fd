import { ageOf, type Age } from '../../../elevator/age';
import type { RenewalProgramme } from '../../../pack/hazard-criteria';
import type { Locale } from '../../../pack/legal-basis';
import { oldAgesOf } from '../../../risk/old-age';
import { programmeGrants, programmePeriod } from '../../../terms/programme-words';
import type { Block } from '../../model';
import { inspectionBlocks } from '../compliance/inspections';
import { inspectionList } from './inspection-list';
import { retrofitBlocks } from './retrofit';
import { cited, paragraph, type Ledger } from './tables';
import { designLifeEnd, timelineBlocks } from './timeline';

/** How old it is and by which clauses that counts, its inspections, and what programmes would ask. */
export function ageBlocks(ledger: Ledger): Block[] {
  const { subject, words } = ledger;
  const { evidence, say } = subject;
  const elevator = evidence.dossier.elevator.value;
  const age = ageOf(elevator, evidence.asOf);
  const ages = evidence.criteria === undefined ? [] : oldAgesOf(elevator, evidence.criteria, evidence.asOf);
  const sentences = [
    ...(age === null ? [] : [words.age(age.years, age.months)]),
    age === null || elevator.designLifeYears === undefined
      ? words.noDesignLife
      : designLife(ledger, age, elevator.designLifeYears),
  ];
  return [
    ...(age === null ? [] : timelineBlocks(ledger, age, ages)),
    paragraph(sentences.join(subject.locale === 'en' ? ' ' : '')),
    ...ages.map(({ rule, on }): Block => ({
      kind: 'paragraph',
      style: 'note',
      runs: [
        { text: `${on} ` },
        ...cited(subject, rule.legalBasis, rule.confidence),
        { text: ` ${say(rule.legalBasis.says)}` },
      ],
    })),
    ...programmeBlocks(ledger, age),
    ...retrofitBlocks(ledger),
    { kind: 'subheading', text: words.inspectionList },
    ...inspectionList(ledger),
    ...inspectionBlocks(subject).slice(1),
  ];
}

function designLife({ subject, words }: Ledger, age: Age, years: number): string {
  const until = designLifeEnd(age, years);
  return words.designLife(years, until, until <= subject.evidence.asOf);
}

/** Programmes that have not ended and whose age it has reached; whether it qualifies is for the authority. */
function programmeBlocks({ subject, words }: Ledger, age: Age | null): Block[] {
  const { evidence, say, texts } = subject;
  const own = (evidence.criteria?.programmes ?? []).filter(
    ({ minYears, to }) =>
      (minYears === undefined || (age !== null && age.years >= minYears)) && (to ?? evidence.asOf) >= evidence.asOf,
  );
  if (own.length === 0 || age === null) return [];
  return [
    paragraph(words.programmeNote, 'note'),
    ...own.map(({ confidence, ...programme }): Block => ({
      kind: 'paragraph',
      style: 'note',
      runs: [
        { text: texts.confidence[confidence], tag: confidence },
        { text: ` ${words.programme(say(programme.title), ...programmeSays(programme, subject.locale))}` },
      ],
    })),
  ];
}

/** What it offers, when, and how much by class; then its conditions. */
function programmeSays(programme: Omit<RenewalProgramme, 'confidence'>, locale: Locale): [string, string[]] {
  const { says, conditions } = programme;
  const offer = [says[locale], ...programmeGrants(programme, locale)].join(locale === 'en' ? ' ' : '');
  const period = programmePeriod(programme, locale);
  return [locale === 'en' ? `${offer} (${period})` : `${offer}（${period}）`, conditions.map((each) => each[locale])];
}
