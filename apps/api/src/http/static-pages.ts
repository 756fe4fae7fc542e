import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Vite puts the hash of the content into the names of everything below `assets`. */
const HASHED = /[/\\]assets[/\\]/;

/** Serves the built pages at `/`; addresses of the application itself are the filter's matter. */
export function servePages(app: NestFastifyApplication, folder: string): void {
  app.useStaticAssets({
    root: folder,
    prefix: '/',
    wildcard: false,
    cacheControl: false,
    setHeaders(response, path) {
      response.setHeader(
        'cache-control',
        HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
}
