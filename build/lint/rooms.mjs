/**
 * Who may know whom: HOUSE, as data. A room is a folder (or, for the process boundary, one file); what stands behind
 * it are the rooms that it may import from. Arrows add up, and what is not drawn is forbidden.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const arrows = {
  shared: [],
  'shared/text': ['shared'],
  'shared/model': ['shared/text'],
  'shared/messages': ['shared/model'],
  'shared/checks': ['shared/model'],
  'shared/commands': ['shared/model'],
  'shared/codecs': ['shared/model', 'shared/messages'],
  'shared/exchange': ['shared/codecs'],
  'shared/compare': ['shared/model'],
  'shared/suggest': ['shared/model'],
  'shared/dataset': ['shared/codecs', 'shared/agreement', 'shared/checks', 'shared/review'],
  'shared/agreement': ['shared/compare', 'shared/messages'],
  'shared/review': ['shared/compare', 'shared/commands', 'shared/agreement', 'shared/exchange'],
  'shared/bridge.ts': ['shared/exchange', 'shared/dataset'],
  'every shared room': [
    'shared/messages', 'shared/checks', 'shared/commands', 'shared/codecs', 'shared/exchange', 'shared/compare', 'shared/suggest',
    'shared/dataset', 'shared/agreement', 'shared/review', 'shared/bridge.ts',
  ],

  renderer: ['renderer/app'],
  'renderer/app': ['renderer/views'],
  'renderer/views': [
    'renderer/messages', 'renderer/ui', 'renderer/editor', 'renderer/store', 'renderer/bridge', 'renderer/workers',
  ],
  'renderer/editor': ['renderer/ui'],
  'renderer/ui': ['renderer/messages'],
  'renderer/messages': ['every shared room'],
  'renderer/store': ['every shared room', 'seeds'],
  'renderer/bridge': ['every shared room'],
  'renderer/workers': ['every shared room'],

  electron: ['every shared room', 'seeds', 'package.json'],
  seeds: [],
  'package.json': [],
};

/** Rooms that look at all the others from outside. */
const outsiders = ['tests', 'build'];

/**
 * Packages that belong to some rooms only, by the beginning of their name.
 * @type {readonly (readonly [RegExp, readonly string[]])[]}
 */
const packages = [
  [/^dexie/, ['renderer/store']],
  [/^prosemirror-/, ['renderer/editor']],
  [/^(electron$|electron\/|node:)/, ['electron']],
  [/^(react|react-dom|@base-ui\/react|lucide-react|virtua|zustand)($|\/)/, ['renderer']],
];

const isInside = (/** @type {string} */ path, /** @type {string} */ room) => path === room || path.startsWith(`${room}/`);

/** The room of a file, given its path from the project's folder; null for files outside of all rooms. */
export function roomOf(/** @type {string} */ path) {
  const rooms = [...Object.keys(arrows), ...outsiders].filter((room) => isInside(path, room));
  return rooms.reduce((/** @type {string | null} */ nearest, room) => (nearest && nearest.length > room.length ? nearest : room), null);
}

/** @returns {Set<string>} a room and all that its arrows lead to */
function reach(/** @type {string} */ room, reached = new Set([room])) {
  for (const next of arrows[room] ?? []) {
    if (!reached.has(next)) reach(next, reached.add(next));
  }
  return reached;
}

/** The screen that a file belongs to; null for files that belong to none. */
const viewOf = (/** @type {string} */ path) => /^renderer\/views\/([^/]+)\//.exec(path)?.[1] ?? null;

/**
 * Why one file of the project may not import another; null when it may.
 * @param {string} from path of the importing file from the project's folder
 * @param {string} to path of the imported one
 */
export function forbiddenArrow(from, to) {
  const [room, target] = [roomOf(from), roomOf(to)];
  if (room === null || outsiders.includes(room)) return null;
  if (target === null) return `${room} may not import ${to}, which is in no room`;
  if (!reach(room).has(target)) return `${room} may not know ${target}`;
  const [view, other] = [viewOf(from), viewOf(to)];
  return view !== null && other !== null && view !== other ? `the views ${view} and ${other} are strangers` : null;
}

/**
 * Why a file may not import a package; null when it may.
 * @param {string} from path of the importing file from the project's folder
 * @param {string} name as written in the import
 */
export function forbiddenPackage(from, name) {
  const room = roomOf(from);
  if (room === null || outsiders.includes(room)) return null;
  const owners = packages.find(([pattern]) => pattern.test(name))?.[1];
  return !owners || owners.some((owner) => isInside(from, owner)) ? null : `${name} belongs to ${owners.join(', ')}, not to ${room}`;
}
