import { basename, dirname, extname, join } from 'node:path';
import { type OutputFile } from '../shared/bridge.ts';
import { type WholeFile } from './atomic-write.ts';

/**
 * Files that are saved together. The first goes to the place that a person chose; the others stand beside it, named
 * after it: `name.jsonl` with suffix `.schema.json` gives `name.schema.json`.
 */
export function placedBeside(chosen: string, files: readonly OutputFile[]): readonly WholeFile[] {
  const name = basename(chosen);
  const first = files[0]?.suffix ?? '';
  const stem = first !== '' && name.endsWith(first) && name !== first ? name.slice(0, -first.length) : basename(name, extname(name));
  return files.map(({ suffix, bytes }, index) => ({ path: index === 0 ? chosen : join(dirname(chosen), `${stem}${suffix}`), bytes }));
}

/** What was typed, with the extension of the suggested name when none was typed. */
export const withExtension = (chosen: string, suggestedName: string): string =>
  extname(chosen) === '' ? `${chosen}${extname(suggestedName)}` : chosen;

/** A name that every file system takes, and whose letters stand in their order, from one that a person or a title made. */
export const soundName = (name: string): string => name.replaceAll(/[/\\:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '-').replace(/^\.+/, '').trim() || 'naql';
