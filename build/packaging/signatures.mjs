import { ScriptFailure, say } from '../failure.mjs';
import { runNpm } from '../npm.mjs';
import { projectDirectory } from '../project.mjs';

/** @typedef {{ status: number | null, stdout: string, error?: Error | undefined }} Answer */

/** @returns {Answer} */
function askNpm() {
  const { status, stdout, error } = runNpm(['audit', 'signatures', '--json'], { cwd: projectDirectory, encoding: 'utf8', timeout: 300_000, maxBuffer: 64 * 1024 * 1024 });
  return { status, stdout: String(stdout), error };
}

const text = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : '');

/** @returns {Record<string, unknown> | null} */
function parsed(/** @type {string} */ output) {
  try {
    const value = /** @type {unknown} */ (JSON.parse(output));
    return typeof value === 'object' && value !== null ? /** @type {Record<string, unknown>} */ (value) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const namesOf = (/** @type {unknown} */ list) =>
  (Array.isArray(list) ? list : []).map((one) => `${text(one?.name)}@${text(one?.version)}`);

/**
 * Asks npm whether each installed package bears its registry's signature. Where the registry cannot be reached, or signs nothing, that is said and
 * the packing goes on: the lockfile's hashes have been checked when the packages were installed.
 * @throws ScriptFailure for a package whose signature is wrong or missing
 */
export function checkSignatures(/** @type {() => Answer} */ ask = askNpm) {
  const { status, stdout, error } = ask();
  const answer = parsed(stdout);
  const wrong = [...namesOf(answer?.invalid).map((name) => `${name} (wrong)`), ...namesOf(answer?.missing).map((name) => `${name} (missing)`)];
  if (wrong.length > 0) throw new ScriptFailure(`packages without a good signature: ${wrong.join(', ')}`);
  if (status === 0 && answer) {
    say('naql: every package bears the signature of its registry');
    return true;
  }
  const told = /** @type {{ code?: unknown, summary?: unknown } | undefined} */ (answer?.error);
  say(`naql: signatures of packages were not checked: ${error?.message ?? (`${text(told?.code)} ${text(told?.summary)}`.trim() || `npm ended with ${status}`)}`);
  return false;
}
