import { describe, expect, test } from 'vitest';
import { readJson, inProject } from '../../build/project.mjs';
import { projectFiles, textOf } from './project-files.ts';

const isBinary = /\.(png|ico|icns|woff2|zip|gz|jpg)$/;

/** Folders that exist on one machine only. Written in parts, so that this file does not name them itself. */
const machinePath = new RegExp(`(^|[\\s'"\`(=:])/(${['root', 'home', 'work', 'tmp', 'Users'].join('|')})/`, 'm');

/** A package registry by its host: npm's own settings say where packages come from. */
const registryHosts = [/\bregistry\.[a-z0-9-]+(\.[a-z]+)+/, new RegExp(`\\b(${['pypi', 'crates', 'deb\\.debian', 'repo1?\\.maven'].join('|')})\\.(org|io)\\b`)];

interface LockedPackage {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const ownRegistry = process.env.npm_config_registry ? [new RegExp(new URL(process.env.npm_config_registry).host.replaceAll('.', '\\.'))] : [];

describe('what git keeps', () => {
  const texts = projectFiles().filter((name) => !isBinary.test(name));

  test('there are files to look at', () => expect(texts.length).toBeGreaterThan(100));

  test('no file names a folder of some machine', () => {
    expect(texts.filter((name) => machinePath.test(textOf(name)))).toEqual([]);
  });

  test('no file names a package registry', () => {
    expect(texts.filter((name) => [...registryHosts, ...ownRegistry].some((host) => host.test(textOf(name))))).toEqual([]);
  });

  describe('package-lock.json', () => {
    const packages: Readonly<Record<string, LockedPackage>> = readJson(inProject('package-lock.json')).packages;

    test('pins contents, not addresses', () => {
      expect(Object.keys(packages).filter((name) => packages[name]?.resolved !== undefined)).toEqual([]);
      expect(Object.keys(packages).filter((name) => name !== '' && packages[name]?.integrity === undefined)).toEqual([]);
    });

    // Each has to be looked at: a script of a package runs with all that its user may do.
    test.each(['@base-ui/react', 'react', 'react-dom', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view', 'dexie'])(
      'has %s once: a second copy would know nothing of the direction, or of the state, that the first one holds',
      (name) => expect(Object.keys(packages).filter((one) => one.endsWith(`node_modules/${name}`))).toEqual([`node_modules/${name}`]),
    );

    test('has no package with an install script but those that are known, and need none here', () => {
      const known = ['node_modules/electron-winstaller'];
      expect(Object.keys(packages).filter((name) => packages[name]?.hasInstallScript === true)).toEqual(known);
    });

    test('is installed without any script of a package', () => {
      const installing = projectFiles().filter((name) => /^build\/.*\.mjs$/.test(name)).flatMap((name) => textOf(name).match(/\[\s*'(?:ci|install|i|add|update|rebuild)',[^\]]*\]/g) ?? []);
      expect(installing.length).toBeGreaterThan(0);
      expect(installing.filter((call) => !call.includes("'--ignore-scripts'"))).toEqual([]);
    });

    test('names the packages of every platform, or npm ci would refuse it as out of date', () => {
      const missing = Object.entries(packages).flatMap(([name, { optionalDependencies = {} }]) =>
        Object.keys(optionalDependencies).filter((wanted) => !(`node_modules/${wanted}` in packages) && !(`${name}/node_modules/${wanted}` in packages)));
      expect(missing).toEqual([]);
    });
  });

  test('every dependency has one exact version', () => {
    const { devDependencies, dependencies } = readJson(inProject('package.json'));
    expect(dependencies).toBeUndefined();
    expect(Object.entries<string>(devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-r\.\d+)?$/.test(version))).toEqual([]);
  });
});
