/** Loaded into the main process before the app: the disk has as much room as the environment says, and from the second question on that much. */
const promises = require('node:fs/promises');

let asked = 0;
promises.statfs = async () => ({ bavail: Number((asked++ === 0 ? process.env.NAQL_SPACE : process.env.NAQL_SPACE_LATER) ?? 0), bsize: 1024 * 1024 });
