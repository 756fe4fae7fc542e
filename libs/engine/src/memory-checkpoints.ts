import type { ReactorCheckpoint, ReactorCheckpoints } from './reactor-checkpoint.js';

/** Checkpoints that go with the process; for tests and throw-away runs. */
export function memoryCheckpoints(): ReactorCheckpoints {
  const saved = new Map<string, string>();
  return {
    load: (reactor) => {
      const text = saved.get(reactor);
      return Promise.resolve(
        text === undefined ? undefined : (JSON.parse(text) as ReactorCheckpoint),
      );
    },
    save: (reactor, checkpoint) => {
      saved.set(reactor, JSON.stringify(checkpoint));
      return Promise.resolve();
    },
  };
}
