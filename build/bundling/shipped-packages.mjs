import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, projectDirectory, readJson } from '../project.mjs';

/**
 * A package of which something is in a bundle. `text`: its licence's own words, empty where it brings none.
 * @typedef {{ name: string, version: string, licence: string, text: string }} ShippedPackage
 */

/** The folder of the package that a module lies in, from the project's folder; null for our own. */
export function packageFolder(/** @type {string} */ module) {
  const found = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module.replace(/^\0+/, '').replace(/\?.*$/, ''));
  return found ? found[0] : null;
}

/** Notes, while a bundle is made, which packages go into it. */
export function packageCollector() {
  /** @type {Set<string>} */
  const folders = new Set();
  const note = (/** @type {string} */ module, /** @type {number} */ length) => {
    const folder = packageFolder(module);
    if (folder && length > 0) folders.add(folder);
  };
  /** @returns {import('vite').Plugin} one for each build that the bundle consists of */
  const plugin = () => {
    let root = projectDirectory;
    return {
      name: 'naql-packages',
      configResolved(config) {
        root = config.root;
      },
      generateBundle(_options, output) {
        for (const chunk of Object.values(output)) {
          // Fonts come by style sheets, as files of their own.
          if (chunk.type === 'asset') for (const file of chunk.originalFileNames) note(path.resolve(root, file), 1);
          else for (const [module, { renderedLength }] of Object.entries(chunk.modules)) note(module, renderedLength);
        }
      },
    };
  };
  return { plugin, packages: () => [...folders].map(described).sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** @returns {ShippedPackage} */
function described(/** @type {string} */ folder) {
  const { name, version, license } = readJson(path.join(folder, 'package.json'));
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying|ofl)(\.|$)/i.test(one));
  return { name, version, licence: typeof license === 'string' ? license : 'UNKNOWN', text: file ? readFileSync(path.join(folder, file), 'utf8') : '' };
}

export const packagesFile = 'packages.json';
/** All of them, beside the page. */
export const licencesFile = 'licences.json';

/** What the built app consists of beside our own code: of all its bundles, each package once. */
export function shippedPackages() {
  /** @type {Map<string, ShippedPackage>} */
  const found = new Map();
  for (const bundle of ['main', 'preload', 'renderer']) {
    const list = inProject('dist', bundle, packagesFile);
    if (!existsSync(list)) continue;
    for (const one of /** @type {readonly ShippedPackage[]} */ (readJson(list))) found.set(`${one.name}@${one.version}`, one);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
