import { describe, expect, it } from 'vitest';
import type { VerifyReply } from '../../../domain/bridge/verify-replies';
import { VerificationQueue } from '../../../renderer/features/verification/verification-queue';

const REPLY = { verdict: 'valid' } as VerifyReply;
const file = (name: string): File => new File([name], name, { lastModified: 1 });
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A queue whose files are answered when the test says so. */
function held() {
  const open: { readonly name: string; readonly signal: AbortSignal; answer: (reply?: VerifyReply) => void }[] = [];
  const queue = new VerificationQueue(
    ({ name }, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        open.push({ name, signal, answer: (reply = REPLY) => resolve(reply) });
      }),
  );
  const states = (): string => queue.checks().map(({ state }) => state).join(' '); // prettier-ignore
  return { queue, open, states };
}

describe('the queue of files to be verified', () => {
  it('verifies three at a time, in the order in which they came', async () => {
    const { queue, open, states } = held();
    queue.add(['a', 'b', 'c', 'd'].map(file));
    expect(states()).toBe('running running running waiting');
    open[1]!.answer();
    await soon();
    expect(states()).toBe('running done running running');
    expect(open.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('a file that comes again takes its own place; one of the same name and other content is another', async () => {
    const { queue, open } = held();
    const [first] = queue.add([file('a')]);
    open[0]!.answer();
    await soon();
    expect(queue.add([file('a')])).toEqual([first]);
    expect(queue.add([new File(['other'], 'a', { lastModified: 2 })])).not.toEqual([first]);
    expect(queue.checks()).toHaveLength(2);
  });

  it('stopped, it gives up what waits and runs, keeps what is done, and goes on when asked', async () => {
    const { queue, open, states } = held();
    queue.add(['a', 'b', 'c', 'd', 'e'].map(file));
    open[0]!.answer();
    await soon();
    queue.stop();
    expect(open[1]!.signal.aborted).toBe(true);
    await soon();
    expect(states()).toBe('done stopped stopped stopped stopped');
    queue.resume();
    expect(states()).toBe('done running running running waiting');
    for (let at = 4; at < 8; at++) {
      open[at]!.answer();
      await soon();
    }
    expect(states()).toBe('done done done done done');
  });

  it('one that fails is told and holds up no other', async () => {
    const failure = new Error('disk');
    const queue = new VerificationQueue(({ name }) =>
      name === 'a' ? Promise.reject(failure) : Promise.resolve(REPLY),
    );
    queue.add(['a', 'b'].map(file));
    await soon();
    expect(queue.checks().map(({ state, failure: told }) => [state, told])).toEqual([
      ['failed', failure],
      ['done', null],
    ]);
  });

  it('what ran while the trust list changed is verified again by the new one', async () => {
    const { queue, open, states } = held();
    const [a, b] = queue.add(['a', 'b'].map(file));
    open[0]!.answer();
    await soon();
    queue.again([a!]);
    open[1]!.answer(); // had read the list before it changed
    await soon();
    expect(states()).toBe('running running');
    expect(open.map(({ name }) => name)).toEqual(['a', 'b', 'a', 'b']);
    expect(b).toBeDefined();
  });

  it('tells each change once, and nothing after it was cleared', async () => {
    const { queue, open } = held();
    queue.add([file('a')]);
    queue.clear();
    open[0]!.answer();
    await soon();
    expect(queue.checks()).toEqual([]);
  });
});
