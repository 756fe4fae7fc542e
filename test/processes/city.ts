import type { Product } from '#libs/assembly';
import type { CommandRequest } from '#libs/engine';
import { type AccountStore, TokenIssuer } from '#libs/platform';
import type { Writer } from '../torture/load.js';

const DAY_SECONDS = 86_400;
const SYSTEM = { id: 'system.city', kind: 'system' } as const;
const ON = `${new Date().getUTCFullYear()}-01-01`;

/** A cell whose members write, one of them its secretary. */
export interface City {
  readonly writers: readonly Writer[];
  readonly secretary: Writer;
  /** A member who writes nothing unless a test does it for them. */
  readonly guest: Writer;
  /** One more member; `key` makes it the same one when asked again. */
  admit(key: string): Promise<void>;
  /** Ends the secretary's office. */
  endOffice(): Promise<void>;
}

/** Founds it through the engine; tokens are issued without signing in. */
export async function foundCity(
  { engine }: Product,
  accounts: AccountStore,
  members: number,
): Promise<City> {
  const must = async (request: Omit<CommandRequest, 'actor' | 'workflow'>, workflow: string) => {
    const outcome = await engine.execute({ ...request, workflow, actor: SYSTEM });
    if (outcome.kind !== 'accepted') throw new Error(`refused: ${JSON.stringify(outcome)}`);
  };
  const admit = (id: string): Promise<void> => {
    const input = { unitId: 'cell', status: 'official', on: ON, fullName: 'Người thử' };
    return must({ id, command: 'admit', input, commandId: `system/admit-${id}` }, 'membership');
  };
  const office = { memberId: 'm0', office: 'secretary', on: ON, decisionNo: '2' };
  for (const [id, level, parentId] of [
    ['ward', 'ward', undefined],
    ['cell', 'cell', 'ward'],
  ] as const) {
    const above = parentId === undefined ? {} : { parentId };
    const input = { name: 'Chi bộ thử', level, on: ON, decisionNo: '1', ...above };
    await must({ id, command: 'found', input, commandId: `system/found-${id}` }, 'organisation');
  }
  const ids = Array.from({ length: members + 1 }, (_, index) => `m${index}`);
  for (const id of ids) await admit(id);
  const appoint = { id: 'cell', command: 'appointOfficer', input: office };
  await must({ ...appoint, commandId: 'system/appoint' }, 'organisation');
  const issuer = new TokenIssuer(await accounts.tokenKey(), DAY_SECONDS, Date.now);
  const all = await Promise.all(
    ids.map(async (member) => {
      const password = `process ${member}`.padEnd(16, 'x');
      const account = await accounts.put({ username: member, password, personId: member });
      return { member, token: issuer.issue(account).token };
    }),
  );
  const end = { id: 'cell', command: 'endOfficer', input: { ...office, decisionNo: '3' } };
  return {
    writers: all.slice(0, members),
    secretary: all[0]!,
    guest: all[members]!,
    admit,
    endOffice: () => must({ ...end, commandId: 'system/end-office' }, 'organisation'),
  };
}
