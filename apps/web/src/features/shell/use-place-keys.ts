import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Place } from './places.js';

const PATIENCE_MS = 1_200;

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** `g` and then a letter leads to a place, unless one is writing. */
export function usePlaceKeys(places: readonly Place[]): void {
  const navigate = useNavigate();
  useEffect(() => {
    let begun = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (document.querySelector('[role="dialog"]')) return;
      const now = event.timeStamp;
      const place = places.find(({ key }) => key === event.key);
      if (event.key === 'g') begun = now;
      else if (place && begun > 0 && now - begun < PATIENCE_MS) {
        begun = 0;
        event.preventDefault();
        const { to, params } = place;
        void navigate({ to: to as '/', ...(params && { params }) });
      } else begun = 0;
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [places, navigate]);
}
