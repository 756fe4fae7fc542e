import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { Engine, type NextActions, type Outcome } from '#libs/engine';
import { mermaid, permissionMatrix, type Reason } from '#libs/kernel';
import { CommandMetrics, inputSchema, TERMS, termText, translated } from '#libs/platform';
import { actingFor, ON_BEHALF_OF } from '../access/acting-for.js';
import { Access, Admitted, type Admission, SignedIn } from '../access/access.decorators.js';
import type { Viewer } from '../access/viewer.js';
import { Problem } from '../http/problem.js';
import { validBody } from '../http/valid-body.js';
import { ENGINE } from '../ports.js';
import { EventsRequest } from '../views/view.requests.js';
import { commandBody, commandIdOf, declared, knownOf, occurredAtOf } from './command-request.js';
import { ExecuteCommand } from './execute-command.js';
import { ListRecordEvents } from './record-events.query.js';
import { shownState } from './sealed-state.js';

/** Headers of a command. */
interface CommandHeaders {
  readonly 'idempotency-key'?: string;
  readonly 'x-occurred-at'?: string;
  readonly 'x-on-behalf-of'?: string;
}

/** Commands, records and buttons of every workflow, straight from the declarations. */
@ApiTags('workflows')
@ApiBearerAuth()
@Controller('api/v1')
export class WorkflowsController {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandMetrics) private readonly metrics: CommandMetrics,
  ) {}

  /** The declarations: states, commands, who may do what, the diagram. */
  @Access('workflows.list')
  @Get('workflows')
  list() {
    return this.engine.workflows.map((workflow) => ({
      name: workflow.name,
      title: termText('workflow', workflow.name),
      version: workflow.version,
      states: Object.keys(workflow.states),
      commands: Object.keys(workflow.commands),
      matrix: permissionMatrix(workflow),
      mermaid: mermaid(workflow),
    }));
  }

  /** Words for every code that a record, a command or a refusal may name, in both languages. */
  @Access('terms')
  @Get('terms')
  terms() {
    return TERMS;
  }

  /** One record as it stands; sealed parts only for those who may read them. */
  @Access('instances.one')
  @Get(':workflow/:id')
  async one(
    @Param('workflow') workflow: string,
    @Param('id') id: string,
    @Admitted() { viewer, reading }: Admission,
  ) {
    const instance = await this.engine.instance(workflow, id);
    if (instance === undefined || instance.revision < 0) throw new Problem('NOT_FOUND');
    const { revision, stateName: state, definitionVersion, rulePack } = instance;
    const data = shownState(workflow, instance.state, reading);
    const actions = await this.#actions(workflow, id, viewer);
    return { workflow, id, revision, state, definitionVersion, rulePack, data, actions };
  }

  /**
   * What the viewer can do next with a record, or why not, and what each command takes. What is
   * already known of the input may be said in the query: who may begin a record can depend on it.
   */
  @Access('instances.actions')
  @Get(':workflow/:id/actions')
  async actions(
    @Param('workflow') workflow: string,
    @Param('id') id: string,
    @Query() query: unknown,
    @Admitted() { viewer }: Admission,
  ) {
    const next = await this.engine.nextActions(workflow, id, viewer.actor, knownOf(query));
    if (next === undefined) throw new Problem('NOT_FOUND');
    const { commands } = (await this.engine.definition(workflow, id))!;
    return {
      revision: next.revision,
      state: next.state,
      actions: shown(next).map((action) => ({
        ...action,
        input: inputSchema(commands[action.command]!.input),
      })),
    };
  }

  /** What happened to one record, oldest first; sealed parts only for those who may read them. */
  @Access('instances.events')
  @Get(':workflow/:id/events')
  async events(
    @Param('workflow') workflow: string,
    @Param('id') id: string,
    @Query() query: unknown,
    @Admitted() { reading, period }: Admission,
  ) {
    const { page = '1' } = validBody(EventsRequest, query);
    const events = new ListRecordEvents(workflow, id, Number(page), reading, period);
    const answer = await this.queries.execute(events);
    if (answer === undefined) throw new Problem('NOT_FOUND');
    return answer;
  }

  /** Executes a command; its body is described per command under the workflow's own tag. */
  @ApiExcludeEndpoint()
  @Access('commands.execute')
  @Post(':workflow/:id/:command')
  @HttpCode(200)
  async execute(
    @Param() params: { workflow: string; id: string; command: string },
    @Headers() headers: CommandHeaders,
    @Body() body: unknown,
    @SignedIn() signedIn: Viewer,
  ) {
    const started = performance.now();
    const viewer = actingFor(signedIn, headers[ON_BEHALF_OF]);
    const { workflow: name, id, command: commandName } = params;
    const definition = await this.engine.definition(name, id);
    const command = definition && declared(definition, commandName);
    if (command === undefined) throw new Problem('NOT_FOUND');
    const commandId = commandIdOf(viewer.actor.id, headers['idempotency-key']);
    const occurredAt = occurredAtOf(headers['x-occurred-at']);
    const { input, expectedRevision } = commandBody(command, body);
    const outcome = await this.commands.execute(
      new ExecuteCommand({
        workflow: name,
        id,
        command: commandName,
        input,
        actor: viewer.actor,
        commandId,
        occurredAt,
        expectedRevision,
      }),
    );
    this.metrics.observe(name, commandName, outcome.kind, performance.now() - started);
    return this.#answer(name, id, viewer, outcome);
  }

  async #answer(workflow: string, id: string, viewer: Viewer, outcome: Outcome) {
    if (outcome.kind === 'refused') throw refusal(outcome.reasons);
    const actions = await this.#actions(workflow, id, viewer);
    const { revision, state } = outcome;
    if (outcome.kind === 'conflict')
      throw new Problem('CONFLICT', { extra: { revision, state, actions } });
    const { position, repeated } = outcome;
    return { position, revision, state, repeated, actions };
  }

  async #actions(workflow: string, id: string, viewer: Viewer) {
    const next = await this.engine.nextActions(workflow, id, viewer.actor);
    return next === undefined ? [] : shown(next);
  }
}

/** Buttons with their reasons in words. */
const shown = (next: NextActions) =>
  next.actions.map((action) => ({ ...action, reasons: action.reasons.map(translated) }));

/** Refusals that concern the request itself have problems of their own. */
function refusal(reasons: readonly Reason[]): Problem {
  switch (reasons[0]?.code) {
    case 'IDEMPOTENCY_KEY_REUSED':
      return new Problem('IDEMPOTENCY_KEY_REUSED', { reasons });
    case 'UNKNOWN_WORKFLOW':
    case 'UNKNOWN_COMMAND':
      return new Problem('NOT_FOUND', { reasons });
    case 'ID_INVALID':
    case 'OCCURRED_IN_FUTURE':
      return new Problem('INVALID_INPUT', { reasons });
    default:
      return new Problem('REFUSED', { reasons });
  }
}
