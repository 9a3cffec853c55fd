import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { go, judgeFrom, leaveWordsAsked, makeCertificate } from '../support/app-steps';
import { isCallOf } from '../support/held-calls';
import { choose, tabTo, typeInto } from '../support/keyboard';
import { LoopbackApp } from '../support/loopback-app';
import { preflight, runOk } from '../support/pdf/outside-tools';
import { textOf } from '../support/pdf/rendered';

const samples = join(import.meta.dirname, '..', 'fixtures', 'samples');
const FILES = ['register.xlsx', 'visits-2025.csv', 'visits-2026.csv', 'outages.csv', 'inspections.csv'];
const PASSPHRASE = '翠柏苑-样例-口令-5';
/** The day the samples end on. */
const AS_OF = '2026-11-23';

/** Elevators of 2004 in the samples, each with the hazards that are recorded of it and what their reports must tell. */
const OLD = [
  {
    no: '梯11浙A12028(04)',
    hazards: [
      { on: '2026-09-15', part: '门锁', what: '门锁啮合长度实测5.5 mm', severe: '安全附件' },
      { on: '2026-10-08', part: '限速器', what: '限速器未见每年校验记录', severe: null },
    ],
    tells: [
      '超期116个在用日',
      '超期53个在用日',
      '超期42个在用日',
      '超期23个在用日',
      '严重事故隐患未消除',
      '2021-07-31超期8个在用日', // counted from the first act after the silence since the acceptance
    ],
  },
  {
    no: '梯11浙A12014(04)',
    hazards: [{ on: '2026-11-02', part: '制动器', what: '制动器衬片磨损到限', severe: null }],
    tells: ['一般隐患未消除', '严重事故隐患未登记'],
  },
  {
    no: '梯11浙A12056(04)',
    hazards: [{ on: '2026-11-05', part: '曳引轮', what: '曳引轮槽磨损不均', severe: null }],
    tells: ['曳引轮', '一般隐患未消除'],
  },
] as const;

describe('old elevators of the samples, with hazards entered by keyboard', () => {
  const app = new LoopbackApp();
  const scratch = mkdtempSync(join(tmpdir(), 'elevator-audit-e2e-old-samples-'));
  let page: Page;

  beforeAll(async () => {
    await app.startHost();
    page = await app.openPage();
    await go(page, '#/import');
    await page.setInputFiles(
      'input[type=file]',
      FILES.map((name) => join(samples, name)),
    );
    await leaveWordsAsked(page);
    await page.getByRole('heading', { name: '拒收 9 行' }).waitFor();
    await judgeFrom(page, 'proposed');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/已写入：37 台电梯/).waitFor();
    await go(page, '#/settings');
    await page.getByLabel('规则包').selectOption('cn-zj-hz');
    await makeCertificate(page, PASSPHRASE);
    await go(page, '#/');
    const asOf = page.getByLabel('截至日期');
    await asOf.fill(AS_OF);
    await asOf.press('Enter');
  });
  afterAll(async () => {
    await app.end();
    rmSync(scratch, { recursive: true, force: true });
  });

  it.each(OLD.flatMap(({ no, hazards }) => hazards.map((hazard) => [hazard.what, no, hazard] as const)))(
    'records: %s',
    async (what, no, { on, part, severe }) => {
      await go(page, '#/hazards');
      await page.getByRole('heading', { name: '隐患', exact: true, level: 1 }).waitFor();
      await page.keyboard.press('n');
      await page.getByRole('dialog', { name: '记隐患' }).waitFor();
      await tabTo(page, /^电梯/);
      await page.keyboard.insertText(no);
      await page.keyboard.press('Enter');
      await typeInto(page, /^发现日期/, on);
      await typeInto(page, /^发现人/, '王海');
      await choose(page, /^部位/, part);
      await typeInto(page, /^隐患描述/, what);
      if (severe !== null) await choose(page, /^严重事故隐患/, severe);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { name: what }).waitFor();
    },
  );

  it.each(OLD)('a signed report of $no, from its passport, is what the outside judges take', async (old) => {
    const { no, hazards, tells } = old;
    await go(page, `#/stock/${encodeURIComponent(no)}`);
    await page.getByRole('heading', { name: /翠柏苑/, level: 1 }).waitFor();
    // Enter comes before the identities are listed, and is not lost.
    app.between = async (route) => {
      if (isCallOf(route.request(), 'identity.list')) await delay(1_000);
      return false;
    };
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: '出具报告' }).waitFor();
    await typeInto(page, '证书口令', PASSPHRASE);
    await page.keyboard.press('Enter');
    const save = page.getByRole('status').getByRole('button', { name: '另存 PDF' });
    await save.waitFor();
    app.between = null;
    const download = page.waitForEvent('download');
    await save.press('Enter');
    const file = join(process.env['KEEP_PAPERS'] ?? scratch, `${no}.pdf`);
    await (await download).saveAs(file);
    const text = textOf(file);
    expect(text).toContain(`老旧电梯隐患治理报告${no}`);
    for (const { what } of hazards) expect(text).toContain(what.replaceAll(' ', ''));
    for (const told of tells) expect(text).toContain(told);
    expect(preflight(file)).toEqual([]);
    expect(runOk('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
    expect(runOk('pdfsig', [file])).toContain('Signature is Valid');
  });

  it('nothing left the machine and no page complained', () => {
    expect(app.faults).toEqual([]);
  });
});
