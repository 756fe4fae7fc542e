/** A command whose answer arrived: the server has promised to keep it. */
export interface Acknowledged {
  readonly member: string;
  readonly key: string;
  readonly position: string;
  readonly revision: number;
}

export interface Writer {
  readonly member: string;
  readonly token: string;
}

export interface Load {
  readonly acknowledged: Acknowledged[];
  /** Keys sent without an answer: they may be there or not, but not twice and not in part. */
  readonly unanswered: { readonly member: string; readonly key: string }[];
  /** Ends when the server is gone. */
  readonly done: Promise<void>;
}

const YEAR = new Date().getUTCFullYear();

/** A draft with something in it; `text` tells one from the other. */
const draft = (text: string): string =>
  JSON.stringify({
    deeds: [{ area: 'duty', content: `Việc ${text}: giúp đỡ đồng nghiệp`, measure: 'mỗi tháng' }],
    areas: [],
  });

/** Sends one command of a member; `undefined` when the server did not answer. */
export async function send(
  url: string,
  writer: Writer,
  key: string,
): Promise<Acknowledged | undefined> {
  const response = await fetch(`${url}/api/v1/registration/${writer.member}-${YEAR}/saveDraft`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${writer.token}`,
      'idempotency-key': key,
    },
    body: draft(key),
  }).catch(() => undefined);
  if (response === undefined) return undefined;
  const text = await response.text().catch(() => undefined);
  if (text === undefined) return undefined;
  if (!response.ok) throw new Error(`refused: ${response.status} ${text.slice(0, 300)}`);
  const { position, revision } = JSON.parse(text) as { position: string; revision: number };
  return { member: writer.member, key, position, revision };
}

/** Every writer sends one command after the other until the server no longer answers. */
export function startLoad(url: string, writers: readonly Writer[], round: number): Load {
  const acknowledged: Acknowledged[] = [];
  const unanswered: { member: string; key: string }[] = [];
  const write = async (writer: Writer): Promise<void> => {
    for (let index = 0; ; index += 1) {
      const key = `torture-${round}-${writer.member}-${index}`;
      const answer = await send(url, writer, key);
      if (answer === undefined) return void unanswered.push({ member: writer.member, key });
      acknowledged.push(answer);
    }
  };
  return { acknowledged, unanswered, done: Promise.all(writers.map(write)).then(() => undefined) };
}

/** The stream that a member's drafts go to. */
export const streamOfWriter = (member: string): string => `commitment-${member}-${YEAR}`;
