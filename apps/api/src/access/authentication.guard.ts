import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Account, type AccountStore, TokenIssuer } from '#libs/platform';
import { Problem } from '../http/problem.js';
import { ACCOUNTS } from '../ports.js';
import { type AdmittedRequest, PUBLIC_KEY } from './access.decorators.js';
import { viewerOf } from './viewer.js';

/** Lets through whoever brings a valid bearer token of an account that is still open. */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(TokenIssuer) private readonly tokens: TokenIssuer,
    @Inject(ACCOUNTS) private readonly accounts: AccountStore,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const isPublic = this.reflector.getAllAndOverride<true | undefined>(PUBLIC_KEY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isPublic === true) return true;
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    const token = /^Bearer ([\w.-]{1,2048})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw new Problem('UNAUTHENTICATED');
    const verdict = this.tokens.verify(token);
    if (verdict.kind === 'expired') throw new Problem('TOKEN_EXPIRED');
    if (verdict.kind === 'invalid') throw new Problem('UNAUTHENTICATED');
    const { sub, gen } = verdict.claims;
    const account = this.accounts.byId(sub);
    // Nearly always at hand: then no request waits for a turn of the event loop.
    return account instanceof Promise
      ? account.then((read) => admit(request, read, gen))
      : admit(request, account, gen);
  }
}

/** A token of a closed account, or of an earlier password, is none. */
function admit(request: AdmittedRequest, account: Account | undefined, generation: number): true {
  if (account?.generation !== generation) throw new Problem('UNAUTHENTICATED');
  request.viewer = viewerOf(account);
  return true;
}
