/**
 * Loaded into the main process before the app: while the file named by NAQL_REFUSAL is there, the disk refuses what the main process wants to
 * write, with the error code that the file holds. For what cannot be brought about on every machine: a disk that is full, read-only or broken.
 */
const { readFileSync } = require('node:fs');
const promises = require('node:fs/promises');

function refusal(syscall) {
  let code;
  try {
    code = readFileSync(process.env.NAQL_REFUSAL, 'utf8').trim();
  } catch {
    return null;
  }
  return Object.assign(new Error(`${code}: refused by the test, ${syscall}`), { code, syscall });
}

const open = promises.open.bind(promises);
promises.open = async (path, flags, ...rest) => {
  const refused = flags === 'r' ? null : refusal('open');
  if (refused) throw refused;
  const handle = await open(path, flags, ...rest);
  for (const name of ['write', 'writeFile', 'datasync', 'sync']) {
    const work = handle[name].bind(handle);
    handle[name] = async (...args) => {
      const error = refusal(name);
      if (error) throw error;
      return work(...args);
    };
  }
  return handle;
};
