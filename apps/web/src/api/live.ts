import type { Query } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { queryClient } from './query-client.js';
import { commonHeaders } from './request.js';
import { session } from './session.js';
import { serverSentEvents } from './server-sent-events.js';

export type LiveStatus = 'off' | 'connecting' | 'live';

export interface LiveState {
  status: LiveStatus;
  /** When figures on screen were last refreshed by an event (epoch ms); 0: not yet. */
  refreshedAt: number;
}

let state: LiveState = { status: 'off', refreshedAt: 0 };
const listeners = new Set<() => void>();

const change = (next: Partial<LiveState>) => {
  state = { ...state, ...next };
  listeners.forEach((listener) => listener());
};

/** In place of units: whatever is shown may have changed. */
const EVERY_UNIT = '*';
const touched = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

const unitOf = (query: Query): string | undefined => {
  const fromMeta = (query.meta as { unitId?: string } | undefined)?.unitId;
  return fromMeta ?? (query.state.data as { unitId?: string } | undefined)?.unitId;
};

/** Re-queries what shows a touched unit; several events in a row cost one round. */
const refresh = () => {
  timer = undefined;
  const units = new Set(touched);
  touched.clear();
  const concerned = (query: Query) => units.has(EVERY_UNIT) || units.has(unitOf(query) ?? '');
  const shown = queryClient.getQueryCache().findAll({ predicate: concerned, type: 'active' });
  void queryClient.invalidateQueries({ predicate: concerned });
  if (shown.length > 0) change({ refreshedAt: Date.now() });
};

const onPosition = (data: string) => {
  try {
    const event = JSON.parse(data) as { units?: string[] };
    refreshSoon(event.units ?? []);
  } catch {
    return;
  }
};

const refreshSoon = (units: readonly string[]) => {
  units.forEach((unit) => touched.add(unit));
  timer ??= setTimeout(refresh, 400);
};

const wait = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const id = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(id);
      resolve();
    });
  });

async function listen(signal: AbortSignal): Promise<void> {
  let pause = 1000;
  let isFirst = true;
  const goesOn = () => !signal.aborted && session.get() !== null;
  while (goesOn()) {
    change({ status: 'connecting' });
    try {
      const response = await fetch('/api/v1/live', {
        headers: { accept: 'text/event-stream', ...commonHeaders() },
        signal,
      });
      // Some accounts (the operator's) may see no figures: there is nothing to follow.
      if (response.status === 403) break;
      if (!response.ok || !response.body) throw new Error('no stream');
      change({ status: 'live' });
      pause = 1000;
      // What changed while nobody listened was told to nobody here.
      if (!isFirst) refreshSoon([EVERY_UNIT]);
      isFirst = false;
      for await (const event of serverSentEvents(response.body)) {
        if (event.event === 'position') onPosition(event.data);
        else if (event.event === 'retry') pause = Number(event.data) || pause;
      }
    } catch {
      // A broken stream is normal (sleep, proxy, restart): wait and connect again.
    }
    if (!goesOn()) break;
    change({ status: 'connecting' });
    await wait(pause, signal);
    pause = Math.min(pause * 2, 30_000);
  }
  if (!signal.aborted) change({ status: 'off' });
}

/** Opens the stream for the signed-in person; the answer closes it. */
export function startLive(): () => void {
  const abort = new AbortController();
  void listen(abort.signal);
  return () => {
    abort.abort();
    clearTimeout(timer);
    timer = undefined;
    change({ status: 'off' });
  };
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLive = (): LiveState => useSyncExternalStore(subscribe, () => state);
