import type { Request, Route } from 'playwright-core';
import type { LoopbackApp } from './loopback-app';

/** Holds the calls of one channel back, so that what a page does before the answer can be seen. */
export class HeldCalls {
  /** Calls made so far. */
  made = 0;
  readonly #app: LoopbackApp;
  readonly #channel: string;
  readonly #held: Route[] = [];
  #holds = true;

  constructor(app: LoopbackApp, channel: string) {
    this.#app = app;
    this.#channel = channel;
    app.between = (route) => this.#take(route);
  }

  #take(route: Route): boolean {
    if (!isCallOf(route.request(), this.#channel)) return false;
    this.made += 1;
    if (this.#holds) this.#held.push(route);
    return this.#holds;
  }

  /** The host cannot be reached for what was held; what comes later goes through. */
  async fail(): Promise<void> {
    this.#holds = false;
    await Promise.all(this.#held.splice(0).map((route) => route.abort()));
  }

  async end(): Promise<void> {
    await this.fail(); // what a test that failed still holds
    this.#app.between = null;
  }
}

/** Whether a request asks the host by this channel. */
export function isCallOf(request: Request, channel: string): boolean {
  return request.postDataBuffer()?.includes(`"channel":"${channel}"`) === true;
}
