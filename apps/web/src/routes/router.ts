import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { PageFailure } from '../features/shell/page-failure.js';
import { SignInPage } from '../features/sign-in/sign-in-page.js';
import { OVERSIGHT_ROUTES } from './oversight-routes.js';
import {
  bookSearch,
  cellSearch,
  memberSearch,
  membersSearch,
  signInSearch,
  unitSearch,
} from './search.js';
import { root, shell } from './shell-route.js';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: SignInPage,
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
      ...OVERSIGHT_ROUTES,
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
