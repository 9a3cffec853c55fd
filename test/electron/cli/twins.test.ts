import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answer } from '../../support/command-line';

describe('numbers on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cli-twins-'));
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const visits = write('v.csv', 'registration_no,date,task\n梯11浙A12345(24),2026-10-10,half-month\n');
  const audit = (register: string, ...rest: string[]) =>
    answer(['audit', '--register', register, '--visits', visits, '--as-of', '2026-11-23', ...rest]);

  it('that are nearly others are judged apart and told on standard error', async () => {
    const register = write(
      'near.csv',
      'registration_no,kind,records_from\n梯11浙A12345(24),3110,2026-10-01\n梯11浙a12345(23),3110,2026-10-01\n',
    );
    const zh = await audit(register, '--format', 'json', '--locale', 'zh-CN');
    expect((JSON.parse(zh.out) as { elevators: unknown[] }).elevators).toHaveLength(2);
    expect(zh.err).toContain(
      'near.csv:3 编号“梯11浙a12345(23)”与“梯11浙A12345(24)”只差括号里的年份、大小写：按两台分别判定',
    );
    const en = await audit(register, '--locale', 'en');
    expect(en.err).toContain(
      'differs from 梯11浙A12345(24) only by the year in brackets, upper and lower case: judged apart',
    );
  });

  it('in two spellings are one elevator, explained by either of them', async () => {
    const register = write('wide.csv', 'registration_no,kind,records_from\n梯11浙A12345（24）,3110,2026-10-01\n');
    for (const asked of ['梯11浙A12345（24）', '梯11浙A12345(24)', '梯１１浙A 12345(24)']) {
      const { out, err } = await audit(register, '--explain', asked);
      expect(err).toBe('');
      expect(out).toContain('梯11浙A12345(24)');
    }
  });
});
