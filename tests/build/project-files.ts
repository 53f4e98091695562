import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inProject, projectDirectory } from '../../build/project.mjs';

/** Every file that git keeps or would keep, by its path from the project's folder. */
export function projectFiles(): readonly string[] {
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: projectDirectory, encoding: 'utf8' });
  return stdout.split('\0').filter((name) => name !== '' && existsSync(inProject(name)));
}

/** The TypeScript of the app itself. */
export const sourceFiles = (): readonly string[] => projectFiles().filter((name) => /^(shared|renderer|electron)\/.*\.tsx?$/.test(name));

export const textOf = (name: string): string => readFileSync(inProject(name), 'utf8');
