import type { AccountStore } from './account-store.port.js';
import { postgresAccounts, type PostgresAccountsOptions } from './postgres-accounts.js';
import { SqliteAccounts } from './sqlite-accounts.js';

export type AccountPlace =
  | { readonly folder: string }
  | (Pick<PostgresAccountsOptions, 'poolSize' | 'deadlineMs' | 'onFailure'> & {
      /** `postgres://…`, see `GUONG_VIEWS_URL`. */
      readonly viewsUrl: string;
    });

/** The accounts of a data folder or of a cluster; fails as the two adapters do. */
export const openAccounts = async (
  place: AccountPlace,
  clock: () => number,
): Promise<AccountStore> =>
  'folder' in place
    ? new SqliteAccounts(place.folder, clock)
    : postgresAccounts({ ...place, url: place.viewsUrl, clock });
