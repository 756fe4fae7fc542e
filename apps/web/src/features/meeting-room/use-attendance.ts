import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isApiError } from '../../api/api-error.js';
import type { Instance } from '../../api/instance-types.js';
import { sendCommand } from '../../api/send-command.js';
import { today } from '../../format/dates.js';
import {
  type AttendanceEntry,
  laidOver,
  type Presence,
  type Presences,
} from './attendance-counts.js';
import { roomRecordQuery } from './room-queries.js';

/** Taps in a row are sent together. */
const PAUSE_MS = 700;
const TRIES = 6;

interface RoomState {
  record?: { attendance?: { entries: AttendanceEntry[] } };
}

export const entriesOf = (record: Instance | undefined): readonly AttendanceEntry[] =>
  (record?.data as RoomState | undefined)?.record?.attendance?.entries ?? [];

const rest = (tapped: Presences, sent: Presences): Map<string, Presence> =>
  new Map([...tapped].filter(([id, presence]) => sent.get(id) !== presence));

/** By chance, so that two who collided do not collide again. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 120 + Math.random() * 380));

interface AttendanceOptions {
  workflow: string;
  id: string;
  /** The day of the list; default: today. */
  on: string | undefined;
  /** Everybody must be on the list before any of it is recorded. */
  complete?: readonly string[];
  /** What the command takes besides the list: it must not be lost by a later list. */
  besides: () => Record<string, unknown>;
}

/**
 * The list of attendance as several people fill it in at once. Each list replaces the one before,
 * so every tap is laid over the list as it stands when it is sent; if somebody was faster, it is
 * laid over theirs and sent again. Nobody's taps are lost.
 */
export function useAttendance(record: Instance | undefined, options: AttendanceOptions) {
  const { workflow, id } = options;
  const client = useQueryClient();
  const [tapped, setTapped] = useState<Presences>(new Map());
  const [error, setError] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const latest = useRef({ tapped, options });
  useEffect(() => {
    latest.current = { tapped, options };
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef(false);

  const send = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    setError(null);
    try {
      for (let attempt = 1; latest.current.tapped.size > 0;) {
        const sent = latest.current.tapped;
        const { on = today(), complete = [], besides } = latest.current.options;
        const now = await client.query({ ...roomRecordQuery(workflow, id), staleTime: 0 });
        const list = laidOver(entriesOf(now), sent);
        if (complete.some((memberId) => !list.has(memberId))) break;
        const entries = [...list].map(([memberId, presence]) => ({ memberId, presence }));
        try {
          const input = { entries, on, ...besides() };
          await sendCommand({
            ...{ workflow, id, command: 'recordAttendance' },
            input,
            expectedRevision: now.revision,
          });
        } catch (failure) {
          const collided = isApiError(failure) && failure.code === 'CONFLICT';
          if (!collided || attempt >= TRIES) throw failure;
          attempt += 1;
          await pause();
          continue;
        }
        await client.invalidateQueries({ queryKey: ['instance', workflow, id] });
        const left = rest(latest.current.tapped, sent);
        latest.current.tapped = left;
        setTapped(left);
      }
    } catch (failure) {
      setError(failure);
    } finally {
      busy.current = false;
      setPending(false);
    }
  }, [client, workflow, id]);

  const soon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void send(), PAUSE_MS);
  }, [send]);
  // What was tapped last goes off even when the page is left at once.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (latest.current.tapped.size > 0) void send();
    },
    [send],
  );

  return {
    /** The list as it stands with what was tapped here. */
    presences: laidOver(entriesOf(record), tapped),
    pending: pending || tapped.size > 0,
    error,
    retry: () => void send(),
    tap(...marks: readonly (readonly [string, Presence])[]) {
      const next = new Map([...latest.current.tapped, ...marks]);
      latest.current.tapped = next;
      setTapped(next);
      soon();
    },
  };
}
