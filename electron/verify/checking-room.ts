/** Places at which work is done side by side, or alone by one; each waits its turn in the order of asking. */
export class Room<P> {
  readonly #places: number;
  readonly #idle: P[];
  readonly #waiting: { readonly wants: number; readonly enter: (places: P[]) => void }[] = [];
  /** Counts who came in. */
  #entered = 0;

  constructor(places: readonly P[]) {
    this.#places = places.length;
    this.#idle = [...places];
  }

  /** Places that nobody works at. */
  get idle(): readonly P[] {
    return this.#idle;
  }

  /** `isAlone` tells whether nobody else has been at work since this one began. */
  async one<T>(work: (place: P, isAlone: () => boolean) => Promise<T>): Promise<T> {
    const [place] = await this.#take(1);
    const begun = this.#entered;
    const others = this.#places - this.#idle.length - 1;
    try {
      return await work(place!, () => others === 0 && this.#entered === begun);
    } finally {
      this.#leave([place!]);
    }
  }

  async alone<T>(work: (place: P) => Promise<T>): Promise<T> {
    const places = await this.#take(this.#places);
    try {
      return await work(places[0]!);
    } finally {
      this.#leave(places);
    }
  }

  #take(wants: number): Promise<P[]> {
    if (this.#waiting.length === 0 && wants <= this.#idle.length) return Promise.resolve(this.#reserve(wants));
    return new Promise((enter) => this.#waiting.push({ wants, enter }));
  }

  #reserve(wants: number): P[] {
    this.#entered += 1;
    return this.#idle.splice(0, wants);
  }

  #leave(places: readonly P[]): void {
    this.#idle.unshift(...places);
    for (let next = this.#waiting[0]; next !== undefined && next.wants <= this.#idle.length; next = this.#waiting[0]) {
      this.#waiting.shift();
      next.enter(this.#reserve(next.wants));
    }
  }
}
