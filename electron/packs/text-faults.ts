import { isCivilDate } from '../../domain/calendar/civil-date';
import { INVENTED_TEXTS } from '../../domain/pack/invented-texts';
import type { Text } from '../../domain/pack/legal-basis';
import type { RulePack } from '../../domain/pack/rule-pack';
import { datedFactsIn, type DatedFact } from './dated-facts';
import { endsBeforeStart, noSuchDay, type Fault, type Locate } from './fault-sentences';

/** Dates of texts that do not exist, and texts that do not exist. */
export function textFaults(pack: RulePack, at: Locate): Fault[] {
  return [
    ...datedFactsIn(pack, at).flatMap((fact) => [...dateFaults(fact), ...inventedTexts(fact)]),
    ...(pack.hazards?.programmes ?? []).flatMap((programme) => {
      const { from, to } = programme;
      if (from !== null && to !== null && to < from) return [endsBeforeStart(at(programme, '/to'))];
      return noSuchDays([
        [from, at(programme, '/from')],
        [to, at(programme, '/to')],
      ]);
    }),
  ];
}

function dateFaults({ textAsOf, lookedUntil, successorKnown, at }: DatedFact): Fault[] {
  const isDay = (textAsOf ?? '').length === 'yyyy-mm-dd'.length;
  return noSuchDays([
    [isDay ? textAsOf : null, at('/textAsOf')],
    [lookedUntil, at('/lookedUntil')],
    [successorKnown?.from, at('/successorKnown/from')],
  ]);
}

function noSuchDays(dates: readonly (readonly [date: string | null | undefined, pointer: string])[]): Fault[] {
  return dates.flatMap(([date, pointer]) =>
    date === null || date === undefined || isCivilDate(date) ? [] : [noSuchDay(pointer, date)],
  );
}

function inventedTexts({ legalBasis, successorKnown, title, confidence, at }: DatedFact): Fault[] {
  const named: readonly (readonly [Text | undefined, string])[] = [
    [legalBasis?.document, '/legalBasis/document'],
    [legalBasis?.shortDocument, '/legalBasis/shortDocument'],
    [legalBasis?.clause, '/legalBasis/clause'],
    [successorKnown?.title, '/successorKnown/title'],
    [title, '/title'],
  ];
  return named.flatMap(([text, rest]) =>
    INVENTED_TEXTS.filter(
      ({ name, unless }) =>
        text !== undefined && unless !== confidence && Object.values(text).some((word) => name.test(word)),
    ).map(({ why }) => ({ pointer: at(rest), sentence: why })),
  );
}
