import { codecs } from '../../shared/codecs/registry.ts';
import { writeJson, writeLines } from './answers.ts';
import { type CommandLine } from './arguments.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { type Terminal } from './terminal.ts';

export async function formats(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const known = codecs.map(({ id, title, extensions, offsetUnit, decode, write }) => ({
    id,
    title,
    extensions,
    offsetUnit,
    reads: decode !== undefined,
    writes: write !== undefined,
  }));
  if (line.json) await writeJson(terminal, { command: 'formats', formats: known });
  else await writeLines(terminal, known.map(formatLine));
  return exitCodes.fine;
}

interface KnownFormat {
  readonly id: string;
  readonly title: string;
  readonly extensions: readonly string[];
  readonly reads: boolean;
  readonly writes: boolean;
}

/** Four columns with TABs between them. */
function formatLine({ id, title, extensions, reads, writes }: KnownFormat): string {
  const abilities = [...(reads ? ['read'] : []), ...(writes ? ['write'] : [])];
  return [id, title, extensions.map((extension) => `.${extension}`).join(' '), abilities.join(' ')].join('\t');
}
