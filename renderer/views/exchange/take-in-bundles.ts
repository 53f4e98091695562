import { type Bridge } from '../../../shared/bridge.ts';
import { type Bundle } from '../../../shared/exchange/bundle/read-bundle.ts';
import { type Incoming } from '../../../shared/exchange/bundle/take-in-ground.ts';
import { fold } from '../../../shared/exchange/log.ts';
import { rostersIn } from '../../../shared/exchange/roster/said.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { checkDataset, errorsOf } from '../../../shared/model/check.ts';
import { fail, ok, problem, type Problem, type Result } from '../../../shared/result.ts';
import { readBundleFile } from '../../workers/bundle-client.ts';

/** A file as it comes: its bytes, or why they cannot be had. */
export interface BundleSource {
  readonly name: string;
  readonly read: () => Promise<Uint8Array | Problem>;
}

/** A Bundle whose signature, if it has one, holds, and so do those of the rosters in it. */
export interface OpenedBundle extends Incoming {
  readonly bytes: Uint8Array;
}

export interface OpenedBundles {
  readonly opened: readonly OpenedBundle[];
  /** Of files that nothing can be taken from. */
  readonly problems: readonly Problem[];
}

type Verifier = Pick<Bridge, 'verifyBundle' | 'verifyRoster'>;

export async function openBundles(sources: readonly BundleSource[], bridge: Verifier): Promise<OpenedBundles> {
  const opened: OpenedBundle[] = [];
  const problems: Problem[] = [];
  for (const { name, read } of sources) {
    const bytes = await read();
    const result = !(bytes instanceof Uint8Array) ? fail(bytes) : await readBundleFile({ name, bytes });
    if (!result.ok) problems.push(...result.problems);
    else if (!(await holds(result.value, bridge))) problems.push(problem('bundle-signature-wrong', { file: name }));
    else if (!(await rostersHold(result.value, bridge))) problems.push(problem('roster-signature-wrong', { file: name }));
    else if (bytes instanceof Uint8Array) opened.push({ bundle: result.value, key: result.value.signature?.key ?? null, bytes });
  }
  return { opened, problems };
}

const holds = async ({ signature, manifestText }: Bundle, bridge: Verifier): Promise<boolean> =>
  signature === null || bridge.verifyBundle(manifestText, signature);

async function rostersHold({ entries }: Bundle, bridge: Verifier): Promise<boolean> {
  for (const { roster, signature } of entries.flatMap(({ change }) => rostersIn(change))) if (!(await bridge.verifyRoster({ roster, signature }))) return false;
  return true;
}

/** What a project that came as a whole holds. */
export function wholeProject({ entries, name }: Bundle): Result<Dataset> {
  const first = entries.find(({ change }) => change.added.some(({ kind }) => kind === 'schema'));
  const dataset = first ? fold(entries) : null;
  if (!dataset || errorsOf(checkDataset(dataset)).length > 0) return fail(problem('bundle-file-wrong', { file: name }, { name: 'log' }));
  return ok(dataset);
}
