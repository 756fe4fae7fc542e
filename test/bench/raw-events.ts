import { EventStoreDBClient, type EventData, NO_STREAM } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { concurrently, perSecond, type Turn } from './measure.js';
import { BATCH } from './raw-limit.js';

const CLOSE_MS = 1_000;

/** What the client does here without any of our code: appends of given content, reading all. */
export class RawEvents {
  private readonly client: EventStoreDBClient;
  private streams = 0;

  constructor(url: string) {
    this.client = EventStoreDBClient.connectionString(url);
  }

  /** Content and envelope of the newest event of a type, as they were written. */
  async newest(type: string): Promise<EventData> {
    for await (const { event } of this.client.readAll({
      direction: 'backwards',
      fromPosition: 'end',
    }))
      if (event?.type === type)
        return {
          id: event.id,
          type,
          contentType: 'application/json',
          data: event.data as Record<string, unknown>,
          metadata: event.metadata as Record<string, unknown>,
        };
    throw new Error(`no ${type} in the log`);
  }

  /** One event to a new stream each, one after the other. */
  single(count: number, like: EventData): Turn {
    return () =>
      perSecond(count, async () => {
        for (let i = 0; i < count; i += 1) await this.append(like);
      });
  }

  /** The same with 64 under way. */
  atOnce(count: number, like: EventData): Turn {
    return () =>
      perSecond(count, async () => {
        await concurrently(count, BATCH, () => this.append(like));
      });
  }

  /** Every entry from the beginning on, as far as the client takes it apart; per second. */
  async readAll(): Promise<number> {
    let entries = 0;
    const rate = await perSecond(1, async () => {
      for await (const { event } of this.client.readAll()) if (event !== undefined) entries += 1;
    });
    return rate * entries;
  }

  /** Mean bytes of the events of ours, as the log keeps them: content, and envelope. */
  async bytes(): Promise<{ readonly data: number; readonly metadata: number }> {
    let [events, data, metadata] = [0, 0, 0];
    for await (const { event } of this.client.readAll()) {
      if (event === undefined || event.type.startsWith('$')) continue;
      events += 1;
      data += Buffer.byteLength(JSON.stringify(event.data));
      metadata += Buffer.byteLength(JSON.stringify(event.metadata));
    }
    return { data: Math.round(data / events), metadata: Math.round(metadata / events) };
  }

  /** With the call for appends open the client may wait for ever. */
  async close(): Promise<void> {
    const patience = delay(CLOSE_MS, undefined, { ref: true });
    await Promise.race([this.client.dispose(), patience]);
  }

  private async append(like: EventData): Promise<void> {
    this.streams += 1;
    const event = { ...like, id: randomUUID() };
    await this.client.appendToStream(`raw-${this.streams}`, event, { expectedRevision: NO_STREAM });
  }
}
