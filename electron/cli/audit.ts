import { problem } from '../../shared/result.ts';
import { type AuditLine, auditLines } from '../../shared/review/audit.ts';
import { auditHead, auditRows } from '../../shared/review/audit-table.ts';
import { writeAtomically } from '../atomic-write.ts';
import { attempt } from '../file-failure.ts';
import { complainOf, problemAnswer, writeJson } from './answers.ts';
import { type CommandLine } from './arguments.ts';
import { hasErrors, noAccess, wrongUsage } from './command-failure.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { openOrigin } from './export-origin.ts';
import { reasonOf } from './problem-text.ts';
import { type Terminal } from './terminal.ts';

/** How the gold sets of a project came about, as CSV: the same table as the window saves. */
export async function audit(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const [path, ...others] = line.paths;
  if (path === undefined || others.length > 0) throw wrongUsage('Whose gold? Name one project, or one file or folder.');
  const { rows, lines, problems: read } = await readAudit(path, line, terminal);
  const problems = [...read, ...(rows.length === 0 ? [problem('gold-none')] : [])];
  const table = [auditHead('en'), ...rows].join('');
  const written = line.out !== null && line.out !== '-' ? line.out : null;
  if (written !== null && rows.length > 0) {
    const outcome = await attempt('write', () => writeAtomically(written, table));
    if (!outcome.ok) throw noAccess(written, reasonOf({ code: outcome.failure, values: {} }));
  }
  if (line.json) await writeJson(terminal, { command: 'audit', lines, problems: problems.map(problemAnswer) });
  else await complainOf(terminal, problems);
  if (!line.json && written === null && rows.length > 0) await terminal.write(table);
  return hasErrors(problems) ? exitCodes.dataProblems : exitCodes.fine;
}

async function readAudit(path: string, line: CommandLine, terminal: Terminal) {
  const { source, problems, close } = await openOrigin(path, line, terminal);
  const rows: string[] = [];
  const lines: AuditLine[] = [];
  try {
    const traces = await source.traces?.();
    for await (const slice of source.slices()) {
      const found = { ...source.head, articles: slice.articles, sets: slice.sets, events: slice.events ?? [] };
      const written = auditRows(found, 'en', traces);
      if (written !== '') rows.push(written);
      if (line.json) lines.push(...auditLines(found, traces));
    }
  } finally {
    await close();
  }
  return { rows, lines, problems };
}
