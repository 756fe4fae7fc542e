import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { TerminusModule } from '@nestjs/terminus';
import { LoggerModule, PinoLogger } from 'nestjs-pino';
import type { Product } from '#libs/assembly';
import {
  type AccountStore,
  CommandMetrics,
  type CommitMetrics,
  type FailureLog,
  loggerOptions,
  MetricsPage,
  type Telemetry,
  TokenIssuer,
} from '#libs/platform';
import {
  CellMonthQueries,
  DelegationListQueries,
  FindingQueries,
  HonoursQueries,
  InboxQueries,
  LevelIndicatorQueries,
  MemberHistoryQueries,
  OversightQueries,
  RegistrationListQueries,
  SearchQueries,
  UnitTreeQueries,
  WarrantListQueries,
  YearSheetQueries,
} from '#libs/read-models';
import { AccessGuard } from './access/access.guard.js';
import { AuthenticationGuard } from './access/authentication.guard.js';
import { HeldWarrants } from './access/held-warrants.js';
import { RecordPlaces } from './access/record-places.js';
import { Scopes } from './access/scopes.js';
import { ViewRecorder } from './access/view-recorder.js';
import { AuthController } from './auth/auth.controller.js';
import type { Config } from './config.js';
import { ShowBookHandler } from './cycle/book.query.js';
import { DossierController } from './cycle/dossier.controller.js';
import { ShowDossierHandler } from './cycle/dossier.query.js';
import { ShowEvidenceHandler } from './cycle/evidence.query.js';
import { ListFindingsHandler } from './cycle/findings.query.js';
import { MemberCycleController } from './cycle/member-cycle.controller.js';
import { ShowMemberYearSheetHandler } from './cycle/member-year-sheet.query.js';
import { ShowUnitReportHandler } from './cycle/report.query.js';
import { RoomPeopleController } from './cycle/room-people.controller.js';
import { ListRoomPeopleHandler } from './cycle/room-people.query.js';
import { UnitCycleController } from './cycle/unit-cycle.controller.js';
import { ListOfUnitHandler, MedianLateDaysHandler } from './cycle/unit-lists.query.js';
import { ShowUnitYearSheetHandler } from './cycle/year-sheet.query.js';
import { DefinitionsController } from './definitions/definitions.controller.js';
import { HealthController } from './health/health.controller.js';
import { ProductHealth } from './health/product.health.js';
import { Draining } from './http/draining.js';
import { ProblemFilter } from './http/problem.filter.js';
import { LiveController } from './live/live.controller.js';
import { LiveService } from './live/live.service.js';
import { BulkController } from './me/bulk.controller.js';
import { Expected } from './me/expected.js';
import { ShowInboxHandler } from './me/inbox.query.js';
import { InboxTitles } from './me/inbox.titles.js';
import { MeController } from './me/me.controller.js';
import { Sides } from './me/sides.js';
import { ExplainCommandHandler } from './me/why.query.js';
import { MembersController } from './members/members.controller.js';
import { ListReadingsHandler } from './members/access-log.query.js';
import { ReplayMemberHandler } from './members/member-history.query.js';
import { ShowMemberHandler } from './members/member.query.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { serverMetrics } from './metrics/server-metrics.js';
import { ACCOUNTS, CLOCK, ENGINE, PRODUCT, PROJECTIONS, STORE, VIEWS } from './ports.js';
import { RegistrationController } from './registration/registration.controller.js';
import { ShowRegistrationFormHandler } from './registration/registration-form.query.js';
import { SearchController } from './search/search.controller.js';
import { SearchHandler } from './search/search.query.js';
import { ListEventsBehindHandler } from './units/behind-figure.query.js';
import { UnitsController } from './units/units.controller.js';
import * as units from './units/units.queries.js';
import { ReadYourWriteGuard } from './views/read-your-write.guard.js';
import { ExecuteCommandHandler } from './workflows/execute-command.js';
import { ListRecordEventsHandler } from './workflows/record-events.query.js';
import { WorkflowsController } from './workflows/workflows.controller.js';

const VIEW_QUERIES = [
  UnitTreeQueries,
  LevelIndicatorQueries,
  RegistrationListQueries,
  MemberHistoryQueries,
  SearchQueries,
  InboxQueries,
  DelegationListQueries,
  CellMonthQueries,
  FindingQueries,
  YearSheetQueries,
  HonoursQueries,
  OversightQueries,
  WarrantListQueries,
];
const QUERY_HANDLERS = [
  units.ListUnitsHandler,
  units.ShowUnitHandler,
  units.UnitFiguresHandler,
  units.ChildrenFiguresHandler,
  units.ListRegistrationsHandler,
  units.ListMembersHandler,
  ListEventsBehindHandler,
  ShowMemberHandler,
  ReplayMemberHandler,
  ListReadingsHandler,
  SearchHandler,
  ShowRegistrationFormHandler,
  ShowInboxHandler,
  ExplainCommandHandler,
  ListOfUnitHandler,
  MedianLateDaysHandler,
  ListFindingsHandler,
  ShowUnitYearSheetHandler,
  ShowUnitReportHandler,
  ShowBookHandler,
  ShowMemberYearSheetHandler,
  ListRoomPeopleHandler,
  ShowDossierHandler,
  ShowEvidenceHandler,
  ListRecordEventsHandler,
];

/** What the process has opened, given to Nest as values. */
export interface Opened {
  readonly config: Pick<
    Config,
    'production' | 'logLevel' | 'tokenSeconds' | 'webFolder' | 'trustProxy' | 'keepAliveMs'
  >;
  readonly product: Product;
  readonly accounts: AccountStore;
  readonly clock: () => number;
  /** Told of what goes wrong behind the requests. */
  readonly failures: FailureLog;
  /** Left out: nothing is traced. */
  readonly telemetry?: Telemetry | undefined;
  /** Times of commits, where the log is a file of this process. */
  readonly commits?: CommitMetrics | undefined;
}

const CONTROLLERS = [
  AuthController,
  UnitsController,
  UnitCycleController,
  RoomPeopleController,
  DossierController,
  MembersController,
  MemberCycleController,
  SearchController,
  RegistrationController,
  MeController,
  BulkController,
  LiveController,
  HealthController,
  MetricsController,
  DefinitionsController,
  // Last, since its paths are patterns.
  WorkflowsController,
];

/** Binds ports to what was opened, and lists every area of the interface. */
@Module({})
export class ApiModule {
  static of(opened: Opened, tokens: TokenIssuer): DynamicModule {
    const { config, product, accounts, clock, telemetry } = opened;
    const metrics = serverMetrics(product, clock, opened.commits);
    return {
      module: ApiModule,
      imports: [
        LoggerModule.forRoot(
          loggerOptions({
            level: config.logLevel,
            production: config.production,
            traceId: telemetry && (() => telemetry.traceId()),
          }),
        ),
        CqrsModule.forRoot(),
        TerminusModule.forRoot({ logger: false }),
      ],
      controllers: CONTROLLERS,
      providers: [
        { provide: PRODUCT, useValue: product },
        { provide: ENGINE, useValue: product.engine },
        { provide: PROJECTIONS, useValue: product.projections },
        { provide: STORE, useValue: product.store },
        { provide: VIEWS, useValue: product.views },
        { provide: CLOCK, useValue: clock },
        { provide: ACCOUNTS, useValue: accounts },
        { provide: TokenIssuer, useValue: tokens },
        Draining,
        HeldWarrants,
        ViewRecorder,
        Scopes,
        RecordPlaces,
        { provide: MetricsPage, useValue: metrics.page },
        { provide: CommandMetrics, useValue: metrics.commands },
        ProductHealth,
        LiveService,
        Sides,
        Expected,
        InboxTitles,
        ExecuteCommandHandler,
        ...QUERY_HANDLERS,
        ...VIEW_QUERIES.map((queries) => ({
          provide: queries,
          useValue: new queries(product.views.db),
        })),
        { provide: APP_GUARD, useClass: AuthenticationGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: ReadYourWriteGuard },
        {
          provide: APP_FILTER,
          inject: [PinoLogger],
          useFactory: (logger: PinoLogger) =>
            new ProblemFilter(logger, config.webFolder !== undefined),
        },
      ],
    };
  }
}
