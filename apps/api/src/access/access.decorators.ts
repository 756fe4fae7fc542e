import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Warrant } from '#libs/access';
import type { AccessKey } from './access-table.js';
import type { Place } from './scopes.js';
import type { Reading, Scope, Viewer } from './viewer.js';

export const ACCESS_KEY = 'guong:access';
export const PUBLIC_KEY = 'guong:public';

/** Names the row of the access table that guards a route. */
export const Access = (key: AccessKey): MethodDecorator => SetMetadata(ACCESS_KEY, key);

/** A route that needs no sign-in. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC_KEY, true);

/** What the guards found out about a request. */
export interface Admission {
  readonly viewer: Viewer;
  readonly scope: Scope;
  readonly place: Place;
  readonly reading: Reading;
  /** What time may be shown, where only a warrant bound to a period opens the place. */
  readonly period?: Warrant['period'];
}

export type AdmittedRequest = FastifyRequest & {
  viewer?: Viewer;
  admission?: Admission;
};

/** The signed-in viewer. */
export const SignedIn = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Viewer => {
    const { viewer } = context.switchToHttp().getRequest<AdmittedRequest>();
    if (viewer === undefined) throw new Error('a public route has no viewer');
    return viewer;
  },
);

/** Everything the guards found out: viewer, scope, place and reading. */
export const Admitted = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Admission => {
    const { admission } = context.switchToHttp().getRequest<AdmittedRequest>();
    if (admission === undefined) throw new Error('the route has no row in the access table');
    return admission;
  },
);
