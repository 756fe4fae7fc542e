export default {
  testEnvironment: 'node',
  // No test waits for a time; this only ends one that hangs, on however busy a machine.
  testTimeout: 60_000,
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testRegex: '\\.(spec|e2e-spec)\\.ts$',
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/apps/web/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  coverageProvider: 'v8',
  setupFiles: ['<rootDir>/jest.setup.mjs'],
  globalSetup: '<rootDir>/test/postgres/begin.mjs',
  globalTeardown: '<rootDir>/test/postgres/end.mjs',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2024',
          keepClassNames: true,
          experimental: { keepImportAttributes: true },
          parser: { syntax: 'typescript', decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
          },
        },
      },
    ],
  },
  // Without these, Jest follows package.json "imports" and tests the last build, not the sources.
  moduleNameMapper: {
    '^#libs/([^/]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
    '^#libs/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
