import type { AddressInfo } from 'node:net';
import { type Language, listenError, liveUntilStopped } from '#libs/platform';
import { type Config, readConfig } from './config.js';
import { open } from './open.js';
import { drain } from './http/draining.js';
import { createServer } from './server.js';

export interface Serving {
  readonly url: string;
  readonly demo: boolean;
  close(): Promise<void>;
}

/** Opens the data and listens. Throws StartError, with everything closed again. */
export async function serve(config: Config): Promise<Serving> {
  const opened = await open(config);
  try {
    const app = await createServer(opened);
    await app.listen(config.port, config.host).catch(async (error: unknown) => {
      await app.close();
      throw listenError(error as Error, config);
    });
    const { port } = app.getHttpServer().address() as AddressInfo;
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    return {
      url: `http://${host}:${port}`,
      demo: await opened.accounts.hasDemo(),
      async close() {
        await drain(app, config);
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

const say = (line: string): void => void process.stdout.write(`guong: ${line}\n`);

const announce = ({ url, demo }: Serving, language: Language): void => {
  say(language === 'vi' ? `mở ${url} (Ctrl-C để dừng)` : `open ${url} (Ctrl-C to stop)`);
  if (!demo) return;
  const accounts = 'member, secretary, committee, inspector, auditor, admin';
  say(
    language === 'vi'
      ? `tài khoản thử nghiệm: ${accounts}; mật khẩu guong-demo`
      : `demo accounts: ${accounts}; password guong-demo`,
  );
};

/** The whole life of the process. */
export const main = (): Promise<void> =>
  liveUntilStopped(process.env, readConfig, async (config) => {
    const serving = await serve(config);
    announce(serving, config.language);
    return serving;
  });
