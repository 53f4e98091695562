import react from '@vitejs/plugin-react';
import { inProject } from '../project.mjs';
import { packageCollector } from './shipped-packages.mjs';

/**
 * One thing that the build makes.
 * It goes to `dist/<name>`. `sources`: the folders and files that it is made of; `product`: the file that must be there afterwards;
 * `packages`: of others, what has gone into it when it was made.
 * @typedef {{ name: string, product: string, sources: readonly string[], config: import('vite').InlineConfig,
 *   packages: () => readonly import('./shipped-packages.mjs').ShippedPackage[] }} Bundle
 */

/** Read by every bundle, beside its own room. */
const foundations = ['shared', 'seeds', 'package-lock.json', 'build/bundling', 'tsconfig.base.json'];

/** The oldest engine that a bundle must run on: that of the fallback Electron, and for the command line our oldest Node. */
const targets = { main: 'node18', page: 'chrome114', commandLine: 'node20' };

const basis = /** @satisfies {import('vite').InlineConfig} */ ({ configFile: false, logLevel: 'warn' });

/**
 * A program for Node or for Electron's own side: one file with all its packages inside, Node's modules and `electron` outside.
 * @param {{ name: string, entry: string, format: 'cjs' | 'es', target: string, sources?: readonly string[] }} program
 * @returns {Bundle}
 */
function programBundle({ name, entry, format, target, sources = ['electron'] }) {
  const fileName = format === 'cjs' ? 'index.cjs' : 'index.mjs';
  const collector = packageCollector();
  return {
    name,
    product: `dist/${name}/${fileName}`,
    sources: [...sources, ...foundations],
    packages: collector.packages,
    config: {
      ...basis,
      plugins: [collector.plugin()],
      root: inProject(),
      publicDir: false,
      ssr: { noExternal: true, target: 'node' },
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      build: {
        ssr: inProject(...entry.split('/')),
        target,
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          external: ['electron', /^node:/],
          output: { format, entryFileNames: fileName, codeSplitting: false },
        },
      },
    },
  };
}

const pageCollector = packageCollector();

/** @type {Bundle} */
const page = {
  name: 'renderer',
  product: 'dist/renderer/index.html',
  sources: ['renderer', ...foundations],
  packages: pageCollector.packages,
  config: {
    ...basis,
    root: inProject('renderer'),
    base: '/',
    plugins: [react(), pageCollector.plugin()],
    worker: { format: 'es', plugins: () => [pageCollector.plugin()] },
    build: {
      target: targets.page,
      cssTarget: targets.page,
      modulePreload: false,
      sourcemap: true,
      // The content security policy allows fonts and images from the app alone, and none written into a style sheet.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2_000,
    },
  },
};

/** @type {readonly Bundle[]} */
export const appBundles = [
  // CommonJS: Electron before 28 has no modules in its main process, and a sandboxed preload has none in any version.
  programBundle({ name: 'main', entry: 'electron/main.ts', format: 'cjs', target: targets.main }),
  programBundle({ name: 'preload', entry: 'electron/preload.ts', format: 'cjs', target: targets.page }),
  page,
];

export const commandLineBundle = programBundle({ name: 'cli', entry: 'electron/cli/index.ts', format: 'es', target: targets.commandLine });

/** These measure what users run: modules in one file, as the engine sees them in the app. No part of it. */
export const formatBenchBundle = benchBundle('bench', 'tests/bench/formats.ts');
export const agreementBenchBundle = benchBundle('bench-agreement', 'tests/bench/agreement.ts');

function benchBundle(/** @type {string} */ name, /** @type {string} */ entry) {
  return programBundle({ name, entry, format: 'es', target: targets.commandLine, sources: ['tests/bench', 'tests/fixtures'] });
}
