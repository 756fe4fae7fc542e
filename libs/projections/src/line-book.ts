import type { Line } from './line.js';
import type { LineRecord } from './row-database.port.js';
import type { LineState, LineStatus } from './runner.port.js';

/** Which lines there are, and which of them run where. */
export class LineBook {
  /** Caught up; they follow the log together. */
  readonly live = new Set<Line>();
  readonly behind = new Set<Line>();
  /** They have seen more than the log holds. */
  readonly ahead = new Set<Line>();
  frozen: LineRecord[] = [];
  lines: Line[] = [];

  servingOf(name: string): Line | undefined {
    return this.lines.find(({ record }) => record.name === name && record.role === 'serving');
  }

  buildingOf(name: string): Line | undefined {
    return this.lines.find(({ record }) => record.name === name && record.role === 'building');
  }

  leave(line: Line): void {
    this.lines = this.lines.filter((other) => other !== line);
    for (const set of [this.live, this.behind, this.ahead]) set.delete(line);
  }

  /** All lines of a projection leave; returns them. */
  leaveAll(name: string): readonly Line[] {
    const leaving = this.lines.filter(({ record }) => record.name === name);
    for (const line of leaving) this.leave(line);
    this.frozen = this.frozen.filter((record) => record.name !== name);
    return leaving;
  }

  setAsideParked(lines: Set<Line>): void {
    for (const line of lines) if (line.record.parked !== undefined) lines.delete(line);
  }

  statuses(): readonly LineStatus[] {
    return [
      ...this.lines.map((line) => statusOf(line.record, this.stateOf(line))),
      ...this.frozen.map((record) => statusOf(record, 'frozen')),
    ];
  }

  private stateOf(line: Line): LineState {
    if (line.record.parked !== undefined) return 'parked';
    if (this.ahead.has(line)) return 'ahead';
    return this.live.has(line) ? 'live' : 'catchingUp';
  }
}

const statusOf = (record: LineRecord, state: LineState): LineStatus => {
  const { name, version, generation, position, parked } = record;
  const role = record.role === 'building' ? 'building' : 'serving';
  return { name, version, generation, role, state, position, ...(parked && { parked }) };
};
