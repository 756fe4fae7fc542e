import type { Warrant } from '#libs/access';
import type { AccountStore, PersonWarrant, Soon } from '#libs/platform';

/** The warrants given to accounts, as policies ask for them. */
export const accountWarrants =
  (accounts: AccountStore): (() => Soon<readonly Warrant[]>) =>
  () => {
    const given = accounts.warrants();
    return given instanceof Promise ? given.then(asWarrants) : asWarrants(given);
  };

const asWarrants = (given: readonly PersonWarrant[]): readonly Warrant[] =>
  given.map(({ personId, unitId, from, until }) => ({
    personId,
    unitIds: [unitId],
    memberIds: [],
    from,
    until,
  }));
