import tseslint from 'typescript-eslint';
import {configs as lit} from 'eslint-plugin-lit';
import {configs as wc} from 'eslint-plugin-wc';

const root = new URL('..', import.meta.url).pathname;

export default tseslint.config(
  {ignores: ['dist/**', 'storybook-static/**', '**/*.js', '**/*.mjs']},
  ...tseslint.configs.strictTypeChecked,
  lit['flat/recommended'],
  wc['flat/best-practice'],
  {
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: root}},
    settings: {wc: {elementBaseClasses: ['LitElement', 'FeedElement']}},
    rules: {
      'wc/guard-super-call': 'off', // misfires on Lit, whose lifecycle methods always exist
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      'no-restricted-properties': [
        'error',
        {object: 'UntrustedHtml', property: 'reveal', message: 'Use sanitize() or plainText().'},
      ],
    },
  },
  {files: ['src/feed/sanitize.ts', 'src/feed/plain-text.ts'], rules: {'no-restricted-properties': 'off'}},
  {
    files: ['test/**'],
    rules: {
      // Assertions of chai are expressions, and thenable as far as their types know.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
);
