/** What answers now: `null` is the page's own. */
let renewed: IDBFactory | null = null;

const inUse = (): IDBFactory => renewed ?? indexedDB;

/** The browser's IndexedDB as the databases of a project use it; who holds it need not know that it was renewed. */
export const browserFactory: IDBFactory = {
  open: (name, version) => (version === undefined ? inUse().open(name) : inUse().open(name, version)),
  deleteDatabase: (name) => inUse().deleteDatabase(name),
  databases: () => inUse().databases(),
  cmp: (a, b) => inUse().cmp(a, b),
};

/**
 * Takes the IndexedDB of an empty frame in place of one that has fallen silent. After a disk was full Chromium (seen in 114) leaves every further
 * request of that page unanswered, for good, while another document is served at once. The frame has the page's origin and policy and holds no
 * script. The answer is whether there is one.
 */
export function renewBrowserFactory(): boolean {
  if (typeof document === 'undefined') return false;
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.documentElement.append(frame);
  const found = frame.contentWindow?.indexedDB;
  if (found) renewed = found;
  return found !== undefined;
}
