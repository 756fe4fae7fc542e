// Who may import whom. Anything not listed here is an error; see CONTRIBUTING.md.
const ANY = ['.+'];
const NONE = [];

/** library: [own libraries, packages, Node's own modules] */
const MAY_IMPORT = {
  kernel: [NONE, NONE, NONE],
  workflows: [['kernel'], NONE, NONE], // class-validator in *.commands.ts: see COMMAND_PACKAGES
  ledger: [['kernel'], NONE, ['crypto']],
  access: [['kernel'], NONE, ['crypto']],
  'event-store': [['kernel'], NONE, NONE],
  'event-store-sqlite': [['kernel', 'event-store'], NONE, ANY], // its driver is node:sqlite
  'event-store-eventstoredb': [['kernel', 'event-store'], ['@eventstore/db-client'], ANY],
  engine: [['kernel', 'event-store'], NONE, ['crypto', 'timers/promises']],
  projections: [['kernel', 'event-store'], ['kysely'], NONE],
  'read-models': [
    ['kernel', 'projections', 'workflows'],
    ['kysely', 'pg'],
    ['sqlite', 'worker_threads'],
  ],
  // who does what where several processes share a log and a database
  cluster: [
    ['kernel', 'event-store', 'engine', 'projections', 'read-models'],
    ['kysely', 'pg'],
    ['crypto', 'timers/promises'],
  ],
  documents: [
    ['kernel', 'read-models', 'ledger'],
    ['docx', 'exceljs', 'pdfkit', 'csv-stringify'],
    ANY,
  ],
  'definition-docs': [['kernel', 'platform'], ['@dagrejs/dagre'], NONE],
  scenarios: [['kernel', 'engine', 'workflows', 'event-store', 'access'], ['yaml'], ANY],
  importing: [
    ['kernel', 'engine', 'workflows'],
    ['yauzl', 'saxes', 'csv-parse', 'csv-stringify'],
    ANY,
  ],
  // what every process has in common: engine, workflows and store put together
  assembly: [
    [
      'kernel',
      'workflows',
      'access',
      'event-store',
      'event-store-sqlite',
      'event-store-eventstoredb',
      'engine',
      'projections',
      'read-models',
      'cluster',
    ],
    NONE,
    ANY,
  ],
  platform: [
    [
      'kernel',
      'ledger',
      'access',
      'event-store',
      'event-store-sqlite',
      'event-store-eventstoredb',
      'engine',
      'projections',
      'read-models',
      'documents',
    ],
    [
      '@nestjs/.+',
      'rxjs',
      'class-validator',
      'class-transformer',
      'class-validator-jsonschema',
      'fast-jwt',
      'prom-client',
      '@opentelemetry/.+',
      'pg',
      'pino',
      'nestjs-pino',
      'kysely',
      'reflect-metadata',
    ],
    ANY,
  ],
};
const COMMAND_PACKAGES = ['class-validator', 'class-transformer', 'reflect-metadata'];

const NPM = [
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-bundled',
  'npm-no-pkg',
  'npm-unknown',
  'undetermined',
  'unknown',
];
const FOR_TESTS = '\\.spec\\.ts$|\\.e2e-spec\\.ts$|\\.fixtures\\.ts$|^libs/[^/]+/src/testing/';

const isPackage = (names) => `(^|node_modules/)(${names.join('|')})(/|$)`;
const isBuiltIn = (names) => `^(node:)?(${names.join('|')})$`;
const allowing = (condition, pathNot) => (pathNot ? { ...condition, pathNot } : condition);

function rulesOf(library, [libraries, packages, builtIns]) {
  const from = { path: `^libs/${library}/src/`, pathNot: FOR_TESTS };
  const rule = (what, may, to, source = from) => ({
    name: `${library}-${what}`,
    comment: `libs/${library} may use ${what}: ${may.join(', ') || 'none'}`,
    severity: 'error',
    from: source,
    to,
  });
  const own = [library, ...libraries].join('|');
  const rules = [
    rule('own-libraries', libraries, { path: '^libs/', pathNot: `^libs/(${own})/` }),
    rule(
      'built-ins',
      builtIns,
      allowing({ dependencyTypes: ['core'] }, builtIns.length > 0 && isBuiltIn(builtIns)),
    ),
  ];
  const npm = { dependencyTypes: NPM };
  if (library !== 'workflows') {
    const may = allowing(npm, packages.length > 0 && isPackage(packages));
    return [...rules, rule('packages', packages, may)];
  }
  const commands = '\\.commands\\.ts$';
  return [
    ...rules,
    rule('packages', packages, npm, { ...from, pathNot: `${FOR_TESTS}|${commands}` }),
    rule(
      'packages-in-commands',
      COMMAND_PACKAGES,
      { ...npm, pathNot: isPackage(COMMAND_PACKAGES) },
      { path: `^libs/workflows/src/.+${commands}` },
    ),
  ];
}

module.exports = {
  forbidden: [
    ...Object.entries(MAY_IMPORT).flatMap(([library, row]) => rulesOf(library, row)),
    {
      name: 'library-without-a-row',
      comment: 'add the library to MAY_IMPORT in .dependency-cruiser.cjs and to CONTRIBUTING.md',
      severity: 'error',
      from: { path: '^libs/', pathNot: `^libs/(${Object.keys(MAY_IMPORT).join('|')})/` },
      to: {},
    },
    {
      name: 'workflow-to-workflow',
      comment:
        'a workflow knows another one only through its *.events.ts (and rule packs and blocks)',
      severity: 'error',
      from: { path: '^libs/workflows/src/([^/]+)/', pathNot: FOR_TESTS },
      to: {
        path: '^libs/workflows/src/[^/]+/',
        pathNot: [
          '^libs/workflows/src/$1/',
          '^libs/workflows/src/(rules|blocks)/',
          '\\.events\\.ts$',
        ],
      },
    },
    {
      name: 'libraries-through-their-index',
      comment: 'another library is imported as #libs/name, never by a path into it',
      severity: 'error',
      from: { path: '^(libs/[^/]+/|apps/|test/)' },
      to: {
        path: '^libs/',
        pathNot: '^$1',
        dependencyTypesNot: ['aliased-subpath-import'],
      },
    },
    {
      name: 'testing-stays-in-tests',
      comment: 'a #libs/name/testing entry is for specs; production code must not carry it',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: `${FOR_TESTS}|^apps/[^/]+/(test|e2e)/` },
      to: { path: '^libs/[^/]+/src/testing/' },
    },
    {
      name: 'libraries-never-import-apps',
      comment: 'move what both need into a library',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'test-stays-in-tests',
      comment: 'test/ holds doubles and launchers for specs; production code must not carry them',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: `${FOR_TESTS}|^apps/[^/]+/(test|e2e)/` },
      to: { path: '^test/' },
    },
    {
      name: 'apps-never-import-each-other',
      comment: 'move what both need into a library',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      // A browser test starts the server that it tests.
      to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/api/src/testing/'] },
    },
    {
      name: 'web-uses-no-library',
      comment: "the pages know the server only through the API's types",
      severity: 'error',
      from: { path: '^apps/web/src/' },
      to: { path: '^libs/|^#libs/' },
    },
    {
      name: 'launchers-stand-alone',
      comment: 'apps/cli/bin runs before anything is installed or built',
      severity: 'error',
      from: { path: '^apps/cli/bin/' },
      to: { pathNot: '^apps/cli/bin/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'no-cycles',
      comment: 'move what both need into a third file, or inject it',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'mend the path (relative imports end in .js), or add the package to package.json',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      conditionNames: ['types', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
