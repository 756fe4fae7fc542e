import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Engine } from '#libs/engine';
import { openApiPaths } from '#libs/kernel';
import { inputSchema } from '#libs/platform';

const COMMAND_PARAMETERS = [
  {
    name: 'id',
    in: 'path',
    required: true,
    schema: { type: 'string' },
  },
  {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'The same key and content writes nothing new.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9._:-]{8,128}$' },
  },
  {
    name: 'X-Occurred-At',
    in: 'header',
    description: 'When it happened, if not now.',
    schema: { type: 'string', format: 'date-time' },
  },
  {
    name: 'X-On-Behalf-Of',
    in: 'header',
    description: 'The person acted for; then, after commas, those who passed the right on.',
    schema: { type: 'string' },
  },
] as const;

const answers = (ok: string) => ({
  200: { description: ok },
  400: { description: 'INVALID_INPUT, BAD_JSON, IDEMPOTENCY_KEY_MISSING' },
  401: { description: 'UNAUTHENTICATED, TOKEN_EXPIRED' },
  404: { description: 'NOT_FOUND' },
  409: { description: 'CONFLICT, IDEMPOTENCY_KEY_REUSED' },
  413: { description: 'BODY_TOO_LARGE' },
  422: { description: 'REFUSED, with reasons' },
});

/** The paths of every declared command, completed with what all commands share. */
function commandPaths(engine: Engine): OpenAPIObject['paths'] {
  const paths: Record<string, unknown> = {};
  for (const workflow of engine.workflows)
    for (const [path, item] of Object.entries(openApiPaths(workflow, inputSchema)))
      paths[path] = {
        post: {
          ...(item['post'] as object),
          parameters: COMMAND_PARAMETERS,
          security: [{ bearer: [] }],
          responses: answers('{position, revision, state, repeated, actions}'),
        },
      };
  return paths as OpenAPIObject['paths'];
}

/** Serves the description at /api/docs-json and the pages that show it at /api/docs. */
export function serveOpenApi(app: NestFastifyApplication, engine: Engine): void {
  const base = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Gương')
      .setDescription('Commitments, reviews and judgements on a record nobody can quietly change')
      .setVersion('1')
      .addBearerAuth()
      .build(),
  );
  const document = { ...base, paths: { ...base.paths, ...commandPaths(engine) } };
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/docs-json' });
}
