const { rm } = require('node:fs/promises');
const path = require('node:path');

/** An unpacked Electron brings files of its own that no finished app should have. */
module.exports = async function removeLeftovers({ appOutDir }) {
  const leftovers = ['resources/default_app.asar', 'runtime.json', 'version'];
  await Promise.all(leftovers.map((name) => rm(path.join(appOutDir, name), { force: true })));
};
