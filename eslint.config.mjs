import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const FUNCTION_LINES_MAX = 70;
const SPECS = [
  '**/*.spec.ts',
  '**/*.e2e-spec.ts',
  '**/*.fixtures.ts',
  '**/testing/**',
  'test/**',
  'apps/web/e2e/**',
];
const WEB = ['apps/web/src/**/*.{ts,tsx}'];

export default defineConfig(
  globalIgnores(['**/dist/**', '**/node_modules/**', 'data/**', 'coverage/**', '**/*.gen.ts']),
  js.configs.recommended,
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'performance',
          'module',
          'require',
          'URL',
          'console',
          'setTimeout',
          'setInterval',
          'clearInterval',
          'fetch',
          'AbortSignal',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylistic],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Units, dates and counts in texts are numbers on purpose.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Facts, inputs and rows are told apart by type literals as often as by interfaces.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // A Nest module is a class without members.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // noUncheckedIndexedAccess leaves no other word where an index is known to be good.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A workflow without commands yet is an empty object, and its type says so.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // Ports are asynchronous even where one adapter answers at once.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `void (state.x = …)` keeps what a fact does on one line.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Input classes are shapes with validation rules; plain data fits them.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-empty-function': ['error', { allow: ['asyncMethods'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'max-lines-per-function': [
        'error',
        { max: FUNCTION_LINES_MAX, skipBlankLines: true, skipComments: true },
      ],
    },
  },
  {
    files: WEB,
    languageOptions: {
      parserOptions: {
        project: ['./apps/web/tsconfig.json', './apps/web/tsconfig.e2e.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: { 'max-lines-per-function': ['error', { max: 2 * FUNCTION_LINES_MAX }] },
  },
  {
    // A declaration is a table: its length is that of its rows.
    files: ['libs/workflows/src/**/*.workflow.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // A describe block is one function, and test doubles are loose on purpose.
    files: SPECS,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // These talk to a terminal.
    files: ['apps/cli/**', 'test/bench/**', 'test/torture/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Browser tests are compiled by Jest alone; they have no project of their own.
    files: ['apps/web/e2e/**/*.ts', 'apps/web/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { project: null } },
  },
);
