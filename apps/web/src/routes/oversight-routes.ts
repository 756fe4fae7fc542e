import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { findingsSearch, reportSearch, yearSearch } from './search.js';
import { shell } from './shell-route.js';

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

/** The end of the year, honours and inspections. */
export const OVERSIGHT_ROUTES = [
  yearSheet,
  memberYearSheet,
  honours,
  findings,
  report,
  award,
  inspection,
  awardRecord,
  inspectionRecord,
] as const;
