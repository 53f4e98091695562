/** For what is loaded into the main process before the app: `around(listener)` answers a channel of the Bridge in the listener's place. */
const { ipcMain } = require('electron');

const handle = ipcMain.handle.bind(ipcMain);

exports.aroundCall = (wanted, around) => {
  ipcMain.handle = (channel, listener) => handle(channel, channel === wanted ? around(listener) : listener);
};
