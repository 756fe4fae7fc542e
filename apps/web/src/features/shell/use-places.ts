import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMe } from '../../api/session.js';
import { placesOf, type Place } from './places.js';

/** The places of the signed-in person whose pages exist. */
export function usePlaces(): readonly Place[] {
  const me = useMe();
  const router = useRouter();
  return useMemo(() => {
    const routes: Record<string, unknown> = router.routesByPath;
    return placesOf(me).filter(({ to }) => to in routes);
  }, [me, router]);
}
