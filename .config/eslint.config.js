import tseslint from 'typescript-eslint';
import {configs as lit} from 'eslint-plugin-lit';
import {configs as wc} from 'eslint-plugin-wc';

const root = new URL('..', import.meta.url).pathname;

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'storybook-static/**',
      '**/*.js',
      '**/*.mjs',
      // These know types of frameworks that are not installed here: they are checked where they are, with their compilers.
      'src/frameworks/*.d.ts',
      'test/apps/**',
    ],
  },
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
  {files: ['src/feed/sanitize.ts', 'src/feed/plain-paragraphs.ts'], rules: {'no-restricted-properties': 'off'}},
  // Only a conditional type that is generic in nothing tells a readonly property from another.
  {files: ['src/frameworks/props.ts'], rules: {'@typescript-eslint/no-unnecessary-type-parameters': 'off'}},
  {
    files: ['test/**'],
    rules: {
      // Assertions of chai are expressions, and thenable as far as their types know.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
);
