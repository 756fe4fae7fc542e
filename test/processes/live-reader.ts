/** What one live connection has told so far. */
export interface LiveReader {
  /** The latest position. */
  readonly position: string;
  readonly units: ReadonlySet<string>;
  close(): void;
}

/** Opens the stream of live changes of a server, as a browser does. */
export async function liveOf(url: string, token: string): Promise<LiveReader> {
  const stopping = new AbortController();
  const response = await fetch(`${url}/api/v1/live`, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
    signal: stopping.signal,
  });
  if (!response.ok || response.body === null) throw new Error(`live: ${response.status}`);
  const units = new Set<string>();
  let position = '';
  const read = async (body: ReadableStream): Promise<void> => {
    let rest = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines.filter((each) => each.startsWith('data:'))) {
        const told = JSON.parse(line.slice(5)) as { position: string; units: string[] };
        if (told.position > position) ({ position } = told);
        told.units.forEach((unit) => units.add(unit));
      }
    }
  };
  // Ends when it is closed, here or there.
  read(response.body).catch(() => undefined);
  return {
    get position() {
      return position;
    },
    units,
    close: () => stopping.abort(),
  };
}
