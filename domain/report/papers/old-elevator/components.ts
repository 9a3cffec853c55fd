import { standing } from '../../../record/dossier';
import type { Block } from '../../model';
import { numbersOf, ofState, paragraph, plain, plainTable, type Ledger } from './tables';

/** What is on record about each part: its hazards, what was done, what assessments found. No part is graded. */
export function componentBlocks(ledger: Ledger): Block[] {
  const { subject, words, hazards } = ledger;
  const { evidence, say, texts } = subject;
  const findings = standing(evidence.dossier.assessments ?? [])
    .filter(({ date }) => date <= evidence.asOf)
    .flatMap(({ date, list, items }) => {
      const known = evidence.criteria?.assessmentLists.find(({ id }) => id === list.listId);
      const listed = known?.sections.flatMap((section) => section.items) ?? [];
      return items.flatMap(({ itemId, outcome, note }) => {
        const item = listed.find(({ id }) => id === itemId);
        if (outcome !== 'finding' || item?.component === undefined) return [];
        return [
          { component: item.component, text: [date, say(item.title), note ?? ''].filter((w) => w !== '').join(' ') },
        ];
      });
    });
  const parts = [...new Set([...hazards.map(({ value }) => value.component), ...findings.map((one) => one.component)])];
  const rows = parts.map((part) => {
    const own = hazards.filter(({ value }) => value.component === part);
    const done = own.flatMap(({ no, record }) =>
      record.steps.flatMap(({ step }) => (step.act === 'rectify' ? [`${no} ${step.on} ${step.what}`] : [])),
    );
    const title = evidence.criteria?.components.find(({ id }) => id === part)?.title;
    return {
      cells: [
        plain(title === undefined ? part : say(title)),
        plain(
          ofState(own)
            .map(
              ([state, these]) =>
                `${numbersOf(
                  ledger,
                  these.map(({ no }) => no),
                )} ${words.states[state]}`,
            )
            .join(texts.clauseSeparator),
        ),
        plain(done.join(texts.clauseSeparator)),
        plain(
          findings
            .filter(({ component }) => component === part)
            .map(({ text }) => text)
            .join(texts.clauseSeparator),
        ),
      ],
    };
  });
  if (rows.length === 0) return [paragraph(words.none)];
  const table = plainTable(subject, words.components, [34, 36, 54, 40], rows);
  return [{ ...table, note: [{ text: words.componentsNote }] }];
}
