import {
  delegatedMandate,
  type GrantedRights,
  type InspectionWarrant,
  officeAuthority,
  type UnitOffices,
  type Warrant,
} from '#libs/access';
import type { EventStore, Tracer } from '#libs/event-store';
import { type CommandTold, Engine } from '#libs/engine';
import type { WorkingCalendar } from '#libs/kernel';
import type { RulePack } from '#libs/workflows';
import { RULE_PACKS, rulePack, vietnameseCalendar, WORKFLOWS } from '#libs/workflows';

export interface ProductOptions {
  readonly store: EventStore;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Default: the packs this release ships. */
  readonly packs?: readonly RulePack[] | undefined;
  /** Warrants given to accounts, for policies that ask; at once where they are at hand. */
  readonly warrants?: (() => readonly Warrant[] | Promise<readonly Warrant[]>) | undefined;
  /** Inspections whose warrants may cover one of the units; their own streams say what holds. */
  readonly inspectionsOf?: ((unitIds: readonly string[]) => readonly string[]) | undefined;
  /** Folded streams kept in memory. */
  readonly cached?: number | undefined;
  /** Working days; default: those this release ships. */
  readonly calendar?: WorkingCalendar | undefined;
  /** Where others write to the log as well: see `EngineOptions`. */
  readonly isFresh?: (() => boolean) | undefined;
  /** Left out: nothing is traced. */
  readonly tracer?: Tracer | undefined;
  /** Told what became of each command. */
  readonly onCommand?: ((told: CommandTold) => void) | undefined;
}

/** The engine with every workflow of the product, over any event store. */
export const productEngine = ({
  store,
  clock,
  packs = RULE_PACKS,
  warrants,
  inspectionsOf,
  cached,
  calendar = vietnameseCalendar,
  isFresh,
  tracer,
  onCommand,
}: ProductOptions): Engine => {
  const engine = new Engine({
    store,
    workflows: WORKFLOWS,
    resolvers: { rules: (key, pinned) => rulePack(packs, { id: pinned, year: Number(key) }) },
    authority: {
      resolve(units, at, load) {
        const given = warrants?.();
        const by = (ofAccounts: readonly Warrant[] | undefined) =>
          officeAuthority(
            units,
            at,
            (id) =>
              load('organisation', id) as
                UnitOffices | undefined | Promise<UnitOffices | undefined>,
            {
              ofAccounts,
              ...(inspectionsOf && {
                issued: {
                  covering: inspectionsOf,
                  load: (id) =>
                    load('inspection', id) as
                      InspectionWarrant | undefined | Promise<InspectionWarrant | undefined>,
                },
              }),
            },
          );
        return given instanceof Promise ? given.then(by) : by(given);
      },
      mandate: (asked, load) =>
        delegatedMandate(
          asked,
          (id) =>
            load('delegation', id) as
              GrantedRights | undefined | Promise<GrantedRights | undefined>,
        ),
    },
    calendar,
    clock: () => new Date(clock()).toISOString(),
    ...(cached !== undefined && { cached }),
    isFresh,
    tracer,
  });
  if (onCommand !== undefined) engine.onCommand(onCommand);
  return engine;
};
