import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandRequest, Engine, type Outcome } from '#libs/engine';
import { ENGINE } from '../ports.js';

/** The one command of this process: whatever a workflow declares, executed by the engine. */
export class ExecuteCommand extends Command<Outcome> {
  constructor(readonly request: CommandRequest) {
    super();
  }
}

@CommandHandler(ExecuteCommand)
export class ExecuteCommandHandler implements ICommandHandler<ExecuteCommand> {
  constructor(@Inject(ENGINE) private readonly engine: Engine) {}

  execute({ request }: ExecuteCommand): Promise<Outcome> {
    return this.engine.execute(request);
  }
}
