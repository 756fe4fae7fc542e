import type { WorkerStatus } from '#libs/assembly';
import { PromptStatus, STATUS_LATE } from './prompt-status.js';
import { FakeWorker, held } from './testing/fake-worker.js';

const PATIENCE_MS = 20;
const WELL: WorkerStatus = { owner: 'a', items: [held('timers')], waiting: [], failures: [] };

/** A worker whose answers a test gives one by one. */
function slowWorker() {
  const waiting: ((status: WorkerStatus) => void)[] = [];
  const worker = new FakeWorker();
  worker.status = () => new Promise((resolve) => waiting.push(resolve));
  return {
    worker,
    questions: waiting,
    answer: (status: WorkerStatus) => waiting.shift()?.(status),
  };
}

describe('how a worker is', () => {
  it('is said as the worker says it', async () => {
    const worker = new FakeWorker();
    worker.says(WELL);
    expect(await new PromptStatus(worker, PATIENCE_MS).status()).toEqual(WELL);
  });

  it('is what was known last, and late, when no answer comes in time', async () => {
    const { worker, answer } = slowWorker();
    const prompt = new PromptStatus(worker, PATIENCE_MS);
    const first = prompt.status();
    answer(WELL);
    await first;
    expect(await prompt.status()).toEqual({ ...WELL, failures: [STATUS_LATE] });
  });

  it('is asked for once while it is late, and current again afterwards', async () => {
    const { worker, questions, answer } = slowWorker();
    const prompt = new PromptStatus(worker, PATIENCE_MS);
    await Promise.all([prompt.status(), prompt.status()]);
    expect(await prompt.status()).toMatchObject({ failures: [STATUS_LATE] });
    expect(questions).toHaveLength(1);
    answer(WELL);
    const next = prompt.status();
    answer(WELL);
    expect(await next).toEqual(WELL);
  });

  it('may fail, and is asked for anew', async () => {
    const worker = new FakeWorker();
    const prompt = new PromptStatus(worker, PATIENCE_MS);
    const status = worker.status.bind(worker);
    worker.status = () => Promise.reject(new Error('no database'));
    await expect(prompt.status()).rejects.toThrow('no database');
    worker.status = status;
    expect(await prompt.status()).toMatchObject({ owner: 'worker-1' });
  });
});
