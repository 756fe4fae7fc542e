import type { RunningProcess } from './running-process.js';

/** One part of a health report. */
interface Part {
  readonly status: 'up' | 'down';
  readonly failures?: readonly string[];
  readonly held?: unknown;
  readonly waiting?: readonly string[];
}

export interface Held {
  readonly item: string;
  readonly token: number;
  readonly state: string;
}

export interface ProjectorHealth {
  readonly isReady: boolean;
  readonly held: readonly Held[];
  /** Codes of what does not answer. */
  readonly failures: readonly string[];
  readonly waiting: readonly string[];
  /** Parts that are down. */
  readonly down: readonly string[];
}

/** A projector in a process of its own, seen as operators see it. */
export class Projector {
  constructor(
    readonly process: RunningProcess,
    private readonly address: string,
  ) {}

  async health(): Promise<ProjectorHealth> {
    const response = await fetch(`${this.address}/health/ready`);
    const { details } = (await response.json()) as { details: Record<string, Part> };
    return {
      isReady: response.status === 200,
      held: (details['items']?.held ?? []) as readonly Held[],
      failures: details['reached']?.failures ?? [],
      waiting: details['share']?.waiting ?? [],
      down: Object.keys(details).filter((name) => details[name]?.status === 'down'),
    };
  }

  /** How many items it holds; none while it does not answer. */
  async holds(): Promise<number> {
    return (await this.health()).held.length;
  }

  /** Sum over all labels of a metric. */
  async metric(name: string): Promise<number> {
    const page = await (await fetch(`${this.address}/metrics`)).text();
    const values = page
      .split('\n')
      .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
      .map((line) => Number(line.slice(line.lastIndexOf(' ') + 1)));
    return values.reduce((sum, value) => sum + value, 0);
  }
}
