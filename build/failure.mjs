/** Exit codes of the scripts, so that a caller can tell the cases apart. 1 is any other failure. */
export const exitCodes = Object.freeze({
  noRuntime: 2,
  noOfficialRuntime: 3,
  missingPackages: 4,
  wrongChecksum: 5,
  noSandbox: 6,
  usage: 64,
});

/** An expected failure of a script: its message is a sentence for the person at the terminal. */
export class ScriptFailure extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Progress and warnings go to stderr: stdout belongs to results. */
export const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

/**
 * Runs a script's main function: an expected failure is told in one line, a bug with its stack, and both end with a code.
 * @param {() => unknown} main
 */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    say(error instanceof ScriptFailure ? `naql: ${error.message}` : String(error instanceof Error ? error.stack : error));
    process.exitCode = error instanceof ScriptFailure ? error.exitCode : 1;
  }
}

/**
 * The options among `known` that were given; anything else is refused.
 * @template {string} Option
 * @param {readonly string[]} given
 * @param {readonly Option[]} known
 * @returns {Set<Option>}
 */
export function readOptions(given, known) {
  const unknown = given.find((option) => !known.some((name) => name === option));
  if (unknown !== undefined) throw new ScriptFailure(`unknown option ${unknown}; known are ${known.join(' ')}`, exitCodes.usage);
  return new Set(known.filter((name) => given.includes(name)));
}
