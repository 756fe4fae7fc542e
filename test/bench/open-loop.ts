import { setTimeout as delay } from 'node:timers/promises';

/**
 * Starts calls at fixed moments, whether or not earlier ones are answered, as people do. Each time
 * (ms) runs from the moment the call was due, so that a stall counts against all it held up.
 */
export async function openLoop(
  perSecond: number,
  count: number,
  call: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  const underWay: Promise<void>[] = [];
  const start = performance.now();
  const dueAt = (index: number): number => start + (index * 1000) / perSecond;
  for (let index = 0; index < count;) {
    for (; index < count && dueAt(index) <= performance.now(); index += 1) {
      const due = dueAt(index);
      underWay.push(call(index).then(() => void times.push(performance.now() - due)));
    }
    await delay(1);
  }
  await Promise.all(underWay);
  return times;
}
