/** Unit specs: rules and wiring with no database. `*.int-spec.ts` live in jest.int.config.mjs. */
const aliases = { '^@cohorte/([^/]+)/words\\.(fr|en)$': '<rootDir>/libs/$1/web/i18n/$2.ts', '^@cohorte/(platform|ui)/web/(.+)$': '<rootDir>/libs/$1/web/$2.ts', '^@cohorte/([^/]+)/visitors$': '<rootDir>/libs/$1/web/visitors.ts', '^@cohorte/([^/]+)/(contract|server|web)$': '<rootDir>/libs/$1/$2/index.ts' };
const swc = ['@swc/jest', {
  module: { type: 'es6' },
  jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false } },
}];

export const nodeProject = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json'],
  transform: { '^.+\\.ts$': swc },
  moduleNameMapper: aliases,
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.data/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};

export default {
  projects: [
    { ...nodeProject, displayName: 'unit', testMatch: ['<rootDir>/{libs/*/{contract,server},apps/api,tools}/**/*.spec.{ts,mjs}'] },
    {
      rootDir: import.meta.dirname, displayName: 'web', preset: 'jest-preset-angular',
      testMatch: ['<rootDir>/{libs/*/web,apps/web}/**/*.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/apps/web/jest-setup.ts'],
      transform: { '^.+\\.(ts|mjs|js|html|svg)$': ['jest-preset-angular', { tsconfig: '<rootDir>/apps/web/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' }] },
      // Packages that ship ES modules under a plain .js name.
      transformIgnorePatterns: ['node_modules/(?!.*\\.mjs$|@angular/common/locales/.*\\.js$|@jsverse/)'],
      moduleNameMapper: aliases,
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
      modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
    },
  ],
};
