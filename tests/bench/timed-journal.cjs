/**
 * Loaded into the main process before the app: tells on stderr how long each flush of a file took the disk (`flushed <ms>`) and each call
 * of the Journal took the main process (`appended <ms>`), and keeps every flush waiting for NAQL_FLUSH_DELAY milliseconds, as a slow disk would.
 */
const { writeSync } = require('node:fs');
const promises = require('node:fs/promises');
const { performance } = require('node:perf_hooks');
const { aroundCall } = require('../durability/around-call.cjs');

const delay = Number(process.env.NAQL_FLUSH_DELAY ?? 0);
const tell = (what, began) => writeSync(2, `${what} ${(performance.now() - began).toFixed(3)}\n`);

const open = promises.open.bind(promises);
promises.open = async (...args) => {
  const handle = await open(...args);
  const datasync = handle.datasync.bind(handle);
  handle.datasync = async () => {
    const began = performance.now();
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    await datasync();
    tell('flushed', began);
  };
  return handle;
};

aroundCall('appendJournal', (listener) => async (...args) => {
  const began = performance.now();
  const answer = await listener(...args);
  tell('appended', began);
  return answer;
});
