import type { Page, Route } from 'playwright-core';

/** Holds the calls of one channel back, so that what a page does before the answer can be seen. */
export class HeldCalls {
  /** Calls made so far. */
  made = 0;
  readonly #page: Page;
  readonly #channel: string;
  readonly #held: Route[] = [];
  #holds = true;

  private constructor(page: Page, channel: string) {
    this.#page = page;
    this.#channel = channel;
  }

  static async of(page: Page, channel: string): Promise<HeldCalls> {
    const calls = new HeldCalls(page, channel);
    await page.route('**/api/call', calls.#onCall);
    return calls;
  }

  readonly #onCall = async (route: Route): Promise<void> => {
    const body = route.request().postDataBuffer()?.toString('latin1') ?? '';
    if (!body.includes(`"channel":"${this.#channel}"`)) return route.continue();
    this.made += 1;
    if (!this.#holds) return route.continue();
    this.#held.push(route);
  };

  /** The host cannot be reached for what was held; what comes later goes through. */
  async fail(): Promise<void> {
    this.#holds = false;
    await Promise.all(this.#held.splice(0).map((route) => route.abort()));
  }

  async end(): Promise<void> {
    await this.fail(); // what a test that failed still holds
    await this.#page.unrouteAll({ behavior: 'wait' });
  }
}
