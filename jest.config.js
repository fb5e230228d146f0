// Nest 12, jose and others ship ES modules only. Jest on Node 20 cannot require() those, so for tests swc turns
// them (and our own sources) into CommonJS. Production runs the real ES modules that `nest build` writes.
const esModules = [
  '@nestjs',
  '@fastify/cookie',
  'jose',
  'openid-client',
  'oauth4webapi',
  'oidc-provider',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'es-toolkit',
  'js-yaml',
  'csv-parse',
  'csv-stringify',
  'preact',
  'preact-render-to-string',
  'zxing-wasm',
  '@hyzyla/pdfium',
  'fast-check',
  'pure-rand',
  'zpl-renderer-js',
  '@observablehq/plot',
  'd3(-[a-z-]+)?',
  'internmap',
  'delaunator',
  'robust-predicates',
  'isoformat',
];
const common = { swcrc: false, module: { type: 'commonjs' }, sourceMaps: 'inline' };
const transform = {
  legacyDecorator: true,
  decoratorMetadata: true,
  useDefineForClassFields: false,
  react: { runtime: 'automatic', importSource: 'preact' },
};
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.e2e-spec.ts', '**/*.spec.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        ...common,
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform,
        },
      },
    ],
    '^.+\\.m?js$': ['@swc/jest', { ...common, jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  testTimeout: 60_000,
};
