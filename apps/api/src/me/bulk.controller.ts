import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Engine, Outcome } from '#libs/engine';
import { type AnyCommand, reason } from '#libs/kernel';
import { CommandMetrics, translated, validateInput } from '#libs/platform';
import { Access, SignedIn } from '../access/access.decorators.js';
import { actingFor, ON_BEHALF_OF } from '../access/acting-for.js';
import type { Viewer } from '../access/viewer.js';
import { Problem } from '../http/problem.js';
import { validBody } from '../http/valid-body.js';
import { ENGINE } from '../ports.js';
import { commandIdOf, declared } from '../workflows/command-request.js';
import { ExecuteCommand } from '../workflows/execute-command.js';
import { type BulkItem, BulkRequest } from './bulk.requests.js';

/** What became of one line; every line decides on its own. */
export interface BulkLine {
  readonly id: string;
  readonly outcome: Outcome['kind'] | 'invalid';
  readonly reasons: readonly ReturnType<typeof translated>[];
  readonly position?: string;
  readonly revision?: number;
  readonly state?: string;
  readonly repeated?: boolean;
}

/** Lines decided at the same time: they share the store's commits, and leave room for others. */
const AT_ONCE = 16;

interface BulkHeaders {
  readonly 'idempotency-key'?: string;
  readonly 'x-on-behalf-of'?: string;
}

/** The same command on many records, in one request. */
@ApiTags('me')
@ApiBearerAuth()
@Controller('api/v1/bulk')
export class BulkController {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(CommandMetrics) private readonly metrics: CommandMetrics,
  ) {}

  /**
   * Executes a command on up to a hundred records. Each line has a key of its own, `{key}:{id}`, so
   * that a repeat of the request writes nothing new and answers the same.
   */
  @Access('commands.bulk')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiHeader({ name: 'X-On-Behalf-Of', required: false })
  @Post()
  @HttpCode(200)
  async execute(
    @Headers() headers: BulkHeaders,
    @Body() body: unknown,
    @SignedIn() signedIn: Viewer,
  ) {
    const viewer = actingFor(signedIn, headers[ON_BEHALF_OF]);
    const key = commandIdOf(viewer.actor.id, headers['idempotency-key']);
    const request = validBody(BulkRequest, body);
    const workflow = this.engine.workflow(request.workflow);
    const command = workflow && declared(workflow, request.command);
    if (command === undefined) throw new Problem('NOT_FOUND');
    const items = itemsOf(request);
    const lines: BulkLine[] = [];
    for (let from = 0; from < items.length; from += AT_ONCE) {
      const some = items.slice(from, from + AT_ONCE);
      const decide = (item: BulkItem) => this.#line(request, command, item, viewer, key);
      lines.push(...(await Promise.all(some.map(decide))));
    }
    const positions = lines.flatMap(({ position }) => position ?? []).sort();
    const accepted = lines.filter(({ outcome }) => outcome === 'accepted').length;
    return { accepted, lines, position: positions.at(-1) ?? null };
  }

  async #line(
    request: BulkRequest,
    command: AnyCommand,
    item: BulkItem,
    viewer: Viewer,
    key: string,
  ): Promise<BulkLine> {
    const started = performance.now();
    const { id, expectedRevision } = item;
    const checked = validateInput(command.input, { ...request.input, ...item.input });
    if (checked.kind === 'invalid')
      return { id, outcome: 'invalid', reasons: checked.reasons.map(translated) };
    const outcome = await this.commands.execute(
      new ExecuteCommand({
        workflow: request.workflow,
        id,
        command: request.command,
        input: checked.input,
        actor: viewer.actor,
        commandId: `${key}:${id}`,
        expectedRevision,
      }),
    );
    const elapsedMs = performance.now() - started;
    this.metrics.observe(request.workflow, request.command, outcome.kind, elapsedMs);
    return lineOf(id, outcome);
  }
}

const lineOf = (id: string, answer: Outcome): BulkLine => {
  const { kind, revision, state } = answer;
  switch (kind) {
    case 'accepted': {
      const { position, repeated } = answer;
      return { id, outcome: kind, reasons: [], position, revision, state, repeated };
    }
    case 'refused':
      // How a record stands is for those who may see it; a refusal says only why not.
      return { id, outcome: kind, reasons: answer.reasons.map(translated) };
    case 'conflict':
      return { id, outcome: kind, reasons: [translated(reason('CONFLICT'))], revision, state };
  }
};

/** Either a list of ids, or of items with inputs of their own. */
function itemsOf({ ids, items }: BulkRequest): readonly BulkItem[] {
  if ((ids === undefined) === (items === undefined))
    throw new Problem('INVALID_INPUT', { reasons: [reason('FIELD_MISSING', undefined, 'ids')] });
  return items ?? ids!.map((id) => ({ id }));
}
