import { type Look, lookInto, type ListedFile } from '../../../../shared/exchange/folder/look.ts';
import { sharedName } from '../../../../shared/exchange/folder/names.ts';
import { gather, spread } from '../../../../shared/exchange/folder/parts.ts';
import { readSharedFile, type SharedFile } from '../../../../shared/exchange/folder/shared-file.ts';
import { hereIn } from '../../../../shared/review/folder-here.ts';
import { type Laptop, project } from '../bundle/laptop.ts';

export type Files = Map<string, Uint8Array>;

export const listed = (files: Files): readonly ListedFile[] => [...files].map(([name, bytes]) => ({ name, kind: 'file', size: bytes.length }));

export const put = (files: Files, bundle: Uint8Array): readonly string[] => {
  const parts = spread({ name: 'a.naql', bytes: bundle });
  for (const { name, bytes } of parts) files.set(name, bytes);
  return parts.map(({ name }) => name);
};

export const pieceIn = (names: Iterable<string>): string => {
  const found = [...names].find((name) => sharedName(name)?.kind === 'piece');
  if (found === undefined) throw new Error('no piece');
  return found;
};

/** One look of somebody at a folder without a disk. */
export function look(laptop: Laptop, folder: Files, outbox: Files = new Map(), listing = listed(folder)): Look {
  const here = hereIn({
    project, me: laptop.me.id, device: laptop.device, events: laptop.events,
    textOf: (article) => laptop.dataset.articles.find(({ id }) => id === article)?.fingerprint,
  });
  const pieces = new Map<string, SharedFile>();
  const ask = () => lookInto({ listing, outbox: [...outbox].map(([name, bytes]) => ({ name, size: bytes.length })), pieces, here });
  for (const name of ask().read) pieces.set(name, readSharedFile({ name, bytes: folder.get(name) as Uint8Array }));
  return ask();
}

/** Looks, writes what is its own, and takes in whatever is offered: of the files that came, what is taken in. */
export function goOn(laptop: Laptop, folder: Files, outbox: Files = new Map()): Look {
  const seen = look(laptop, folder, outbox);
  for (const name of seen.send) {
    if (folder.has(name)) throw new Error(`${name} was written over`);
    folder.set(name, outbox.get(name) as Uint8Array);
  }
  const bundles = seen.offers.map(({ piece }) => gather(piece, folder)).filter((one) => one instanceof Uint8Array);
  if (bundles.length > 0) laptop.takeIn(...bundles);
  return seen;
}
