import { existsSync } from 'node:fs';
import { ScriptFailure, say } from './failure.mjs';
import { runNpm } from './npm.mjs';
import { inProject, projectDirectory, readJson } from './project.mjs';

/**
 * Whether node_modules holds exactly what package-lock.json asks for. npm writes its own list of what it has
 * installed, as the last step of an installation, so a list that agrees is also one that was finished.
 */
export function dependenciesAreInstalled() {
  const list = inProject('node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = readJson(list).packages;
  const wanted = readJson(inProject('package-lock.json')).packages;
  return (
    Object.keys(installed).every((name) => name in wanted) &&
    Object.entries(wanted).every(([name, { version, optional }]) =>
      // An optional package may be one for another platform, and is then rightly absent.
      name === '' || (installed[name] ? installed[name].version === version : optional === true))
  );
}

/** Installs what is missing from node_modules. No package's install script is ever run: none is needed. */
export function installDependencies() {
  if (dependenciesAreInstalled()) return;
  say('naql: installing the packages of package-lock.json (about 400 MB, half a minute) …');
  const { status, error } = runNpm(
    ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    // npm's own report is no result of ours: it goes where progress goes.
    { cwd: projectDirectory, stdio: ['ignore', 2, 2] },
  );
  if (status !== 0) throw new ScriptFailure(`npm ci failed${error ? `: ${error.message}` : '; its reason stands above'}`);
}
