import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';
import { isTask } from '../../../domain/inspection/inspection';
import { DEADLINE_CASES } from '../../support/deadline-cases';
import { JOINT_CASES, type JointCase } from '../../support/joint-cases';

const folder = mkdtempSync(join(tmpdir(), 'cli-joints-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function table(name: string, head: string, rows: readonly (readonly string[])[]): string {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, [head, ...rows.map((row) => row.join(','))].join('\n'));
  return path;
}

/** Cases that one command can answer: those of a pack on a day. */
const runOf = ({ pack, asOf = '2026-11-23' }: JointCase): string => `${pack} ${asOf}`;
const CASES = [...JOINT_CASES, ...DEADLINE_CASES];
const NUMBERED = CASES.map((one, index) => ({ no: `J-${index}`, ...one }));
const RUNS = [...new Set(CASES.map(runOf))].map((run) => [run, NUMBERED.filter((one) => runOf(one) === run)] as const);

type Numbered = JointCase & { readonly no: string };

async function printed(run: string, cases: readonly Numbered[]) {
  const [pack = '', asOf = ''] = run.split(' ');
  const { out } = await answer([
    ...['audit', '--pack', pack, '--as-of', asOf, '--format', 'json'],
    '--register',
    table(
      'register',
      'registration_no,kind,accepted_on,in_service_on,governor_since',
      cases.map(({ no, kind = '3110', acceptedOn, inServiceOn = acceptedOn, governorSince = '' }) => [
        ...[no, kind, acceptedOn, inServiceOn],
        governorSince,
      ]),
    ),
    '--visits',
    table(
      'visits',
      'registration_no,date,task',
      cases.flatMap(({ no, acts }) => acts.filter(([, act]) => isTask(act)).map(([date, act]) => [no, date, act])),
    ),
    '--inspections',
    table(
      'inspections',
      'registration_no,date,kind,result,valid_until',
      cases.flatMap(({ no, acts }) =>
        acts
          .filter(([, act]) => !isTask(act))
          .map(([date, act, validUntil = '']) => [no, date, act, 'pass', validUntil]),
      ),
    ),
    '--outages',
    table(
      'outages',
      'registration_no,from,to',
      cases.flatMap(({ no, outages = [] }) => outages.map(([from, to]) => [no, from, to])),
    ),
  ]);
  return JSON.parse(out) as { elevators: { registrationNo: string; rules: { ruleId: string }[] }[] };
}

describe('the command line where a version, an outage, an alteration or a birthday meets a chain', () => {
  it.each(RUNS)('%s', async (run, cases) => {
    const { elevators } = await printed(run, cases);
    for (const { no, name, rule, expected } of cases) {
      const judged = elevators.find(({ registrationNo }) => registrationNo === no);
      expect(
        judged?.rules.find(({ ruleId }) => ruleId === rule),
        name,
      ).toMatchObject(expected);
    }
  });
});
