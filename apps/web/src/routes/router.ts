import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { session } from '../api/session.js';
import { Shell } from '../features/shell/shell.js';
import { PageFailure } from '../features/shell/page-failure.js';
import { NotFound } from '../features/shell/not-found.js';
import { SignInPage } from '../features/sign-in/sign-in-page.js';
import {
  bookSearch,
  cellSearch,
  findingsSearch,
  memberSearch,
  membersSearch,
  reportSearch,
  signInSearch,
  unitSearch,
  yearSearch,
} from './search.js';

const root = createRootRoute({ notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: SignInPage,
});

/** Everything below needs a session; whoever has none signs in and comes back. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: ({ location }) => {
    if (!session.get()) {
      redirect({ to: '/sign-in', search: { next: location.href }, throw: true });
    }
  },
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('../features/home/home-page.js'), 'HomePage'),
});

const unit = createRoute({
  getParentRoute: () => shell,
  path: '/units/$unitId',
  validateSearch: unitSearch,
  component: lazyRouteComponent(() => import('../features/unit/unit-page.js'), 'UnitPage'),
});

const unitMembers = createRoute({
  getParentRoute: () => shell,
  path: '/units/$unitId/members',
  validateSearch: membersSearch,
  component: lazyRouteComponent(() => import('../features/members/members-page.js'), 'MembersPage'),
});

const member = createRoute({
  getParentRoute: () => shell,
  path: '/members/$memberId',
  validateSearch: memberSearch,
  component: lazyRouteComponent(() => import('../features/member/member-page.js'), 'MemberPage'),
});

const registration = createRoute({
  getParentRoute: () => shell,
  path: '/registration/$memberId/$year',
  component: lazyRouteComponent(
    () => import('../features/registration/registration-page.js'),
    'RegistrationPage',
  ),
});

const book = createRoute({
  getParentRoute: () => shell,
  path: '/me/book',
  validateSearch: bookSearch,
  component: lazyRouteComponent(() => import('../features/my-book/book-page.js'), 'BookPage'),
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  component: lazyRouteComponent(() => import('../features/inbox/inbox-page.js'), 'InboxPage'),
});

const delegations = createRoute({
  getParentRoute: () => shell,
  path: '/inbox/delegations',
  component: lazyRouteComponent(
    () => import('../features/inbox/delegations-page.js'),
    'DelegationsPage',
  ),
});

const yearSheet = createRoute({
  getParentRoute: () => shell,
  path: '/units/$unitId/year-sheet',
  validateSearch: yearSearch,
  component: lazyRouteComponent(
    () => import('../features/year-sheet/year-sheet-page.js'),
    'YearSheetPage',
  ),
});

const memberYearSheet = createRoute({
  getParentRoute: () => shell,
  path: '/members/$memberId/year-sheet',
  validateSearch: yearSearch,
  component: lazyRouteComponent(
    () => import('../features/year-sheet/member-sheet-page.js'),
    'MemberSheetPage',
  ),
});

const honours = createRoute({
  getParentRoute: () => shell,
  path: '/units/$unitId/honours',
  validateSearch: yearSearch,
  component: lazyRouteComponent(() => import('../features/dossier/honours-page.js'), 'HonoursPage'),
});

const findings = createRoute({
  getParentRoute: () => shell,
  path: '/units/$unitId/findings',
  validateSearch: findingsSearch,
  component: lazyRouteComponent(
    () => import('../features/findings/findings-page.js'),
    'FindingsPage',
  ),
});

const report = createRoute({
  getParentRoute: () => shell,
  path: '/units/$unitId/report',
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import('../features/report/report-page.js'), 'ReportPage'),
});

const award = createRoute({
  getParentRoute: () => shell,
  path: '/award/$id',
  component: lazyRouteComponent(() => import('../features/dossier/award-page.js'), 'AwardPage'),
});

const inspection = createRoute({
  getParentRoute: () => shell,
  path: '/inspection/$id',
  component: lazyRouteComponent(
    () => import('../features/inspection/inspection-page.js'),
    'InspectionPage',
  ),
});

/** Records with a page of their own are found there from wherever they are linked. */
const awardRecord = createRoute({
  getParentRoute: () => shell,
  path: '/r/commendation/$id',
  beforeLoad: ({ params }) => {
    redirect({ to: '/award/$id', params, replace: true, throw: true });
  },
});

const inspectionRecord = createRoute({
  getParentRoute: () => shell,
  path: '/r/inspection/$id',
  beforeLoad: ({ params }) => {
    redirect({ to: '/inspection/$id', params, replace: true, throw: true });
  },
});

const review = createRoute({
  getParentRoute: () => shell,
  path: '/r/review/$id',
  component: lazyRouteComponent(() => import('../features/my-book/review-page.js'), 'ReviewPage'),
});

const cell = createRoute({
  getParentRoute: () => shell,
  path: '/cell',
  validateSearch: cellSearch,
  component: lazyRouteComponent(() => import('../features/cell-month/cell-page.js'), 'CellPage'),
});

const coverage = createRoute({
  getParentRoute: () => shell,
  path: '/units/$unitId/coverage',
  validateSearch: bookSearch,
  component: lazyRouteComponent(
    () => import('../features/cell-month/coverage-page.js'),
    'CoveragePage',
  ),
});

const meeting = createRoute({
  getParentRoute: () => shell,
  path: '/meeting/$id',
  component: lazyRouteComponent(
    () => import('../features/meeting-room/meeting-page.js'),
    'MeetingPage',
  ),
});

/** Whatever leads to a meeting as to any record leads into its room. */
const meetingRecord = createRoute({
  getParentRoute: () => shell,
  path: '/r/meeting/$id',
  beforeLoad: ({ params }) => {
    redirect({ to: '/meeting/$id', params, replace: true, throw: true });
  },
});

const criticismSession = createRoute({
  getParentRoute: () => shell,
  path: '/session/$id',
  component: lazyRouteComponent(
    () => import('../features/session-room/session-page.js'),
    'SessionPage',
  ),
});

const criticismSessionRecord = createRoute({
  getParentRoute: () => shell,
  path: '/r/criticism-session/$id',
  beforeLoad: ({ params }) => {
    redirect({ to: '/session/$id', params, replace: true, throw: true });
  },
});

const record = createRoute({
  getParentRoute: () => shell,
  path: '/r/$workflow/$id',
  component: lazyRouteComponent(
    () => import('../features/instance/instance-page.js'),
    'InstancePage',
  ),
});

const system = createRoute({
  getParentRoute: () => shell,
  path: '/system',
  component: lazyRouteComponent(() => import('../features/system/system-page.js'), 'SystemPage'),
});

const definitions = createRoute({
  getParentRoute: () => shell,
  path: '/definitions',
  component: lazyRouteComponent(
    () => import('../features/definitions/definitions-page.js'),
    'DefinitionsPage',
  ),
});

const definition = createRoute({
  getParentRoute: () => shell,
  path: '/definitions/$workflow',
  component: lazyRouteComponent(
    () => import('../features/definitions/definition-page.js'),
    'DefinitionPage',
  ),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    shell.addChildren([
      home,
      unit,
      unitMembers,
      member,
      registration,
      book,
      inbox,
      delegations,
      cell,
      coverage,
      meeting,
      meetingRecord,
      criticismSession,
      criticismSessionRecord,
      yearSheet,
      memberYearSheet,
      honours,
      findings,
      report,
      award,
      inspection,
      awardRecord,
      inspectionRecord,
      review,
      record,
      system,
      definitions,
      definition,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailure,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
