import { jest } from '@jest/globals';
import { newEvent, newEvents, numbersOf } from '#libs/event-store/testing';
import {
  append,
  closeAll,
  given,
  givenCluster,
  listening,
  storeOn,
  until,
  upTo,
} from './log-rig.fixtures.js';

jest.setTimeout(60_000);
afterEach(closeAll);

const rare = (n: number) => newEvent({ type: 'Rare', data: { n } });

describe('a subscription that breaks goes on, nothing lost or repeated (22, 23)', () => {
  it('when its calls are reset again and again', async () => {
    const { double, store } = await given();
    const all = listening(store, { batch: 7 });
    const some = listening(store, { types: ['Rare', 'Other'] });
    for (let n = 1; n <= 200; n += 1) {
      await store.append(`s${n % 5}`, 'any', n % 10 === 0 ? [rare(n)] : newEvents(1, n));
      if (n % 25 === 0) double.resetCalls();
    }
    await until('all came', () => all.numbers().length >= 200 && some.numbers().length >= 20);
    expect(all.numbers()).toEqual(upTo(200));
    expect(some.numbers()).toEqual(upTo(20).map((n) => n * 10));
  });

  it('when the server restarts on its port', async () => {
    const { double, store, alarms } = await given();
    const all = listening(store);
    for (let round = 0; round < 4; round += 1) {
      for (let n = 1; n <= 20; n += 1) await append(store, `s${n}`, 'any', round * 20 + n);
      if (round < 3) await double.restart();
    }
    await until('all came', () => all.numbers().length >= 80);
    expect(all.numbers()).toEqual(upTo(80));
    expect(alarms).toEqual([]);
  });

  it('when the leader changes, with appends and reads beside it', async () => {
    const cluster = await givenCluster();
    const { store } = storeOn(cluster.url);
    const all = listening(store);
    for (let n = 1; n <= 60; n += 1) {
      await append(store, 'a', 'any', n);
      if (n === 20) cluster.moveLeader(cluster.nodes[1]);
      if (n === 40) {
        await cluster.nodes[1]!.stop();
        cluster.moveLeader(cluster.nodes[2]);
      }
    }
    await until('all came', () => all.numbers().length >= 60);
    expect(all.numbers()).toEqual(upTo(60));
    expect(numbersOf(await store.read('a'))).toEqual(upTo(60));
  });

  it('when the server is away for a while, which is told', async () => {
    const { double, store, alarms } = await given({}, { deadlineMs: 200, giveUpMs: 200 });
    const all = listening(store);
    await append(store, 'a', 'none', 1);
    await until('it came', () => all.numbers().length === 1);
    await double.stop();
    await until('it is told', () => alarms.some(({ code }) => code === 'LOG_UNREACHABLE'));
    await double.start();
    double.log.write('a', []);
    await until('it is back', async () => {
      await append(store, 'a', 'any', 2).catch(() => undefined);
      return all.numbers().includes(2);
    });
  });

  it('when the server takes it and never says so (24)', async () => {
    const { double, store } = await given();
    double.faults.hang({ times: 2, on: ['subscribe'] });
    const all = listening(store);
    await append(store, 'a', 'none', 1);
    await until('it came', () => all.numbers().length === 1);
    expect(double.stats.calls.subscribe).toBe(3);
  });

  it('ends by name where reading is not allowed', async () => {
    const { double, store } = await given();
    double.faults.denied({ times: 1, on: ['subscribe'] });
    await expect(listening(store).ended).rejects.toMatchObject({ code: 'STORE_DENIED' });
  });
});
