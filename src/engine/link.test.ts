import { describe, expect, it } from 'vitest';
import { afterHello, isCovered, type Link } from './link';

/** A link that records what is posted; the test speaks for the worker. */
function createRecorder() {
  const posted: object[] = [];
  let isClosed = false;
  let say: (message: unknown) => void = () => undefined;
  const link: Link = {
    post: (message) => void posted.push(message),
    listen: (onMessage) => {
      say = onMessage;
    },
    close: () => {
      isClosed = true;
    },
  };
  return { link, posted, isClosed: () => isClosed, say: (message: unknown) => say(message) };
}

describe('a link to a new worker', () => {
  it('holds messages back until the worker has said hello, then sends them in order', () => {
    const recorder = createRecorder();
    const link = afterHello(recorder.link, { mustBeCovered: true });
    link.listen(() => undefined);
    link.post({ n: 1 });
    expect(recorder.posted).toEqual([]);
    recorder.say({ kind: 'hello', isCovered: true });
    link.post({ n: 2 });
    expect(recorder.posted).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it.each([
    ['is not covered', { kind: 'hello', isCovered: false }],
    ['says something else first', { kind: 'answer' }],
    ['says nothing that we know', 'hello'],
  ])('ends a worker that %s, and sends it nothing', (_title, first) => {
    const recorder = createRecorder();
    const link = afterHello(recorder.link, { mustBeCovered: true });
    const heard: unknown[] = [];
    const failures: string[] = [];
    link.listen(
      (message) => heard.push(message),
      (reason) => failures.push(reason),
    );
    link.post({ secret: 1 });
    recorder.say(first);
    expect(recorder.posted).toEqual([]);
    expect(heard).toEqual([]);
    expect(failures).toEqual(['worker-not-covered']);
    expect(recorder.isClosed()).toBe(true);
  });

  it('needs no cover where there is no policy, as in Node', () => {
    const recorder = createRecorder();
    const link = afterHello(recorder.link, { mustBeCovered: false });
    link.listen(() => undefined);
    link.post({ n: 1 });
    recorder.say({ kind: 'hello', isCovered: isCovered() });
    expect(isCovered()).toBe(false);
    expect(recorder.posted).toEqual([{ n: 1 }]);
  });
});
