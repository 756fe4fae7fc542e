import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type AccountStore, type Role, ROLES, TokenIssuer } from '#libs/platform';
import { Access, Admitted, type Admission, Public } from '../access/access.decorators.js';
import { Scopes } from '../access/scopes.js';
import { type Scope, type ScopeGrant, type Viewer, viewerOf } from '../access/viewer.js';
import { Problem } from '../http/problem.js';
import { validBody } from '../http/valid-body.js';
import { ACCOUNTS } from '../ports.js';
import { LoginRequest } from './auth.requests.js';

/** Who is signed in, and what they may see. */
export interface Me {
  readonly username: string;
  readonly name: string;
  readonly memberId: string | null;
  readonly homeUnitId: string | null;
  readonly roles: readonly Role[];
  readonly scopes: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly level: string | null;
    readonly kind: string;
  }[];
  /** Persons whose records a warrant opens, with the inspection and the period that may be read. */
  readonly inspects: readonly {
    readonly memberId: string;
    readonly inspectionId: string | null;
    readonly from: string | null;
    readonly until: string | null;
  }[];
}

@ApiTags('auth')
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    @Inject(ACCOUNTS) private readonly accounts: AccountStore,
    @Inject(TokenIssuer) private readonly tokens: TokenIssuer,
    @Inject(Scopes) private readonly scopes: Scopes,
  ) {}

  /** Signs in with user name and password; answers with a bearer token. */
  @Public()
  @Post('login')
  @HttpCode(200)
  async login(@Body() body: unknown, @Req() request: FastifyRequest) {
    const { username, password } = validBody(LoginRequest, body);
    const { limit } = this.accounts;
    const waitMs = await limit.attempt(username, request.ip);
    if (waitMs > 0) throw new Problem('RATE_LIMITED', { retryAfterMs: waitMs });
    const account = await this.accounts.authenticate(username, password);
    if (account === undefined) throw new Problem('BAD_CREDENTIALS');
    await limit.succeeded(username, request.ip);
    const viewer = viewerOf(account);
    const user = await this.#me(viewer, await this.scopes.of(viewer));
    return { ...this.tokens.issue(account), user };
  }

  /** Whether this server is a demonstration, so that the sign-in page can offer its accounts. */
  @Public()
  @Get('hint')
  async hint(): Promise<{ readonly demo: boolean }> {
    return { demo: await this.accounts.hasDemo() };
  }

  @ApiBearerAuth()
  @Access('auth.me')
  @Get('me')
  me(@Admitted() { viewer, scope }: Admission): Promise<Me> {
    return this.#me(viewer, scope);
  }

  async #me(viewer: Viewer, scope: Scope): Promise<Me> {
    const member = viewer.memberId === null ? undefined : await this.scopes.member(viewer.memberId);
    return {
      username: viewer.account.username,
      name: member?.person?.fullName ?? viewer.account.username,
      memberId: viewer.memberId,
      homeUnitId: scope.homeUnitId,
      roles: ROLES.filter((role) => scope.roles.has(role)),
      scopes: distinct(scope.grants).map(({ unitId, name, level, kind }) => ({
        unitId,
        name,
        level: level ?? null,
        kind,
      })),
      inspects: scope.persons.map(({ memberId, warrant }) => ({
        memberId,
        inspectionId: warrant.inspectionId ?? null,
        from: warrant.period?.from ?? null,
        until: warrant.period?.until ?? null,
      })),
    };
  }
}

/** Several warrants for one unit are one scope to whoever navigates by them. */
const distinct = (grants: readonly ScopeGrant[]): readonly ScopeGrant[] => [
  ...new Map(grants.map((grant) => [`${grant.kind} ${grant.unitId}`, grant])).values(),
];
