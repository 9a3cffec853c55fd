import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { go } from './app-steps';
import { callHost } from './window-bridge';

const PASSPHRASE = '各表单-口令-12';
const NO = '梯11浙A12077(08)';
const HERE = encodeURIComponent(NO);

export interface Form {
  /** Where it stands on the model of all forms. */
  readonly file: string;
  readonly channel: string;
  readonly open: () => Promise<unknown>;
  readonly fill?: () => Promise<unknown>;
  /** How the words of the button begin that saves, in the dialogue where there is one. */
  readonly save: string;
  /** What the page shows once it is on record; a dialogue is gone. */
  readonly done?: () => Promise<unknown>;
  /** The host refuses what is typed here: there is no second half. */
  readonly isRefused?: true;
}

interface Recorded {
  readonly hazard: string;
  /** A signed report, as a file. */
  readonly report: string;
}

/** A ledger in which every form has something to stand on: an elevator with a record of each kind, and an identity. */
export async function recordedForForms(address: string, folder: string): Promise<Recorded> {
  const ask = (channel: string, request: unknown) => callHost(address, channel, request);
  await ask('settings.write', { author: '王建国', organisation: '恒升电梯工程有限公司' });
  const elevator = {
    registrationNo: NO,
    kind: '3110',
    regime: 'standard',
    address: '翠柏路18号翠柏苑',
    internalNo: '1幢A梯',
    userUnit: '翠柏苑业主委员会',
    maintainer: '恒升电梯工程有限公司',
    acceptedOn: '2008-08-22',
    inServiceOn: '2008-08-30',
    recordsFrom: '2026-10-08',
  };
  await ask('elevator.register', { elevator });
  const late = { reason: '补录' };
  const visit = { registrationNo: NO, date: '2026-10-20', task: 'half-month', technicians: ['张建国'] };
  await ask('visit.log', { visit, late });
  const hazard = {
    registrationNo: NO,
    foundOn: '2026-11-20',
    foundBy: ['王海'],
    source: 'visit',
    component: 'door-lock',
    what: '层门锁紧元件啮合不足',
    responsible: { party: 'maintainer' },
  };
  const { entry } = await (ask('hazard.find', { hazards: [hazard] }) as Promise<{
    entry: { feed: string; seq: number };
  }>);
  const policy = { insurer: '安平财险', policyNo: 'P-1', cover: '责任险', from: '2026-01-01', to: '2026-12-31' };
  await ask('policy.record', { policies: [{ registrationNo: NO, ...policy, services: [] }] });
  const identity = { organisation: '恒升电梯工程有限公司', kind: 'self-signed', passphrase: PASSPHRASE };
  const { identityId } = await (ask('identity.create', identity) as Promise<{ identityId: string }>);
  const period = { from: '2025-11-21', to: '2026-11-20' };
  const asked = { registrationNo: NO, kind: 'compliance', locale: 'zh-CN', asOf: '2026-11-20', period };
  const signed = { ...asked, identityId, passphrase: PASSPHRASE };
  const { reportId } = await (ask('report.make', signed) as Promise<{ reportId: string }>);
  const { bytes } = await (ask('report.read', { reportId }) as Promise<{ bytes: Uint8Array }>);
  const report = join(folder, 'report.pdf');
  writeFileSync(report, bytes);
  return { hazard: `#/hazards/${HERE}/${entry.feed.slice(0, 8)}-${entry.seq}.1`, report };
}

/**
 * Every form of the program, opened and filled in as a person would. Two need what stands before them: a failed
 * inspection, and a first one, after which it is asked for which elevators they are kept.
 */
export function formsOfProgram(page: Page, recorded: () => Recorded, folder: string): readonly Form[] {
  const dialog = () => page.getByRole('dialog');
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const at = async (hash: string, heading: string | RegExp): Promise<void> => {
    await go(page, hash);
    await page.getByRole('heading', { name: heading }).first().waitFor();
  };
  const elevator = async (key?: string): Promise<void> => {
    await go(page, `#/elevator/${HERE}`);
    await page.getByRole('button', { name: '记停用' }).waitFor();
    if (key === undefined) return;
    await page.keyboard.press(key);
    await dialog().waitFor();
  };
  const hazard = async (key?: string): Promise<void> => {
    await go(page, recorded().hazard);
    await page.getByRole('button', { name: '告知使用单位' }).first().waitFor();
    if (key === undefined) return;
    await page.keyboard.press(key);
    await dialog().waitFor();
  };
  const openedVisit = async (button: string | RegExp): Promise<void> => {
    await elevator();
    const line = page
      .getByRole('row', { name: /张建国/ })
      .getByRole('button')
      .first();
    if ((await line.getAttribute('aria-expanded')) === 'false') await line.click();
    await page.locator('.detail-line').getByRole('button', { name: button, exact: true }).click();
    await dialog().waitFor();
  };
  const insurance = async (open: () => Promise<unknown>): Promise<void> => {
    await at('#/insurance', '保险');
    await page.getByText('P-1').first().waitFor();
    await open();
  };
  /** Once the identities are listed: until then none is chosen. */
  const passphrase = async () => {
    await page
      .locator('select option[value]:not([value=""])', { hasText: '恒升' })
      .last()
      .waitFor({ state: 'attached' });
    await page.getByLabel('证书口令').last().fill(PASSPHRASE);
  };
  return [
    {
      file: 'pages/settings/settings-form.tsx',
      channel: 'settings.write',
      open: () => at('#/settings', '设置'),
      fill: () => page.getByLabel('姓名', { exact: true }).fill('李建国'),
      save: '保存',
      done: () => page.getByText('已保存').first().waitFor(),
    },
    {
      file: 'pages/settings/identity-dialogs.tsx',
      channel: 'identity.import',
      open: () => press('导入 .p12'),
      fill: async () => {
        const file = join(folder, 'none.p12');
        writeFileSync(file, 'not an identity');
        await dialog().locator('input[type=file]').setInputFiles(file);
        await dialog().getByLabel(/口令/).fill(PASSPHRASE);
      },
      save: '导入',
      isRefused: true,
    },
    {
      file: 'pages/settings/identity-dialogs.tsx',
      channel: 'identity.create',
      open: () => press('创建证书'),
      fill: async () => {
        await dialog().getByLabel('口令（至少8位）').fill(PASSPHRASE);
        await dialog().getByLabel('再输一次').fill(PASSPHRASE);
      },
      save: '创建',
    },
    {
      file: 'pages/register/elevator-form-panel.tsx',
      channel: 'elevator.register',
      open: () => at('#/register', '登记电梯'),
      fill: async () => {
        await page.getByLabel('使用登记证编号').fill('梯11浙A12078(08)');
        await page.getByLabel('品种').selectOption('3110');
      },
      save: '登记',
      done: () => page.getByRole('button', { name: '记停用' }).waitFor(),
    },
    {
      file: 'pages/elevator/callout-dialog.tsx',
      channel: 'callout.record',
      open: () => elevator('f'),
      fill: async () => {
        await dialog().getByRole('textbox').first().fill('2026-11-20 08:10');
        await page.keyboard.press('Tab');
        await dialog().getByLabel('补录原因').fill('纸面记录后到');
      },
      save: '保存',
    },
    {
      file: 'pages/elevator/contract-dialog.tsx',
      channel: 'contract.record',
      open: async () => {
        await elevator();
        await press('记合同');
      },
      fill: async () => {
        await dialog().getByLabel('维保单位').fill('恒升电梯');
        await dialog().getByLabel('合同开始').fill('2026-01-01');
      },
      save: '保存',
    },
    {
      file: 'pages/people/roster-dialog.tsx',
      channel: 'roster.record',
      open: async () => {
        await at('#/people', '人员与单位');
        await press('登记人员');
      },
      fill: () => dialog().getByLabel('姓名').fill('王海'),
      save: '保存',
    },
    {
      file: 'pages/elevator/drill-dialog.tsx',
      channel: 'drill.record',
      open: async () => {
        await elevator();
        await press('记演练');
      },
      fill: () => dialog().getByLabel('参加人员').fill('王海、赵敏'),
      save: '保存',
    },
    {
      file: 'pages/routine/check-dialog.tsx',
      channel: 'daily-check.record',
      open: async () => {
        await at('#/routine', '日管控、周排查、月调度');
        await page.getByRole('button', { name: '说明未检查' }).click();
      },
      fill: () => dialog().getByLabel('当日为何没有检查').fill('全院停电'),
      save: '保存',
    },
    {
      file: 'pages/elevator/device-event-dialog.tsx',
      channel: 'device-event.record',
      open: async () => {
        await elevator();
        await press('记设备事件');
      },
      fill: async () => {
        await dialog().getByLabel('来源').fill('物联网终端');
        await dialog().getByLabel('开始时间').fill('2026-11-20 08:10');
      },
      save: '保存',
    },
    {
      file: 'pages/routine/paper-dialog.tsx',
      channel: 'routine.paper',
      open: async () => {
        await at('#/routine', '日管控、周排查、月调度');
        await page.getByRole('button', { name: '周报', exact: true }).click();
        await dialog().waitFor();
      },
      fill: async () => {
        await dialog().getByLabel('情况小结').fill('无异常');
        await passphrase();
      },
      save: '签名并保存',
    },
    {
      file: 'pages/elevator/outage-dialog.tsx',
      channel: 'outage.record',
      open: async () => {
        await elevator();
        await press('记停用');
      },
      fill: async () => {
        await dialog().getByLabel('停用日期').fill('2026-10-12');
        await dialog().getByLabel('启用日期').fill('2026-10-15');
      },
      save: '保存',
    },
    {
      file: 'pages/elevator/inspection-dialog.tsx',
      channel: 'inspection.record',
      open: () => elevator('i'),
      fill: () => dialog().getByLabel('结论').selectOption('fail'),
      save: '保存',
      done: () => dialog().getByRole('button', { name: '停用并登记隐患' }).waitFor(),
    },
    {
      file: 'pages/elevator/failed-inspection-dialog.tsx',
      channel: 'hazard.find',
      open: () => dialog().getByRole('button', { name: '停用并登记隐患' }).waitFor(), // the inspection before leads here
      fill: () => dialog().getByLabel('发现人').fill('王建国'),
      save: '停用并登记隐患',
    },
    {
      file: 'features/inspections-kept/use-kept-form.ts',
      channel: 'inspections.keep',
      open: () => press('回答'), // asked once there is an inspection
      fill: () => dialog().getByRole('radio', { name: '全部电梯' }).check(),
      save: '保存',
    },
    {
      file: 'pages/visit/log-visit.tsx',
      channel: 'visit.log',
      open: async () => {
        await go(page, `#/visit/${HERE}`);
        await page.locator('[data-field="technicians"]').waitFor();
      },
      fill: async () => {
        await page.getByLabel('逐项结果另有纸质记录').check();
        await page.locator('[data-field="technicians"]').fill('李明');
      },
      save: '保存记录',
      done: () => page.getByRole('button', { name: '记停用' }).waitFor(),
    },
    {
      file: 'features/signing/record-paper-dialog.tsx',
      channel: 'report.make',
      open: () => openedVisit(/^出具记录单/),
      fill: passphrase,
      save: '签名并保存',
    },
    {
      file: 'features/confirmations/confirm-dialog.tsx',
      channel: 'confirmation.record',
      open: () => openedVisit('确认'),
      fill: async () => {
        await dialog().locator('code').first().waitFor(); // until it is known what is confirmed, nothing can be
        await dialog().getByLabel('使用单位安全管理人员').fill('周敏');
      },
      save: '确认',
    },
    {
      file: 'pages/elevator/correct-visit.tsx',
      channel: 'visit.correct',
      open: () => openedVisit('更正'),
      fill: async () => {
        await dialog().getByLabel('备注').fill('已换门机皮带');
        await dialog().getByLabel('理由').fill('漏记');
      },
      save: '保存',
    },
    {
      file: 'features/record/withdraw-dialog.tsx',
      channel: 'visit.withdraw',
      open: () => openedVisit('撤回'),
      fill: () => dialog().getByLabel('理由').fill('记错了电梯'),
      save: '撤回',
    },
    {
      file: 'features/hazard/find-hazard-dialog.tsx',
      channel: 'hazard.find',
      open: async () => {
        await at('#/hazards', '隐患');
        await page.keyboard.press('n');
        await dialog().waitFor();
      },
      fill: async () => {
        await dialog().getByLabel('电梯', { exact: true }).fill(NO);
        await dialog().getByLabel('电梯', { exact: true }).press('Tab');
        await dialog().getByLabel('部位').selectOption({ index: 3 });
        await dialog().getByLabel('隐患描述').fill('层门地坎有异物');
      },
      save: '保存隐患',
    },
    {
      file: 'pages/hazards/correct-hazard-dialog.tsx',
      channel: 'hazard.correct',
      open: () => hazard('e'),
      fill: async () => {
        await dialog().getByLabel('位置').fill('3层');
        await dialog().getByLabel('理由').last().fill('漏写');
      },
      save: '保存',
    },
    {
      file: 'features/hazard/step-dialog.tsx',
      channel: 'hazard.advance',
      open: () => hazard('m'),
      fill: () => dialog().getByLabel('告知对象').fill('翠柏苑业主委员会'),
      save: '保存这一步',
    },
    {
      file: 'pages/hazards/use-paper-form.ts',
      channel: 'report.make',
      open: () => hazard(),
      fill: passphrase,
      save: '签发',
      done: () => page.getByRole('button', { name: '另存 PDF' }).first().waitFor(),
    },
    {
      file: 'pages/insurance/record-policy.tsx',
      channel: 'policy.record',
      open: () => insurance(() => page.keyboard.press('n')),
      fill: async () => {
        await page.getByLabel('保险人').fill('安平财险');
        await page.getByLabel('保单号').fill('P-2');
        await page.getByLabel('保障').fill('财产险');
        await page.getByLabel('起期').fill('2026-01-01');
        await page.getByLabel('止期').fill('2026-12-31');
        await page.getByRole('checkbox').first().check();
      },
      save: '保存',
      done: () => page.getByText('P-2').first().waitFor(),
    },
    {
      file: 'pages/insurance/claim-dialog.tsx',
      channel: 'claim.record',
      open: () => insurance(() => page.keyboard.press('c')),
      fill: async () => {
        await dialog().getByRole('combobox').first().selectOption({ index: 1 });
        await dialog().getByLabel('事由').fill('门夹伤人');
      },
      save: '保存',
    },
    {
      file: 'pages/insurance/correct-policy.tsx',
      channel: 'policy.correct',
      open: () => insurance(() => press('更正或撤回')),
      fill: async () => {
        await dialog().getByLabel('保障').fill('电梯责任保险');
        await dialog().getByLabel('理由').fill('名称有误');
      },
      save: '更正',
    },
    {
      file: 'pages/insurance/insurer-bundle.tsx',
      channel: 'insurer.bundle',
      open: () => insurance(() => press('保险资料')),
      fill: passphrase,
      save: '制作',
      done: async () => {
        await dialog().getByText(/1 台/).first().waitFor();
        await page.keyboard.press('Escape');
      },
    },
    {
      file: 'pages/notice/use-notice.ts',
      channel: 'sheet.batch',
      open: () => at('#/notice', '公示'),
      fill: async () => {
        await page.getByRole('checkbox', { name: /12077/ }).check();
        await passphrase();
      },
      save: '制作并签名',
      done: () => page.getByText('已制作并签名 1 台').waitFor(),
    },
    {
      file: 'pages/reports/use-report-form.ts',
      channel: 'report.make',
      open: () => at('#/reports', '报告'),
      fill: async () => {
        await page.getByLabel('电梯', { exact: true }).fill(NO);
        await passphrase();
      },
      save: '出具并签名',
      done: () => page.getByRole('status').getByRole('button').first().waitFor(),
    },
    {
      file: 'features/signing/countersign-dialog.tsx',
      channel: 'countersign.make',
      open: async () => {
        await go(page, '#/verify');
        await page.locator('input[type=file][accept*=".pdf"]').first().setInputFiles(recorded().report);
        await page.getByRole('button', { name: '签收', exact: true }).click();
      },
      fill: passphrase,
      save: '加签并另存',
    },
    {
      file: 'pages/assess/assess-form.tsx',
      channel: 'assessment.record',
      open: () => at(`#/assess/${HERE}`, '评估项目'),
      fill: async () => {
        await press('其余未查');
        await page.getByLabel('评估机构').fill('浙江省特科院');
        await page.getByLabel('评估人员').fill('张三、李四');
        await page.getByRole('button', { name: '修理' }).click();
        await page.getByLabel('理由', { exact: true }).fill('须修理');
      },
      save: '保存',
      done: () => page.getByRole('heading', { name: '年限与参数' }).waitFor(),
    },
  ];
}
