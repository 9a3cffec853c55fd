import type { Page } from 'playwright-core';
import { fillPaperVisit, go } from '../support/app-steps';
import { readWatched } from '../support/watched-page';
import { callHost } from '../support/window-bridge';
import { hostBytes, journalBytes, spentByHost } from './app-gauges';
import { longTask, timed, told, within, type Told } from './app-told';
import type { CountedApp } from './counted-app';
import { medianOf, ms } from './timing';

const SAVES = 3;
const AT_ONCE = 20;
const MOST_FIRST_MS = 300;
const MOST_TIMES_ENTRY = 4;

/** Visits saved in the page, each until the page of its elevator shows it and the fleet's row is renewed. */
export async function savedInPage(app: CountedApp, page: Page, registrationNo: string): Promise<Told> {
  const times: number[] = [];
  const longest: number[] = [];
  const written: number[] = [];
  const read: number[] = [];
  for (let place = 1; place <= SAVES; place++) {
    await go(page, `#/visit/${encodeURIComponent(registrationNo)}`);
    await page.getByText('附件A').first().waitFor();
    await fillPaperVisit(page, '王海');
    const clock = `0${place}:0${place}`;
    await page.getByLabel('开始时间').fill(clock);
    await readWatched(page);
    const before = { ...hostBytes(app), ...journalBytes(app) };
    const { journalRead } = await app.counted(async () => {
      times.push(
        await timed(async () => {
          await page.keyboard.press('Control+Enter');
          await page.getByText(clock).first().waitFor();
          await page.locator('.busy-line').waitFor({ state: 'detached' });
        }),
      );
      await page.waitForTimeout(500);
    });
    const entry = journalBytes(app).journal - before.journal;
    read.push(journalRead / entry);
    written.push((hostBytes(app).written - before.written) / entry);
    longest.push(Math.max(0, ...(await readWatched(page)).longTasks));
  }
  const asTimes = (value: number): string => `${value.toFixed(1)} × its entry`;
  return {
    waits: [
      { what: 'a save in the page until it is shown', result: ms(medianOf(times)) },
      { what: 'longest task of a save', result: longTask(medianOf(longest)) },
    ],
    counts: [
      within('bytes of the journal read a save', medianOf(read), MOST_TIMES_ENTRY, asTimes),
      {
        what: 'bytes that the host writes a save',
        result: asTimes(medianOf(written)),
        ratio: 'replies to the page among them',
      },
    ],
  };
}

/** The first save after a start, then several of different elevators asked for at once. */
export async function savedAfterStart(app: CountedApp, numbers: readonly string[]): Promise<Told> {
  const [one = '', ...others] = numbers;
  const save = (registrationNo: string) => callHost(app.address, 'visit.log', visitOf(registrationNo));
  const first = await spentByHost(app, () => save(one));
  const together = others.slice(0, AT_ONCE);
  let time = 0;
  const { journalFlushes } = await app.counted(async () => {
    time = await timed(() => Promise.all(together.map(save)));
  });
  return {
    waits: [
      {
        what: 'first save after a start',
        result: told(first),
        aim: { text: `≤ ${ms(MOST_FIRST_MS)}`, reached: first.wall <= MOST_FIRST_MS },
      },
      { what: `${AT_ONCE} saves asked for at once, until the last is answered`, result: ms(time) },
    ],
    counts: [{ what: `flushes of ${AT_ONCE} saves asked for at once`, result: String(journalFlushes) }],
  };
}

function visitOf(registrationNo: string) {
  const visit = { registrationNo, date: '2026-11-23', task: 'half-month', technicians: ['王海'], startedAt: '05:05' };
  return { visit, late: { reason: '测量' } };
}
