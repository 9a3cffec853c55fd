import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Evidence } from '../../../domain/report/evidence';
import { answer } from '../../support/command-line';
import { runOk } from '../../support/pdf/outside-tools';

describe('a report made from tables', () => {
  const folder = mkdtempSync(join(tmpdir(), 'own-rows-'));
  const at = (name: string): string => join(folder, name);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells the refused rows of its own elevator and no others, and is numbered with the short name', async () => {
    await answer(['sample', '--elevators', '3', '--years', '1', '--seed', '7', '--out', folder]);
    writeFileSync(at('pass.txt'), 'a passphrase of the test\n');
    const pass = ['--passphrase-file', at('pass.txt')];
    await answer(['identity', 'create', '--name', '绿源物业服务有限公司', '--out', at('signer.p12'), ...pass]);
    const [, first, second] = readFileSync(at('elevators.csv'), 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
      .map((line) => line.split(',')[0]!.replaceAll('"', ''));
    const head = 'registration_no,date,task,technicians\r\n';
    writeFileSync(at('more.csv'), head);
    appendFileSync(at('more.csv'), `${first!},2026-02-30,半月,甲自己\r\n${second!},2026-02-31,半月,乙别人\r\n`);
    const tables = ['--register', at('elevators.csv'), '--visits', at('visits.csv'), '--visits', at('more.csv')];
    const { code, out, err } = await answer([
      ...[
        'report',
        ...tables,
        '--as-of',
        '2026-11-23',
        '--elevator',
        first!,
        '--kind',
        'compliance',
        '--locale',
        'zh-CN',
      ],
      ...[
        '--identity',
        at('signer.p12'),
        ...pass,
        '--short-name',
        '绿源梯审',
        '--skip-bad-rows',
        '--out',
        at('reports'),
      ],
    ]);
    expect(code, err).toBe(0);
    const file = out.trim();
    const evidence = JSON.parse(runOk('qpdf', ['--show-attachment=evidence.json', file])) as Evidence;
    expect(evidence.refused.map(({ cells }) => cells[0])).toEqual([first]);
    expect(JSON.stringify(evidence)).not.toContain('乙别人');
    expect(evidence.number).toMatch(/^绿源梯审〔2026〕合字第[0-9A-F]{8}-0001号$/);
    expect(runOk('pdftotext', ['-raw', file, '-'])).toContain(evidence.number);
  });
});
