import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import ours from './scripts/eslint/plugin.js';

/** The only files that may touch disk, network, clock, environment or process. */
const EDGES = [
  'src/action.ts',
  'src/cli.ts',
  'src/cloud/**/*.ts',
  'src/command/**/*.ts',
  'src/edge/**/*.ts',
  'src/github/**/*.ts',
  'src/gitlab/**/*.ts',
  'src/worker.ts',
];

const EDGE_MODULES =
  'fs|fs/promises|http|http2|https|net|tls|dns|os|child_process|worker_threads|process|timers|timers/promises';
const EDGE_ONLY =
  'only src/action.ts, src/cli.ts, src/cloud/, src/command/, src/edge/, src/github/, src/gitlab/ and src/worker.ts touch disk, network, clock or process';

const ENUM = { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' };

export default defineConfig(
  // AssemblyScript has a compiler of its own: scripts/scan.mjs.
  { ignores: ['dist/', 'node_modules/', 'fixtures/', 'coverage/', 'src/**/*.as.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Ports and counts go into messages all the time.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Both forms are fine; a row of data reads better as a type.
      '@typescript-eslint/consistent-type-definitions': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'no-restricted-syntax': ['error', ENUM],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { ours },
    rules: {
      'ours/no-fallback-on-index': 'error',
      'ours/one-meaning': 'error',
      // 'never' still lets `as const` through.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: EDGES,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'tinyglobby', message: `It reads the disk: ${EDGE_ONLY}.` }],
          patterns: [{ regex: `^(node:)?(${EDGE_MODULES})$`, message: `${EDGE_ONLY}.` }],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'console', 'performance', 'globalThis'].map((name) => ({
          name,
          message: `${EDGE_ONLY}.`,
        })),
      ],
      'no-restricted-syntax': [
        'error',
        ENUM,
        {
          selector: `ImportExpression[source.value=/^((node:)?(${EDGE_MODULES.replaceAll('/', '\\u002F')})|tinyglobby)$/]`,
          message: `${EDGE_ONLY}.`,
        },
        {
          selector: ":matches(NewExpression[arguments.length=0], CallExpression)[callee.name='Date']",
          message: 'Same plan, same bytes: no clock here.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'Same plan, same bytes: no clock here.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Same plan, same bytes: no chance here.',
        },
      ],
    },
  },
  {
    // Who can open a text can match, split and compare it: facts are read from the fields of the report.
    files: ['src/{format,github,gitlab,cloud,command,edge}/**/*.ts', 'src/*.ts'],
    ignores: ['src/format/plain.ts', 'src/format/json/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/report/words/text\\.js$',
              importNames: ['openText'],
              message:
                'Only the escapers of a format (by src/format/plain.ts) and the JSON report open a text.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    ignores: ['test/support/laws.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'fast-check', message: 'test/support/laws.ts says how often a law is tried.' }],
          patterns: [{ regex: '\\.test\\.js$', message: 'What tests share is in test/support/.' }],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
    },
  },
);
