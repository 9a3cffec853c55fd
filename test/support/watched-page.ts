import type { Page } from 'playwright-core';

/** What the page is watched by, from before its first script. */
interface Watched {
  readonly longTasks: number[];
  readonly asked: string[];
}

/** Pages opened from now on note their long tasks and what they ask the fleet worker. */
export async function watchPages(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    const watched = { longTasks: [] as number[], asked: [] as string[] };
    (globalThis as unknown as { watched: typeof watched }).watched = watched;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longTasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
    type Post = (this: Worker, message: unknown, owned?: Transferable[]) => void;
    const post = Reflect.get(Worker.prototype, 'postMessage') as Post;
    Worker.prototype.postMessage = function (message: unknown, owned?: unknown) {
      const { kind, name } = message as { kind?: string; name?: string };
      watched.asked.push(kind === 'ask' ? String(name) : String(kind));
      post.call(this, message, owned as Transferable[] | undefined);
    };
  });
}

/** What was noted since it was last read. */
export async function readWatched(page: Page): Promise<Watched> {
  return page.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: { longTasks: number[]; asked: string[] } };
    return { longTasks: watched.longTasks.splice(0), asked: watched.asked.splice(0) };
  });
}
