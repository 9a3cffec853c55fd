import type { Hazard, RiskEstimate } from '../../domain/hazard/hazard';
import type { HazardStep } from '../../domain/hazard/hazard-step';
import { MAX_NAME, MAX_NOTE } from '../../domain/record/schemas';
import { lifecycleRulesOf } from '../../domain/risk/lifecycle-rules';
import { parseYuan } from '../../domain/reading/numbers';
import { plain } from '../../domain/reading/text';
import { parseTime } from '../../domain/reading/times';
import {
  parseComponent,
  parseCriterion,
  parseParty,
  parseProbability,
  parseSeverity,
  parseSource,
  type HazardNames,
} from './hazard-names';
import { holdToLifecycle, readSteps } from './hazard-steps';
import type { RowReader } from './row-reader';
import type { RowContext } from './row-context';
import { pastDate, registrationNoOf } from './rows';
import { withoutUndefined } from '../../domain/record/without-undefined';

/** A row of a ledger: the hazard as it was found, what has been done about it, and its number in that ledger. */
export type HazardRow = Hazard & { readonly steps: readonly HazardStep[]; readonly hazardNo?: string };

/** The number by which a table of steps names a hazard of its elevator. */
export function hazardNoIn(row: RowReader): string | undefined {
  const no = row.text('hazard_no');
  return no === undefined ? undefined : plain(no).toUpperCase();
}

export function readHazard(row: RowReader, { pack, today }: RowContext): HazardRow | null {
  const names = pack.hazards;
  if (names === undefined) {
    row.refuse('component', 'no-hazard-criteria');
    return null;
  }
  const registrationNo = registrationNoOf(row);
  const foundOn = pastDate(row, 'found_on', today);
  const foundBy = row.requiredNames('found_by');
  const component = row.requiredParsed('component', (text) => parseComponent(text, names.components));
  const what = row.requiredText('what', MAX_NOTE);
  const party = row.requiredParsed('responsible', parseParty);
  const rest = restOf(row, names);
  if (rest.deadline !== undefined && foundOn !== undefined && rest.deadline < foundOn)
    row.refuse('deadline', 'end-before-start', { start: foundOn });
  const steps = readSteps(row, today);
  if (row.refusals.length > 0 || registrationNo === undefined || foundOn === undefined) return null;
  if (component === undefined || what === undefined || party === undefined) return null;
  const responsible = withoutUndefined({
    party,
    unit: row.text('responsible_unit'),
    person: row.text('responsible_person', MAX_NAME),
  });
  const hazard: Hazard = withoutUndefined({ registrationNo, foundOn, foundBy, component, what, responsible, ...rest });
  holdToLifecycle(row, hazard, steps, lifecycleRulesOf(names));
  const hazardNo = hazardNoIn(row);
  if (row.refusals.length > 0) return null;
  return { ...hazard, steps: steps.map(({ step }) => step), ...(hazardNo === undefined ? {} : { hazardNo }) };
}

function restOf(row: RowReader, { classes }: HazardNames) {
  return {
    foundTime: row.soft('found_time', parseTime),
    itemId: row.text('item_id', MAX_NAME),
    source: row.parsed('source', parseSource) ?? ('other' as const),
    location: row.text('location'),
    scenario: row.text('scenario', MAX_NOTE),
    basis: row.text('basis', MAX_NOTE),
    severe: row.parsed('severe', (text) => parseCriterion(text, 'severe', classes)),
    major: row.parsed('major', (text) => parseCriterion(text, 'major', classes)),
    risk: riskOf(row),
    measure: row.text('measure', MAX_NOTE),
    deadline: row.day('deadline'),
    estimatedCost: row.soft('estimated_cost', parseYuan),
    costSource: row.text('cost_source'),
    note: row.text('note', MAX_NOTE),
    extra: row.extra(),
  };
}

/** A cell of the matrix takes both its sides. */
export function riskOf(row: RowReader): RiskEstimate | undefined {
  const severity = row.parsed('severity', parseSeverity);
  const probability = row.parsed('probability', parseProbability);
  const reason = row.text('risk_reason', MAX_NOTE);
  const sides = ['severity', 'probability'] as const;
  const filled = [...sides, 'risk_reason'].find((field) => row.raw(field) !== '');
  if (filled === undefined) return undefined;
  for (const side of sides)
    if (row.raw(side) === '') row.refuse(side, 'missing-value', { filled: row.headerOf(filled) });
  if (severity === undefined || probability === undefined) return undefined;
  return withoutUndefined({ severity, probability, reason });
}
