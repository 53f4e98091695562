#!/usr/bin/env node
/**
 * Lets programs that we did not write read what we write: Python packages, Apache UIMA, LibreOffice, Label Studio's editor.
 * What a machine cannot install is skipped, counted and named. The last line is `N passed, N failed, N skipped`.
 *
 * node build/interop.mjs [--prepare | ARGUMENTS FOR VITEST]
 *   --prepare   installs those programs, and runs nothing
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runScript, say } from './failure.mjs';
import { cacheDirectory } from './project.mjs';
import { interopTools } from './testing/interop-tools.mjs';
import { runInteropTests } from './testing/suites.mjs';
import { closingLine, failureList } from './testing/tally.mjs';

await runScript(async () => {
  const args = process.argv.slice(2);
  const tools = interopTools();
  if (args[0] === '--prepare') return;
  for (const [name, tool] of Object.entries(tools)) if (tool.kind === 'missing') say(`naql: skipped is all that needs ${name}: ${tool.reason}`);
  mkdirSync(cacheDirectory, { recursive: true });
  const list = path.join(cacheDirectory, 'interop-tools.json');
  writeFileSync(list, `${JSON.stringify(tools, null, 2)}\n`);
  const result = await runInteropTests(args, list);
  process.stdout.write(`${failureList(result)}\n${closingLine(result)}\n`);
  if (result.failed > 0) process.exitCode = 1;
});
