import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { OwnServer } from '#libs/read-models/testing';
import { seeded } from '../torture/random.js';
import { agreement } from './agreement.js';
import { type Api, Deployment, LEASE_SECONDS } from './deployment.js';
import { History } from './history.js';
import { shareAll } from './items.js';
import type { Projector } from './projector.process.js';
import { TcpLine } from './tcp-line.js';

export interface LongProcessesOptions {
  /** A server of its own: it is stopped and started again. */
  readonly server: OwnServer;
  /** Which fault comes when; not the moments, which belong to the machine. */
  readonly seed: number;
  readonly rounds: number;
  /** Where the histories of all clients go, one file a round. */
  readonly out: string;
  readonly say: (line: string) => void;
}

/** A projector with lines of its own to log and database. */
interface Lined {
  projector: Projector;
  readonly toLog: TcpLine;
  readonly toViews: TcpLine;
}

const PROJECTORS = 3;
const APIS = 2;
const FAULTS_A_ROUND = 4;
const BETWEEN_MS = 1_500;
const LEASE_MS = LEASE_SECONDS * 1_000;
const IN_LOG = [
  { kind: 'dropReply', how: 'broken', times: 5 },
  { kind: 'dropReply', how: 'silent', times: 3 },
  { kind: 'timeout', committed: true, times: 5 },
  { kind: 'notReady', times: 20 },
  { kind: 'notLeader', times: 20 },
  { kind: 'tooBusy', times: 20 },
] as const;

/**
 * Three projectors and two servers under load, and one fault after the other, chosen by the seed.
 * After each round everything comes to rest, and log, histories and rows are checked. Returns what
 * is wrong.
 */
export async function longProcesses(options: LongProcessesOptions): Promise<readonly string[]> {
  const { server, seed, rounds, out, say } = options;
  const database = await server.createDatabase();
  const deployment = await Deployment.open({ viewsUrl: database.url });
  try {
    const storm = await Storm.over(deployment, server, seeded(seed));
    const problems: string[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const history = new History();
      const name = `round${round}`;
      const writing = deployment.writing(name, history, () => storm.apis);
      const faults: string[] = [];
      for (let count = 0; count < FAULTS_A_ROUND; count += 1) {
        await pause(BETWEEN_MS * storm.random());
        faults.push(await storm.fault());
      }
      await shareAll(...storm.projectors);
      await writing.stop();
      const found = await agreement(deployment, history, [writing]);
      appendFileSync(join(out, `history-${round}.jsonl`), history.lines);
      problems.push(...found.problems.map((problem) => `round ${round}: ${problem}`));
      const sums = `${history.count('ok')} ok, ${history.count('unknown')} unknown`;
      say(`round ${round}: ${faults.join(', ')}; ${sums}; ${found.problems.length} problems`);
    }
    return problems;
  } catch (error) {
    appendFileSync(join(out, 'said.txt'), deployment.said);
    throw error;
  } finally {
    await deployment.close();
    await database.drop();
  }
}

/** What can happen to the processes, and that it is over again. */
class Storm {
  private constructor(
    private readonly deployment: Deployment,
    private readonly server: OwnServer,
    readonly random: () => number,
    private readonly lined: readonly Lined[],
    readonly apis: Api[],
  ) {}

  static async over(
    deployment: Deployment,
    server: OwnServer,
    random: () => number,
  ): Promise<Storm> {
    const lined: Lined[] = [];
    for (let count = 0; count < PROJECTORS; count += 1) {
      const toLog = deployment.closing(await TcpLine.to(deployment.eventsUrl));
      const toViews = deployment.closing(await TcpLine.to(deployment.viewsUrl));
      const ways = { eventsUrl: toLog.url, viewsUrl: toViews.url };
      lined.push({ toLog, toViews, projector: await deployment.projector(ways) });
    }
    const apis: Api[] = [];
    for (let count = 0; count < APIS; count += 1) apis.push(await deployment.api());
    const storm = new Storm(deployment, server, random, lined, apis);
    await shareAll(...storm.projectors);
    return storm;
  }

  get projectors(): readonly Projector[] {
    return this.lined.map(({ projector }) => projector);
  }

  /** One fault, until it is over; what it was. */
  async fault(): Promise<string> {
    const one = this.#oneOf(this.lined);
    const { door } = this.deployment;
    const aWhile = (): Promise<void> => pause(3 * LEASE_MS * this.random());
    switch (this.#oneOf(FAULTS)) {
      case 'kill':
        await one.projector.process.kill();
        await aWhile();
        one.projector = await this.#again(one);
        return 'projector killed';
      case 'stop': {
        const code = await one.projector.process.stop();
        if (code !== 0) throw new Error(`a projector ended with ${code}`);
        one.projector = await this.#again(one);
        return 'projector stopped';
      }
      case 'pause':
        one.projector.process.pause();
        await aWhile();
        one.projector.process.resume();
        return 'projector paused';
      case 'views':
      case 'log': {
        const [line, name] = this.random() < 0.5 ? [one.toLog, 'log'] : [one.toViews, 'database'];
        if (this.random() < 0.5) line.cut();
        else line.silence();
        await aWhile();
        line.heal();
        return `projector cut off from the ${name}`;
      }
      case 'server': {
        const index = Math.floor(this.random() * this.apis.length);
        const api = this.apis[index]!;
        const isKilled = this.random() < 0.5;
        await (isKilled ? api.process.kill() : api.process.stop());
        this.apis[index] = await this.deployment.api();
        return `server ${isKilled ? 'killed' : 'stopped'}`;
      }
      case 'database':
        await this.server.goAway();
        await aWhile();
        await this.server.comeBack();
        return 'database restarted';
      case 'logAway':
        await door.stop();
        await aWhile();
        await door.start();
        return 'log restarted';
      default: {
        const fault = this.#oneOf(IN_LOG);
        await door.raise(fault);
        while ((await door.faultsInForce()) > 0) await pause(20);
        return `log: ${fault.kind}`;
      }
    }
  }

  #again({ toLog, toViews }: Lined): Promise<Projector> {
    return this.deployment.projector({ eventsUrl: toLog.url, viewsUrl: toViews.url });
  }

  #oneOf<T>(things: readonly T[]): T {
    return things[Math.floor(this.random() * things.length)]!;
  }
}

const FAULTS = [
  ...['kill', 'stop', 'pause', 'views', 'log', 'server', 'database', 'logAway'],
  ...['inLog', 'inLog'],
] as const;
