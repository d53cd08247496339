import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

const VAGUE = '/^(utils?|helpers?|common|misc|manager|service|handler|data|info)$/i';
const VAGUE_END = '/(Utils?|Helpers?|Manager|Service|Handler)$/';

/** Only what we declare ourselves: `event.data` belongs to the platform. */
const vagueNames = [VAGUE, VAGUE_END].flatMap((names) =>
  [
    `VariableDeclarator > Identifier.id[name=${names}]`,
    `:function > Identifier.params[name=${names}]`,
    `FunctionDeclaration > Identifier.id[name=${names}]`,
    `ClassDeclaration > Identifier.id[name=${names}]`,
    `TSInterfaceDeclaration > Identifier.id[name=${names}]`,
    `TSTypeAliasDeclaration > Identifier.id[name=${names}]`,
  ].map((selector) => ({
    selector,
    message: 'This name says nothing; say what it holds or does.',
  })),
);

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Use a named export; only compute.ts, fit.ts and tool configs have a default one.',
};

export default defineConfig(
  { ignores: ['dist/', 'build/', 'node_modules/', 'test-results/', 'assembly/', 'public/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs['flat/recommended'],
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'no-restricted-syntax': ['error', defaultExport, ...vagueNames],
      'prefer-const': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // `values[i]!` is the idiom of numeric loops, where the bound proves it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // The compiler knows every name; this rule does not know types.
      'no-undef': 'off',
      // Words and links are chosen in code; there is no router whose base could be forgotten.
      'svelte/no-navigation-without-resolve': 'off',
      // Maps and sets here are values: replaced as a whole, never changed in place.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] },
      globals: globals.browser,
    },
    // `let { … } = $props()` mixes what is bound with what is not.
    rules: { 'prefer-const': 'off' },
  },
  {
    files: ['**/compute.ts', '**/fit.ts', '**/*.config.{js,ts}', 'tests/journey/serve-site.ts'],
    rules: { 'no-restricted-syntax': ['error', ...vagueNames] },
  },
  {
    // Ambient globals can only be declared with `var`.
    files: ['**/*.d.ts'],
    rules: { 'no-var': 'off' },
  },
  {
    // Kernels take offsets and counts, one by one.
    files: ['src/kernels/**'],
    rules: { 'max-params': 'off' },
  },
  {
    // Scanners pass bytes and bounds, one by one, for every value of the file.
    files: ['src/table/read/**'],
    rules: { 'max-params': ['error', 4] },
  },
  {
    files: ['**/*.test.ts', 'tests/**'],
    rules: { 'max-lines-per-function': 'off', 'max-params': 'off' },
  },
);
