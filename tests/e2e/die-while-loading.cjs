/** Loaded into the main process before the app: kills the page's process in its first load, and quits when the page is there. */
const { app } = require('electron');

app.on('web-contents-created', (_event, contents) => {
  contents.once('did-navigate', () => {
    contents.forcefullyCrashRenderer();
    contents.once('render-process-gone', () => contents.once('did-finish-load', () => app.exit(0)));
  });
});
