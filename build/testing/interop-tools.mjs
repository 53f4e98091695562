import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { say } from '../failure.mjs';
import { runNpm } from '../npm.mjs';
import { cacheDirectory, inProject, sha256 } from '../project.mjs';
import { findChromium, findProgram, installPackages, packagesForChromium } from '../runtime/libraries.mjs';

/** @typedef {{ kind: 'there', path: string } | { kind: 'missing', reason: string }} Tool */

/** @returns {Tool} */
const there = (/** @type {string} */ file) => ({ kind: 'there', path: file });
/** @returns {Tool} */
const missing = (/** @type {string} */ reason) => ({ kind: 'missing', reason });

/**
 * A tool that Debian packages bring: installed where that can be done.
 * @param {string} name
 * @param {() => string | null} find
 * @param {readonly string[]} packages
 * @returns {Tool}
 */
function fromPackages(name, find, packages) {
  try {
    installPackages(() => (find() ? [] : [...packages]));
  } catch (error) {
    return missing(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const found = find();
  return found ? there(found) : missing(`${name} is not there after its packages were installed`);
}

/** The first of these files that is there. */
const firstFile = (/** @type {readonly string[]} */ files) => files.find((file) => existsSync(file)) ?? null;

const requirements = inProject('tests', 'interop', 'python', 'requirements.txt');

/** A Python with the packages of `requirements.txt`, made anew when that file changes. @returns {Tool} */
function pythonWithPackages() {
  const system = fromPackages('Python', () => findProgram('python3'), ['python3', 'python3-venv']);
  if (system.kind === 'missing') return system;
  const folder = path.join(cacheDirectory, `python-${sha256(readFileSync(requirements)).slice(0, 16)}`);
  const python = path.join(folder, 'bin', 'python');
  const mark = path.join(folder, 'complete');
  if (existsSync(mark)) return there(python);
  rmSync(folder, { recursive: true, force: true });
  say('naql: making a Python environment with the packages of tests/interop/python/requirements.txt (about 1 GB, a few minutes) …');
  const steps = [[system.path, '-m', 'venv', folder], [python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements]];
  for (const [program = '', ...args] of steps) {
    const { status, error } = spawnSync(program, args, { stdio: ['ignore', 2, 2] });
    if (status !== 0) return missing(`Python packages could not be installed: ${error ? error.message : 'the reason stands above'}`);
  }
  writeFileSync(mark, '');
  return there(python);
}

/** The editor of Label Studio as it was published, without the packages that it was built from. */
const labelStudioPackage = {
  name: 'label-studio@1.0.1',
  sha512: 'R/aevUj1aBRUdL+JfFqHIMYkJEu6MGpov3UVBV/xxmuIXRKK4RmwT07wwc2EKp8K9jZacbaIWU3P2H1rRw4w7g==',
};

/** @returns {Tool} its folder, with `build/static/js/main.js` in it */
function labelStudioEditor() {
  const folder = path.join(cacheDirectory, 'label-studio');
  if (existsSync(path.join(folder, 'build'))) return there(folder);
  const waiting = `${folder}.tmp`;
  rmSync(waiting, { recursive: true, force: true });
  mkdirSync(waiting, { recursive: true });
  const { status } = runNpm(['pack', labelStudioPackage.name, '--silent', '--pack-destination', waiting], { cwd: waiting, stdio: ['ignore', 2, 2] });
  const archive = readdirSync(waiting).find((name) => name.endsWith('.tgz'));
  if (status !== 0 || !archive) return missing(`${labelStudioPackage.name} could not be fetched`);
  const bytes = readFileSync(path.join(waiting, archive));
  if (createHash('sha512').update(bytes).digest('base64') !== labelStudioPackage.sha512) return missing(`${labelStudioPackage.name} is not what it was`);
  if (spawnSync('tar', ['-xzf', archive, '--strip-components=1'], { cwd: waiting, stdio: ['ignore', 2, 2] }).status !== 0) return missing('tar failed');
  renameSync(waiting, folder);
  return there(folder);
}

const findUima = () => firstFile(['/usr/share/java/uimaj-core.jar', '/usr/share/java/uima-core.jar']);
const findSoffice = () => findProgram('soffice') ?? firstFile(['/usr/lib/libreoffice/program/soffice']);
const findWriter = () => (firstFile(['/usr/lib/libreoffice/program/libswlo.so']) ? findSoffice() : null);

/** Every program that checks our files, set up as far as this machine allows. */
export const interopTools = () => ({
  python: pythonWithPackages(),
  java: fromPackages('a Java compiler', () => findProgram('javac'), ['default-jdk-headless']),
  uima: fromPackages('Apache UIMA', findUima, ['libuima-core-java']),
  soffice: fromPackages('LibreOffice', findSoffice, ['libreoffice-calc-nogui']),
  /** Makes documents of word processors; the program is the same. */
  writer: fromPackages('LibreOffice Writer', findWriter, ['libreoffice-writer-nogui']),
  iconv: fromPackages('iconv', () => findProgram('iconv'), ['libc-bin']),
  zip: fromPackages('Info-ZIP', () => findProgram('zip'), ['zip']),
  chromium: fromPackages('Chromium', findChromium, packagesForChromium()),
  labelStudio: labelStudioEditor(),
});
