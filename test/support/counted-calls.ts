import type { CDPSession, Page } from 'playwright-core';

/** Counts the calls of one function of a page's own code. */
export class CountedCalls {
  readonly #session: CDPSession;
  readonly #page: Page;
  readonly #words: readonly string[];

  private constructor(session: CDPSession, page: Page, words: readonly string[]) {
    this.#session = session;
    this.#page = page;
    this.#words = words;
  }

  /** Of the innermost function in whose text all the words stand: a build keeps them where it keeps no name. */
  static async of(page: Page, words: readonly string[]): Promise<CountedCalls> {
    const session = await page.context().newCDPSession(page);
    await session.send('Profiler.enable');
    await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    return new CountedCalls(session, page, words);
  }

  /** Since it was last asked. */
  async taken(): Promise<number> {
    const { result } = await this.#session.send('Profiler.takePreciseCoverage');
    let calls = 0;
    for (const { url, functions } of result) {
      if (!url.startsWith('http')) continue;
      const source = await this.#page.evaluate(async (from) => (await fetch(from)).text(), url);
      const holding = functions
        .map(({ ranges }) => ranges[0]!)
        .filter(({ startOffset, endOffset }) =>
          this.#words.every((word) => source.slice(startOffset, endOffset).includes(word)),
        )
        .sort((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset));
      calls += holding[0]?.count ?? 0;
    }
    return calls;
  }
}
