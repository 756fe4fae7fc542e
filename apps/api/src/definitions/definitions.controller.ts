import { Controller, Get, Header, Headers, Inject, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  bpmnXml,
  definitionDocument,
  type DefinitionDocument,
  EVENT_SCHEMAS,
  mermaidText,
} from '#libs/definition-docs';
import { Engine } from '#libs/engine';
import type { AnyWorkflow } from '#libs/kernel';
import { languageOf } from '#libs/platform';
import { REACTORS } from '#libs/workflows';
import { Access } from '../access/access.decorators.js';
import { Problem } from '../http/problem.js';
import { ENGINE } from '../ports.js';

/** The declarations as documents, in the language asked for. */
@ApiTags('workflows')
@ApiBearerAuth()
@Controller('api/v1/workflows')
export class DefinitionsController {
  /** A declaration never changes while the process runs; neither does what is said of it. */
  readonly #documents = new Map<string, DefinitionDocument>();

  constructor(@Inject(ENGINE) private readonly engine: Engine) {}

  /** One workflow: states, matrix, commands, refusals, deadlines, events and two drawings. */
  @Access('workflows.list')
  @Get(':name')
  @Header('vary', 'Accept-Language')
  one(@Param('name') name: string, @Headers('accept-language') accepted?: string) {
    const workflow = this.#workflow(name);
    const language = languageOf(accepted);
    const key = `${language} ${name}`;
    let document = this.#documents.get(key);
    if (document === undefined) {
      const sources = { reactors: REACTORS, schemas: EVENT_SCHEMAS };
      document = definitionDocument(workflow, language, sources);
      this.#documents.set(key, document);
    }
    return document;
  }

  /** BPMN 2.0 with coordinates, for a modeller. */
  @Access('workflows.list')
  @Get(':name/bpmn')
  @Header('content-type', 'application/xml; charset=utf-8')
  @Header('vary', 'Accept-Language')
  bpmn(@Param('name') name: string, @Headers('accept-language') accepted?: string): string {
    return bpmnXml(this.#workflow(name), languageOf(accepted));
  }

  /** The state diagram as Mermaid text. */
  @Access('workflows.list')
  @Get(':name/mermaid')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('vary', 'Accept-Language')
  mermaid(@Param('name') name: string, @Headers('accept-language') accepted?: string): string {
    return mermaidText(this.#workflow(name), languageOf(accepted));
  }

  #workflow(name: string): AnyWorkflow {
    const workflow = this.engine.workflow(name);
    if (workflow === undefined) throw new Problem('NOT_FOUND');
    return workflow;
  }
}
