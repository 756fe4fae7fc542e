import { createRootRoute, createRoute, redirect } from '@tanstack/react-router';
import { session } from '../api/session.js';
import { NotFound } from '../features/shell/not-found.js';
import { Shell } from '../features/shell/shell.js';

export const root = createRootRoute({ notFoundComponent: NotFound });

/** Everything below needs a session; whoever has none signs in and comes back. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: ({ location }) => {
    if (!session.get()) {
      redirect({ to: '/sign-in', search: { next: location.href }, throw: true });
    }
  },
});
