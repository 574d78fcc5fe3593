import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { depConstraints, sides } from './tools/architecture.mjs';

const noBareZod = {
  selector: "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier[imported.name='z'], ImportDefaultSpecifier)",
  message: "Write `import * as z from 'zod'`: the named import costs 92 kB in the browser.",
};
const noSchemaRun = {
  selector: "CallExpression[callee.property.name='safeParse']",
  message: 'Schemas check nothing in the browser (apps/web/src/schemas-of-the-browser.js): compare with the list they are made of.',
};
const everywhere = [
  noBareZod,
  { selector: 'ExportAllDeclaration', message: 'Doors hold named exports only.' },
  { selector: "CallExpression[callee.name='forwardRef']", message: 'forwardRef hides a cycle: redesign the modules.' },
];
const side = (name) => ({
  files: [`libs/*/${name}/**/*.ts`],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: sides[name], message: `The ${name} side of a domain must not reach there.` }] }] },
});

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.nx/**', '.angular/**', '.data/**', 'coverage/**', 'test-results/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommended],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: depConstraints(), allowCircularSelfDependency: true, checkDynamicDependenciesExceptions: ['.*'] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-restricted-syntax': ['error', ...everywhere],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      complexity: ['error', 10],
    },
  },
  { files: ['**/*.ts'], ignores: ['**/*.spec.ts', '**/*.int-spec.ts'], rules: { 'no-console': 'error' } },
  { files: ['**/*.spec.ts', '**/*.int-spec.ts', 'apps/e2e/**/*.ts'], rules: { 'max-lines-per-function': 'off', 'max-params': 'off' } },
  { files: ['libs/*/server/**/*.ts', 'apps/api/**/*.ts'], ignores: ['**/*.spec.ts', '**/*.int-spec.ts'], rules: { 'max-params': ['error', 6] } },
  { files: ['apps/web/**/*.ts', 'libs/*/web/**/*.ts'], extends: [...angular.configs.tsRecommended], processor: angular.processInlineTemplates,
    rules: { '@angular-eslint/component-class-suffix': 'off', '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/component-selector': ['error', [{ type: 'element', prefix: 'co', style: 'kebab-case' }, { type: 'attribute', prefix: 'co', style: 'camelCase' }]],
      '@angular-eslint/directive-selector': ['error', { type: ['attribute', 'element'], prefix: 'co', style: 'camelCase' }],
      '@angular-eslint/prefer-on-push-component-change-detection': 'off' } },
  { files: ['apps/web/**/*.ts', 'libs/*/web/**/*.ts'], ignores: ['**/*.spec.ts'], rules: { 'no-restricted-syntax': ['error', ...everywhere, noSchemaRun] } },
  { files: ['apps/web/**/*.html', 'libs/*/web/**/*.html'], extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility] },
  side('contract'), side('server'), side('web'),
);
