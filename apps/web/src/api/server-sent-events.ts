export interface ServerSentEvent {
  event: string;
  data: string;
}

const eventOf = (block: string): ServerSentEvent | undefined => {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) event = line.slice(6).trim();
    else if (line.startsWith('data:')) data.push(line.slice(5).trimStart());
    // The server says when to come back after it has gone: an event of its own here.
    else if (line.startsWith('retry:')) return { event: 'retry', data: line.slice(6).trim() };
  }
  return data.length > 0 ? { event, data: data.join('\n') } : undefined;
};

/**
 * Reads server-sent events from a fetch body. The browser's EventSource cannot send a bearer
 * header, and a token in the address would end up in logs.
 */
export async function* serverSentEvents(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<ServerSentEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let buffer = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      buffer += decoder.decode(value, { stream: true }).replaceAll('\r\n', '\n');
      const blocks = buffer.split('\n\n');
      buffer = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = eventOf(block);
        if (event) yield event;
      }
    }
  } finally {
    reader.releaseLock();
  }
}
