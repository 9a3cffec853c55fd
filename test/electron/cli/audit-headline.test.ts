import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';

interface Printed {
  readonly scope: string;
  readonly elevators: readonly {
    readonly registrationNo: string;
    readonly verdict: string;
    readonly weight: string | null;
    readonly verdictByLaw: string;
    readonly rules: readonly {
      readonly ruleId: string;
      readonly status: string;
      readonly dueOn: string | null;
      readonly failures?: readonly object[];
      readonly gaps: readonly { readonly clause: string; readonly weight: string }[];
    }[];
    readonly use: { readonly state: string; readonly reasons: readonly object[] };
    readonly entry: object;
  }[];
  readonly totals: Readonly<Record<string, number>>;
}

const truth = join(import.meta.dirname, '..', '..', 'fixtures', 'truth');
const folder = mkdtempSync(join(tmpdir(), 'cli-headline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const audit = (register: string, visits: string, asOf: string, ...rest: string[]) =>
  answer(['audit', '--register', register, '--visits', visits, '--as-of', asOf, ...rest]);
const json = async (...command: Parameters<typeof audit>) => {
  const { code, out, err } = await audit(...command, '--format', 'json');
  return { code, err, printed: JSON.parse(out) as Printed };
};
const ruleOf = ({ elevators: [elevator] }: Printed, ruleId: string) =>
  elevator?.rules.find((rule) => rule.ruleId === ruleId);

describe('an elevator in use after a failed periodic inspection', () => {
  const at = (name: string): string => join(truth, 'failed-inspection', name);
  const command = [at('reg.csv'), at('vis.csv'), '2026-11-23', '--inspections', at('ins.csv')] as const;

  it('is failed and non-compliant, must not be used by article 40, and ends with 1', async () => {
    const { code, printed } = await json(...command);
    expect(code).toBe(1);
    expect(printed.scope).toBe('all');
    expect(ruleOf(printed, 'cn.inspection.periodic')).toMatchObject({
      status: 'failed',
      failures: [{ on: '2026-10-28', to: null, serviceDays: 26, weight: 'law' }],
    });
    expect(printed.elevators[0]).toMatchObject({
      verdict: 'non-compliant',
      weight: 'law',
      verdictByLaw: 'non-compliant',
      use: {
        state: 'must-not-run',
        reasons: [
          { kind: 'failed-inspection', on: '2026-10-28', record: 'D2', clause: '特种设备安全法第40条', weight: 'law' },
        ],
      },
    });
    expect(Object.keys(printed.elevators[0]!.use.reasons[0]!)).toEqual(['kind', 'on', 'record', 'clause', 'weight']);
    expect(printed.totals).toMatchObject({ 'non-compliant': 1, mustNotRun: 1, cannotTell: 0 });
  });

  it('is named with its clause in the language that is asked for', async () => {
    const { printed } = await json(...command, '--locale', 'en');
    expect(printed.elevators[0]?.use.reasons).toMatchObject([{ clause: 'SE Safety Law art. 40' }]);
    const english = await audit(...command, '--locale', 'en');
    expect(english.out).toContain('inspection failed (2026-10-28, D2) [law] SE Safety Law art. 40');
    expect(english.out).toContain('Periodic inspection  [failed, not re-checked]: On 28 October 2026');
    const chinese = await audit(...command, '--locale', 'zh-CN');
    expect(chinese.out).toContain('检验不合格（2026-10-28，D2）〔法定〕特种设备安全法第40条');
    expect(chinese.out).toContain('定期检验  [不合格，未复检]：2026年10月28日定期检验不合格');
    expect(chinese.out).toContain('使用：不得使用 1；停用中 0；记录不足，不能判断 0');
  });

  it('must not be used in scope maintenance either, though its intervals are kept', async () => {
    const { code, printed } = await json(...command, '--scope', 'maintenance');
    expect(printed.scope).toBe('maintenance');
    expect(printed.elevators[0]).toMatchObject({ verdict: 'compliant', use: { state: 'must-not-run' } });
    expect(ruleOf(printed, 'cn.inspection.periodic')?.status).toBe('no-data');
    expect(code).toBe(1);
  });

  it('is explained with use, scope and entry', async () => {
    const { out } = await audit(...command, '--locale', 'zh-CN', '--explain', '梯11浙T00001(26)');
    expect(out).toMatch(/^梯11浙T00001\(26\) {2}不合规（法定）\n {2}范围：维保间隔与检验、检测\n {2}使用：不得使用\n/);
    expect(out).toContain('  录入：当期录入 0，导入 4\n');
    expect(out).toContain('定期检验  [不合格，未复检]');
    const { printed } = await json(...command, '--explain', '梯11浙T00001(26)');
    expect((printed as unknown as { explanation: object }).explanation).toMatchObject({
      verdict: 'non-compliant',
      scope: 'all',
      use: { state: 'must-not-run', reasons: [{ clause: '特种设备安全法第40条' }] },
      entry: { direct: 0, late: 0, imported: 4 },
    });
  });
});

describe('a supervision inspection of twenty years ago', () => {
  const at = (name: string): string => join(truth, 'inspection-due', name);
  const judged = (inspections: string) =>
    json(at('reg.csv'), at('vis.csv'), '2026-11-29', '--inspections', at(inspections));

  it('makes no verdict worse and moves no deadline', async () => {
    const [both, last] = await Promise.all([judged('ins.csv'), judged('ins-only-last.csv')]);
    for (const { printed, code } of [both, last]) {
      expect(ruleOf(printed, 'cn.inspection.periodic')?.dueOn).toBe('2026-12-31');
      expect(code).toBe(0);
    }
    expect(both.printed.elevators[0]?.verdict).toBe(last.printed.elevators[0]?.verdict);
  });

  it('brings no remedy of twenty years ago', async () => {
    const { out } = await audit(
      ...([at('reg.csv'), at('vis.csv'), '2026-11-29', '--inspections', at('ins.csv')] as const),
      ...['--locale', 'zh-CN'],
    );
    expect(out).not.toContain('2005');
  });
});

describe('three elevators late by a reading alone', () => {
  const at = (name: string): string => join(truth, 'doubts', name);
  const command = [at('elevators.csv'), at('visits.csv'), '2024-04-18'] as const;

  it('are non-compliant at weight reading, compliant by the text', async () => {
    const { code, printed } = await json(...command);
    expect(code).toBe(1);
    expect(printed.elevators).toHaveLength(3);
    for (const elevator of printed.elevators) {
      expect(elevator).toMatchObject({ verdict: 'non-compliant', weight: 'reading', verdictByLaw: 'compliant' });
      expect(elevator.rules.flatMap(({ gaps }) => gaps)).toMatchObject([
        { clause: 'TSG T5002-2017第6条', weight: 'reading' },
      ]);
    }
  });

  it('are told by both verdicts', async () => {
    expect((await audit(...command, '--locale', 'zh-CN')).out).toContain(
      '不合规（通行读法；仅按法定：合规）  梯11浙Z00001(24) 1#',
    );
    const { out } = await audit(...command, '--locale', 'en');
    expect(out).toContain('non-compliant (accepted reading; by law alone: compliant)  梯11浙Z00001(24) 1#');
    expect(out).toContain('Scope: maintenance intervals only, without inspections and tests');
    expect(out).not.toContain('records do not suffice to tell');
  });
});

describe('a row of the table of hazards', () => {
  const register = write('one.csv', 'registration_no,kind,records_from\n梯H,3110,2026-10-01\n');
  const visits = write('one-visits.csv', 'registration_no,date,task\n梯H,2026-10-01,year\n梯H,2026-10-15,half-month\n');
  const HEAD =
    'registration_no,found_on,found_by,source,component,what,responsible,severe,stopped_on,notified_on,notified_to\n';
  const row = (stoppedOn: string): string =>
    `${HEAD}梯H,2026-10-20,张三,visit,door-lock,门锁短接,maintainer,25条(三),${stoppedOn},2026-10-20,物业\n`;

  it('with stopped_on takes the elevator out of use and stops its clock', async () => {
    const hazards = write('stopped.csv', row('2026-10-20'));
    const { code, printed } = await json(register, visits, '2026-11-23', '--hazards', hazards);
    expect(printed.elevators[0]?.use).toEqual({
      state: 'out-of-use',
      reasons: [expect.objectContaining({ kind: 'hazard-stopped', on: '2026-10-20', record: 'YH-01' })],
    });
    expect(ruleOf(printed, 'cn.maintenance.half-month')).toMatchObject({ status: 'met', dueOn: null });
    expect(printed.totals).toMatchObject({ compliant: 1, outOfUse: 1 });
    expect(code).toBe(0);
  });

  it('without it must be out of use, and is overdue', async () => {
    const hazards = write('running.csv', row(''));
    const { code, printed } = await json(register, visits, '2026-10-25', '--hazards', hazards);
    expect(printed.elevators[0]).toMatchObject({
      verdict: 'compliant',
      use: { state: 'must-not-run', reasons: [{ kind: 'hazard-must-stop', record: 'YH-01', weight: 'law' }] },
    });
    expect(code).toBe(1);
  });
});

describe('a register without records_from', () => {
  const register = write(
    'old.csv',
    'registration_no,kind,in_service_on\n梯A,3110,2010-01-05\n梯B,3110,2010-01-05\n梯C,3110,2026-10-01\n',
  );
  const visits = write('old-visits.csv', 'registration_no,date,task\n梯A,2026-11-01,year\n梯C,2026-10-10,year\n');

  it('is judged as the clock says, and the day to write is named on standard error', async () => {
    const { code, err, printed } = await json(register, visits, '2026-11-10', '--locale', 'en');
    expect(code).toBe(1);
    expect(printed.elevators.map(({ verdict }) => verdict)).toEqual(['lapsed', 'non-compliant', 'non-compliant']);
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^梯A: in service on 2010-01-05, first visit .* write records_from 2026-11-01 /),
      expect.stringMatching(/^梯B: in service on 2010-01-05, no visit .* write records_from 2026-11-10 /),
    ]);
  });

  it('of many elevators names twenty and counts the others', async () => {
    const rows = Array.from({ length: 23 }, (_, index) => `梯${index},3110,2010-01-05\n`);
    const many = write('many.csv', `registration_no,kind,in_service_on\n${rows.join('')}`);
    const none = write('none.csv', 'registration_no,date,task\n梯0,2026-11-01,year\n');
    const { err } = await audit(many, none, '2026-11-10', '--locale', 'zh-CN');
    const lines = err.trim().split('\n');
    expect(lines).toHaveLength(21);
    expect(lines[20]).toBe('另有 3 台投用很久而记录从后来才有，同样自投用日起算。');
  });
});

describe('--scope', () => {
  const at = (name: string): string => join(truth, 'failed-inspection', name);

  it('is all or maintenance', async () => {
    const { code, err } = await audit(at('reg.csv'), at('vis.csv'), '2026-11-23', '--scope', 'some');
    expect(code).toBe(2);
    expect(err).toContain('--scope takes one of maintenance, all');
  });

  it('all without inspections tells what the register itself owes', async () => {
    const { printed } = await json(at('reg.csv'), at('vis.csv'), '2026-11-23', '--scope', 'all');
    expect(printed.elevators[0]?.verdict).toBe('not-shown');
    expect(printed.elevators[0]?.use.state).toBe('cannot-tell');
    expect(ruleOf(printed, 'cn.inspection.periodic')?.status).toBe('not-shown');
  });

  it('is that of both sides of --against', async () => {
    const { out } = await audit(
      ...([at('reg.csv'), at('vis.csv'), '2026-11-23', '--inspections', at('ins.csv')] as const),
      ...['--scope', 'maintenance', '--against', '2026-11-20', '--locale', 'en'],
    );
    expect(out).toContain('Scope: maintenance intervals only, without inspections and tests');
    expect(out).toContain('The two sides do not differ.');
  });
});
