import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Firm } from '../../support/firm';

const scratch = mkdtempSync(join(tmpdir(), 'details-of-plan-'));
const crew = (name: string, ...members: string[]) => ({ name, members, perDay: null });
let firm: Firm;

beforeAll(async () => {
  firm = await Firm.found(join(scratch, 'firm'));
  await firm.logVisit('2026-11-01');
  await firm.ask('plan.write', { crews: [crew('东片', '张建国', '钱七'), crew('西片', '李明')] });
});
afterAll(async () => {
  await firm.close();
  rmSync(scratch, { recursive: true, force: true });
});

const planFile = (): string => readFileSync(join(scratch, 'firm', 'plan.json'), 'utf8');

it('a name is found and erased in the plan as it is on record', async () => {
  const { found } = await firm.ask('details.find', { text: '张建国' });
  expect(found).toEqual([{ text: '张建国', kinds: { visits: 1, plan: 1 }, fixed: 0 }]);
  const { details, entry } = await firm.ask('details.erase', { texts: ['张建国'], reason: 'request' });
  expect([details, entry?.type]).toEqual([2, 'details-erased']);
  expect(planFile()).not.toContain('张建国');
  expect((await firm.ask('details.find', { text: '张建国' })).found).toEqual([]);
});

it('one that stands in the plan alone goes without an entry', async () => {
  const { seq } = firm.ports.journal.head;
  expect(await firm.ask('details.erase', { texts: ['钱七'], reason: 'request' })).toMatchObject({
    ...{ entry: null, details: 1, isFinished: true },
  });
  expect([firm.ports.journal.head.seq, planFile().includes('钱七')]).toEqual([seq, false]);
  await expect(firm.ask('details.erase', { texts: ['钱七'], reason: 'request' })).rejects.toThrow('nothing-changed');
});
