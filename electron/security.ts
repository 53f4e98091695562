import { app, session, type WebContents } from 'electron';
import { isOurPage } from './origin.ts';

/** What the page's own origin may be granted; everything else is denied. */
const grantedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'persistent-storage']);

const localProtocols: ReadonlySet<string> = new Set(['app:', 'devtools:', 'data:', 'blob:']);

/**
 * Before the app is ready: leads whatever Chromium might send on its own into a dead end. Every request goes to a proxy
 * whose name is never looked up, so no packet leaves, not even towards this machine itself.
 */
export function closeNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('proxy-server', 'socks5://nowhere.invalid:1');
  app.commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings']) {
    app.commandLine.appendSwitch(name);
  }
}

/** When the app is ready, before any window: what pages may load and ask for. */
export function guardSession(): void {
  const { defaultSession } = session;
  // Otherwise Chromium fetches a dictionary for the system's language; switching the checker off alone does not stop it.
  defaultSession.setSpellCheckerLanguages([]);
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !localProtocols.has(url.slice(0, url.indexOf(':') + 1)) }));
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(grantedPermissions.has(permission)));
  defaultSession.setPermissionCheckHandler((_contents, permission) => grantedPermissions.has(permission));
  defaultSession.setDevicePermissionHandler(() => false);
}

/** Keeps every page where it is: it may reload, and neither go elsewhere nor open or embed anything. */
export const guardPages = (): void => void app.on('web-contents-created', (_event, contents) => guardContents(contents));

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event, url) => {
    if (!isOurPage(url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOurPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}
