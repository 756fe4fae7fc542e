import { useSyncExternalStore } from 'react';
import type { LoginAnswer, Me } from './types.js';

export interface Session {
  token: string;
  expiresAt: string;
  user: Me;
}

const KEY = 'guong.session';
const listeners = new Set<() => void>();

const stored = (): Session | null => {
  try {
    const text = localStorage.getItem(KEY);
    return text ? (JSON.parse(text) as Session) : null;
  } catch {
    return null;
  }
};

let current: Session | null = stored();
let expired = false;

const tell = () => listeners.forEach((listener) => listener());

// Signing out in one tab signs out the others.
window.addEventListener('storage', (event) => {
  if (event.key !== KEY) return;
  current = stored();
  tell();
});

export const session = {
  get: (): Session | null => current,
  /** Whether the last session ended because its token ran out. */
  wasExpired: (): boolean => expired,
  start(answer: LoginAnswer): void {
    current = { token: answer.token, expiresAt: answer.expiresAt, user: answer.user };
    expired = false;
    localStorage.setItem(KEY, JSON.stringify(current));
    tell();
  },
  end(reason: 'signed-out' | 'expired' = 'signed-out'): void {
    current = null;
    expired = reason === 'expired';
    localStorage.removeItem(KEY);
    tell();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** The session as React state; null when nobody is signed in. */
export const useSession = (): Session | null =>
  useSyncExternalStore(session.subscribe, session.get);

/** The signed-in person; only below the shell, which lets nobody else in. */
export const useMe = (): Me => {
  const now = useSession();
  return (
    now?.user ?? {
      username: '',
      name: '',
      memberId: null,
      homeUnitId: null,
      roles: [],
      scopes: [],
    }
  );
};
