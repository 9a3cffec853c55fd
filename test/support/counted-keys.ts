import type { Page } from 'playwright-core';

/** A keyboard that counts: each sign that is typed and each chord is one. */
export class CountedKeys {
  readonly #page: Page;
  pressed = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#page.keyboard.press(key);
      this.pressed += 1;
    }
  }

  async type(text: string): Promise<void> {
    await this.press(...Array.from(text));
  }
}
