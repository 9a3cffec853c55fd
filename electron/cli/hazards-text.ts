import type { CivilDate } from '../../domain/calendar/civil-date';
import type { HazardCriteria } from '../../domain/pack/hazard-criteria';
import type { Locale } from '../../domain/pack/legal-basis';
import type { RulePack } from '../../domain/pack/rule-pack';
import type { HazardClock } from '../../domain/risk/hazard-clock';
import { hazardWordsOf, type HazardWords } from './hazard-words';
import type { LedgerHazard, LedgerTotals } from './judge-ledger';
import { textTable } from './text-table';

export interface HazardsTextContext {
  readonly asOf: CivilDate;
  readonly pack: Pick<RulePack, 'id' | 'version'> & { readonly hazards: HazardCriteria };
  readonly locale: Locale;
}

/** A table of the ledger, a line a clock of what is open, the totals, and what the marks mean. */
export function hazardsText(
  ledger: readonly LedgerHazard[],
  totals: LedgerTotals,
  { asOf, pack, locale }: HazardsTextContext,
): string {
  const words = hazardWordsOf(locale);
  const title = `${words.title(asOf, `${pack.id} ${pack.version}`)}\n`;
  if (ledger.length === 0) return `${title}\n${words.none}\n`;
  const componentName = (id: string): string =>
    pack.hazards.components.find((component) => component.id === id)?.title[locale] ?? id;
  const unverified = pack.hazards.matrix.confidence === 'unverified';
  const rows = ledger.map(({ registrationNo, judged }) => [
    registrationNo,
    judged.no,
    componentName(judged.value.component),
    judged.classes.map((one) => words.classes[one]).join(words.separator),
    judged.group === null ? '—' : `${judged.group}${unverified ? words.toBeChecked : ''}`,
    words.states[judged.life.state],
    judged.stopped ? words.stopped : '',
    judged.life.deadline ?? '—',
    words.parties[judged.life.responsible.party],
  ]);
  const clocks = ledger.flatMap(({ registrationNo, judged }) =>
    judged.clocks.map((clock) => `${registrationNo} ${judged.no}  ${clockLine(clock, words, locale)}\n`),
  );
  const notes = [words.groundNote, ...(unverified ? [words.groupNote] : [])].map((note) => `${note}\n`);
  return [
    title,
    `\n${textTable(words.head, rows, new Set())}`,
    clocks.length === 0 ? '' : `\n${words.clocks}\n${clocks.join('')}`,
    `\n${words.totals(totals)}\n`,
    notes.join(''),
  ].join('');
}

/** Such as `re-check (maintainer): 3 days past (2026-11-20, deadline of the notice)`. */
function clockLine(clock: HazardClock, words: HazardWords, locale: Locale): string {
  const { step, owner, dueOn, daysLeft, status, ground, basis, duty } = clock;
  const clause = (of: HazardClock['basis']): string =>
    of === null ? '' : `${of.shortDocument[locale]} ${of.shortClause[locale]}`;
  const where = ground === 'law' ? clause(basis) : words.grounds[ground];
  const due = dueOn === null ? words.noDeadline : words.due(dueOn, where);
  const state = words.clock(status, daysLeft);
  const owed = duty === null || clause(duty) === where ? '' : words.duty(clause(duty));
  return words.line(words.steps[step], words.parties[owner], state, status === 'now' ? where : due, owed);
}
