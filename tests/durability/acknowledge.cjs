/**
 * Loaded into the main process before the app: tells on stderr, at once and past every buffer of ours, which Entry the page was just told to be
 * in the Journal. What the kernel has of it outlives a SIGKILL.
 */
const { writeSync } = require('node:fs');
const { aroundCall } = require('./around-call.cjs');

aroundCall('appendJournal', (listener) => async (...args) => {
  const answer = await listener(...args);
  if (answer.ok) writeSync(2, `acknowledged ${answer.value}\n`);
  return answer;
});
