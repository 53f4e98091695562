import { basename } from 'node:path';
import { version } from '../../package.json';
import { codecById } from '../../shared/codecs/registry.ts';
import { cardText } from '../../shared/dataset/card-text.ts';
import { type ExportOptions } from '../../shared/dataset/export-options.ts';
import { type ExportPlan } from '../../shared/dataset/export-plan.ts';
import { type WrittenFile } from '../../shared/dataset/export-run.ts';
import { type ExportSource } from '../../shared/dataset/export-source.ts';
import { planExport } from '../../shared/dataset/plan-export.ts';
import { runExport } from '../../shared/dataset/run-export.ts';
import { attempt } from '../file-failure.ts';
import { writeFolder } from '../folder-writer.ts';
import { complainOf, problemAnswer, writeJson, writeLines } from './answers.ts';
import { type CommandLine } from './arguments.ts';
import { hasErrors, noAccess, wrongUsage } from './command-failure.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { exportOrigin } from './export-origin.ts';
import { optionsFrom, releaseFrom, selectionFrom } from './export-words.ts';
import { lossLine } from './loss-line.ts';
import { reasonOf } from './problem-text.ts';
import { type Terminal } from './terminal.ts';

/** Makes the folder that the export screen makes, of a project's folder or of any files that can be read: the same options, the same bytes. */
export async function exportDataset(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const [path, ...others] = line.paths;
  if (path === undefined || others.length > 0) throw wrongUsage('Export what? Name one project folder, file or folder.');
  if (line.to === null || !codecById(line.to)?.write) throw wrongUsage(`There is no format "${line.to ?? ''}" to write. Give --to FORMAT; see: formats`);
  const { out } = line;
  if (out === null || out === '-') throw wrongUsage('Where to? Give --out DIR.');
  const options = optionsFrom(line.words, line.to, await releaseFrom(line.words), await selectionFrom(line.words));
  const origin = await exportOrigin(path, line, options, terminal);
  try {
    const { source, context } = origin;
    const planned = await planExport(source, options, context);
    if (planned.outcome !== 'planned') throw new Error('nobody has stopped this plan');
    const { plan } = planned;
    const files = hasErrors(plan.problems) ? [] : await written(source, options, plan, out);
    if (files.length > 0) await origin.keepRelease(plan);
    const problems = [...origin.problems, ...plan.problems];
    if (line.json) {
      const { counts, losses, splits, leaks } = plan;
      await writeJson(terminal, { command: 'export', out, snapshot: plan.snapshot, counts, losses, splits, leaks, files, problems: problems.map(problemAnswer) });
    } else {
      await complainOf(terminal, problems);
      await terminal.complain(plan.losses.losses.map(lossLine).join(''));
      await writeLines(terminal, files.map(({ name }) => `${out}/${name}`));
    }
    return files.length > 0 && !hasErrors(problems) ? exitCodes.fine : exitCodes.dataProblems;
  } finally {
    await origin.close();
  }
}

/** Everything or nothing: the folder stands at its place when it is whole. */
async function written(source: ExportSource, options: ExportOptions, plan: ExportPlan, out: string): Promise<readonly WrittenFile[]> {
  const outcome = await attempt('write', async () => {
    const folder = await writeFolder(out);
    try {
      const sink = { append: async (files: Parameters<Parameters<typeof runExport>[3]['append']>[0]) => {
        for (const { name, bytes } of files) await folder.append(name, bytes);
      } };
      const ran = await runExport(source, options, plan, sink, { app: version, card: cardText });
      if (ran.outcome !== 'written') throw new Error(`the export of ${basename(out)} was ${ran.outcome}`);
      await folder.finish();
      return ran.files;
    } catch (error) {
      await folder.cancel();
      throw error;
    }
  });
  if (!outcome.ok) throw noAccess(out, reasonOf({ code: outcome.failure, values: {} }));
  return outcome.value;
}

