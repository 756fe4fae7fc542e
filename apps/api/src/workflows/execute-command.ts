import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Product } from '#libs/assembly';
import { type CommandRequest, Engine, type Outcome } from '#libs/engine';
import { LiveService } from '../live/live.service.js';
import { ENGINE, PRODUCT } from '../ports.js';

/** The one command of this process: whatever a workflow declares, executed by the engine. */
export class ExecuteCommand extends Command<Outcome> {
  constructor(readonly request: CommandRequest) {
    super();
  }
}

@CommandHandler(ExecuteCommand)
export class ExecuteCommandHandler implements ICommandHandler<ExecuteCommand> {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(LiveService) private readonly live: LiveService,
    @Inject(PRODUCT) private readonly product: Product,
  ) {}

  async execute({ request }: ExecuteCommand): Promise<Outcome> {
    const outcome = await this.engine.execute(request);
    if (outcome.kind === 'accepted') await this.#tell(request);
    return outcome;
  }

  /** Whoever has the record open reads it again, also where no figure rests on what happened. */
  async #tell({ workflow, id }: CommandRequest): Promise<void> {
    const state = (await this.engine.loadState(workflow, id)) as { unitId?: unknown } | undefined;
    if (typeof state?.unitId !== 'string') return;
    this.live.written(state.unitId);
    this.product.announce?.([state.unitId]);
  }
}
