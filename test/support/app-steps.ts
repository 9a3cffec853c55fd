import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Goes to a page of the application by its hash; what it shows is awaited by the caller. */
export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** A file with this text in the folder; returns its path. */
export function written(folder: string, name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** On the settings page: makes the signing identity, and names the organisation if none is named yet. */
export async function makeCertificate(page: Page, passphrase: string): Promise<void> {
  await page.getByRole('button', { name: '创建证书' }).click();
  const dialog = page.getByRole('dialog');
  const organisation = dialog.getByLabel('单位名称');
  if ((await organisation.count()) > 0) await organisation.fill('绿源物业服务有限公司');
  await dialog.getByLabel('口令（至少8位）').fill(passphrase);
  await dialog.getByLabel('再输一次').fill(passphrase);
  await dialog.getByRole('button', { name: '创建', exact: true }).click();
  await page.getByText('SHA-256').first().waitFor();
}

/** From the columns of an import, where one word of the sample register is asked about and left as it is, to its preview. */
export async function leaveWordsAsked(page: Page): Promise<void> {
  await page.getByText('观光飞梯').waitFor();
  await page.getByRole('button', { name: '看预览' }).click();
}

/** In the preview of an import: answers for all elevators from which day they are judged. */
export async function judgeFrom(page: Page, day: 'proposed' | 'in-service'): Promise<void> {
  await page.getByRole('button', { name: day === 'proposed' ? '全部从建议日起算' : '全部从投用日起算' }).click();
}

/** Registers a passenger elevator by its number alone; its page is open afterwards. */
export async function registerElevator(page: Page, registrationNo: string): Promise<void> {
  await go(page, '#/register');
  await page.getByLabel('使用登记证编号').fill(registrationNo);
  await page.getByLabel('品种').selectOption('3110');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '记停用' }).waitFor();
}

/** On the page of a visit: the items stand on paper, and who came is typed and left in its field. */
export async function fillPaperVisit(page: Page, technicians: string): Promise<void> {
  await page.getByLabel('逐项结果另有纸质记录').check();
  await page.locator('[data-field="technicians"]').fill(technicians);
}
