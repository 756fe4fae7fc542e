import { openCluster, type Product } from '#libs/assembly';
import { installLog } from '#libs/event-store-eventstoredb';
import { type AccountStore, openAccounts } from '#libs/platform';
import { ControlDoor } from './control-door.js';
import { Projector } from './projector.process.js';
import { RunningProcess } from './running-process.js';
import { type City, foundCity } from './city.js';
import type { History } from './history.js';
import { type Servers, Writing } from './writing.js';

export interface DeploymentOptions {
  /** An empty database. */
  readonly viewsUrl: string;
  /** How many members write; default 6. */
  readonly members?: number;
}

/** Where a process reaches log and database, if not directly. */
export interface Ways {
  readonly eventsUrl?: string;
  readonly viewsUrl?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** A server of the product as a process. */
export interface Api {
  readonly name: string;
  readonly url: string;
  readonly process: RunningProcess;
}

/** A projector's lease, s: the shortest there is. */
export const LEASE_SECONDS = 2;

/** A log, a database, and built processes over both. Everything it started ends with `close`. */
export class Deployment {
  readonly #processes: RunningProcess[] = [];
  readonly #closers: (() => Promise<void> | void)[] = [];
  #started = 0;
  eventsUrl!: string;
  door!: ControlDoor;
  /** Opened in this process: founds the city, and looks at log and views. */
  product!: Product;
  accounts!: AccountStore;
  city!: City;

  private constructor(readonly viewsUrl: string) {}

  /** Log and database with a city in it; no process of the product runs yet. */
  static async open({ viewsUrl, members = 6 }: DeploymentOptions): Promise<Deployment> {
    const deployment = new Deployment(viewsUrl);
    try {
      await deployment.#open(members);
      return deployment;
    } catch (error) {
      await deployment.close();
      throw error;
    }
  }

  async #open(members: number): Promise<void> {
    const [log, [events, door]] = await RunningProcess.start('log', {
      program: 'test/eventstoredb-double/main.js',
      args: ['--control', '0'],
      addresses: 2,
    });
    this.#processes.push(log);
    this.eventsUrl = events!;
    this.door = new ControlDoor(door!);
    await installLog(this.eventsUrl);
    const { eventsUrl, viewsUrl } = this;
    this.accounts = this.closing(await openAccounts({ viewsUrl }, Date.now));
    this.product = this.closing(await openCluster({ eventsUrl, viewsUrl }));
    await this.product.start();
    this.city = await foundCity(this.product, this.accounts, members);
  }

  /** Starts a projector; it takes leases by itself. */
  async projector(ways: Ways = {}): Promise<Projector> {
    const name = this.#nameOf('projector');
    const [process, [address]] = await RunningProcess.start(name, {
      program: 'apps/projector/src/main.js',
      settings: this.#settings(ways),
      addresses: 1,
    });
    this.#processes.push(process);
    return new Projector(process, address!);
  }

  /** Starts a server. */
  async api(ways: Ways = {}): Promise<Api> {
    const name = this.#nameOf('api');
    const [process, [url]] = await RunningProcess.start(name, {
      program: 'apps/api/src/main.js',
      settings: this.#settings(ways),
      addresses: 1,
    });
    this.#processes.push(process);
    return { name, url: url!, process };
  }

  /** Begins to write; ends with the deployment if not before. */
  writing(name: string, history: History, servers: Servers, restMs?: number): Writing {
    const { city } = this;
    return this.closing(new Writing({ name, history, servers, city, restMs }));
  }

  /** Closed with the deployment, before the log ends. */
  closing<T extends { close(): Promise<void> | void }>(thing: T): T {
    this.#closers.push(() => thing.close());
    return thing;
  }

  async close(): Promise<void> {
    const [log, ...others] = this.#processes;
    const closing = this.#closers.splice(0).toReversed();
    await Promise.all(others.map((process) => process.kill()));
    for (const close of closing) await close();
    await log?.kill();
  }

  /** What all processes printed, for a test that failed. */
  get said(): string {
    return this.#processes.map(({ name, said }) => `--- ${name}\n${said}`).join('\n');
  }

  #nameOf(kind: string): string {
    this.#started += 1;
    return `${kind} ${this.#started}`;
  }

  #settings({ eventsUrl = this.eventsUrl, viewsUrl = this.viewsUrl, settings }: Ways) {
    return {
      GUONG_EVENTS_URL: eventsUrl,
      GUONG_VIEWS_URL: viewsUrl,
      GUONG_LEASE_SECONDS: String(LEASE_SECONDS),
      // One JSON object a line, with the codes of failures.
      GUONG_ENV: 'production',
      GUONG_LOG: 'warn',
      HOST: '127.0.0.1',
      PORT: '0',
      ...settings,
    };
  }
}
