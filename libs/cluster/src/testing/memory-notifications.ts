import type { Notifications } from '../notifications.js';

/** Notifications within one process, for tests: what is said is heard at once. */
export interface MemoryNotifications extends Notifications {
  isListening: boolean;
  say(channel: string, payload: string): void;
  /** Listens again after a time of silence. */
  reconnect(): void;
}

export function memoryNotifications(): MemoryNotifications {
  const listeners = new Set<{ channel: string; listener: (payload: string) => void }>();
  const gaps = new Set<() => void>();
  return {
    isListening: true,
    on(channel, listener) {
      const entry = { channel, listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    onGap(listener) {
      gaps.add(listener);
      return () => void gaps.delete(listener);
    },
    say(channel, payload) {
      for (const each of listeners) if (each.channel === channel) each.listener(payload);
    },
    reconnect() {
      for (const listener of gaps) listener();
    },
    close: async () => undefined,
  };
}
