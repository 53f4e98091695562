import { type AnnotatorId, type DeviceId, type ProjectId } from '../../model/id.ts';
import { type SignedRoster } from '../../model/roster.ts';
import { type Problem } from '../../result.ts';
import { type Heading, headingOf } from '../bundle/heading.ts';
import { isIntroduction, isOfAnotherProject } from '../bundle/introduction.ts';
import { type Seen } from '../bundle/known.ts';
import { type Manifest } from '../bundle/manifest.ts';
import { deviceFolder } from '../bundle/write-bundle.ts';
import { copiedName, type EnvelopeName, isLitter, type PieceName, sharedName } from './names.ts';
import { restsOn } from './parts.ts';
import { type Piece } from './piece.ts';
import { type SharedFile } from './shared-file.ts';

/** What lies in a shared folder, by its name from there on; times are not told, since every copying program writes its own. */
export interface ListedFile {
  readonly name: string;
  /** `folder`: one that cannot be ours, and was not looked into. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Bytes; 0 for what is no file. */
  readonly size: number;
}

/** What is known here, and whose work is whose. */
export interface Here {
  /** The project that is open here. */
  readonly project: ProjectId;
  readonly me: AnnotatorId;
  /** Whoever gives work out, or leads as the roster says: devices that introduce themselves do so to them. */
  readonly isLead: boolean;
  readonly device: DeviceId;
  /** The names that this person is addressed by; `null` for somebody who has not said yet which of those that work was given to they are. */
  readonly names: ReadonlySet<AnnotatorId> | null;
  /** As `projectsSpokenOf`. */
  readonly projects: ReadonlySet<ProjectId>;
  /** All that was given away or taken in, by whatever way. */
  readonly seen: readonly Pick<Seen, 'device' | 'channel' | 'sequence' | 'hash'>[];
  /** Fingerprints of the texts that this person works on blind. */
  readonly blind: ReadonlySet<string>;
  /** Bundles (SHA-256) that went in envelopes from here, or are taken in whole. */
  readonly enclosed: ReadonlySet<string>;
  /** Files (`rosterName`) of the versions of rosters that were heard of. */
  readonly rosters: ReadonlySet<string>;
}

/**
 * `unfinished`: its bytes are not all there yet. `unread`: they cannot be had now. `parts`: something that it rests on is not. `copy`: a program has given it another name, and under its own there is nothing.
 * `own`: it was written here, and is not there as it was written. `blind`: it is others' work, and the own is not handed in yet.
 */
export type WhyLate = 'unfinished' | 'unread' | 'parts' | 'copy' | 'own' | 'blind';

/**
 * `copy`: what it is a copy of is there. `strange`: no name of ours. `link`: it leads somewhere else. `roster`: a list of people that is not gone by. `closed`: an envelope that this device is not to open. `other-person`,
 * `other-project`: it is meant for them. `refused`: it is whole and can be of no use. `nothing`: all that it brings is here.
 */
export type WhyIgnored = 'copy' | 'strange' | 'link' | 'roster' | 'closed' | 'other-person' | 'other-project' | 'refused' | 'nothing';

export interface Late {
  readonly name: string;
  readonly why: WhyLate;
  /** Where it was read: people do not know it by its name. */
  readonly heading?: Heading;
}

export interface Ignored {
  readonly name: string;
  readonly why: WhyIgnored;
  /** As that of `Late`. */
  readonly heading?: Heading;
  /** Of what was refused. */
  readonly problem?: Problem;
}

export interface Offer {
  readonly name: string;
  readonly piece: Piece;
  /** Names of the files that it rests on. */
  readonly parts: readonly string[];
}

export interface FoundRoster {
  readonly name: string;
  readonly signed: SignedRoster;
}

export interface Look {
  /** Files that nobody here has read yet. */
  readonly read: readonly string[];
  /** Files of this device that are not there, each after those that it rests on. */
  readonly send: readonly string[];
  /** What can be shown to the person, and taken in if they agree. */
  readonly offers: readonly Offer[];
  /** Envelopes that this device has opened, and whose contents can be shown as an offer is. */
  readonly opened: readonly string[];
  /** Versions of rosters that were not heard of. */
  readonly rosters: readonly FoundRoster[];
  /** Not yet: nothing is wrong, and it is looked at again. */
  readonly late: readonly Late[];
  readonly ignored: readonly Ignored[];
  /** Pieces and envelopes that are known here: of this device, and of all others. */
  readonly sent: number;
  readonly came: number;
}

interface Looking {
  readonly listing: readonly ListedFile[];
  /** Files that this device has made for the folder. */
  readonly outbox: readonly Pick<ListedFile, 'name' | 'size'>[];
  /** Files that were read, by name. */
  readonly pieces: ReadonlyMap<string, SharedFile>;
  readonly here: Here;
}

/**
 * What is to be read, written and shown, and what is left alone and why, from what lies in a shared folder and what is known here. The order of the listing does not matter,
 * and what lies there twice counts once. Nothing is ever written over or taken away.
 */
export function lookInto({ listing, outbox, pieces, here }: Looking): Look {
  const files = new Map(listing.flatMap(({ name, kind, size }) => (kind === 'file' ? [[name, size] as const] : [])));
  const known = new Set(here.seen.map(({ device, channel, sequence, hash }) => keyOf({ device: deviceFolder(device), channel, to: sequence, head: hash.slice(0, 16) })));
  const own = deviceFolder(here.device);
  const look = { read: [] as string[], offers: [] as Offer[], opened: [] as string[], rosters: [] as FoundRoster[], late: [] as Late[], ignored: [] as Ignored[], sent: 0, came: 0 };
  for (const one of [...new Map(listing.map((file) => [file.name, file])).values()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name, kind, size } = one;
    const meant = sharedName(name);
    if (kind === 'link') look.ignored.push({ name, why: 'link' });
    else if (kind !== 'file' || !meant) {
      if (isLitter(name)) continue;
      const copied = kind === 'file' ? copiedName(name) : null;
      if (copied === null) look.ignored.push({ name, why: 'strange' });
      else if (files.has(copied)) look.ignored.push({ name, why: 'copy' });
      else look.late.push({ name, why: 'copy' });
    } else if (meant.kind === 'roster') {
      if (!here.rosters.has(name)) unknownRoster(name);
    } else if (meant.kind === 'piece' || meant.kind === 'envelope') {
      const isOwn = meant.device === own;
      if (isOwn && meant.kind === 'piece' && isOfAnotherProject(meant.channel, here.project)) continue;
      if (!isKnown(meant)) unknown(one, meant);
      else if (!isOwn) look.came += 1;
      else if (size === meant.size) look.sent += 1;
    }
  }
  for (const { name, size } of outbox) if (files.has(name) && files.get(name) !== size) look.late.push({ name, why: 'own' });
  const toSend = outbox.filter(({ name }) => !files.has(name) && isToBeSent(name)).map(({ name }) => name);
  const isPiece = (name: string): boolean => name.startsWith('log/');
  return { ...look, send: [...toSend.filter((name) => !isPiece(name)).sort(), ...toSend.filter(isPiece).sort()] };

  /** What is in a file; `null` where that is not known, and it is said why or asked for. */
  function contentsOf<Kind extends 'whole' | 'roster' | 'envelope'>(name: string, kind: Kind): Extract<SharedFile, { readonly kind: Kind }> | null {
    const file = pieces.get(name);
    if (!file) look.read.push(name);
    else if (file.kind === 'late') look.late.push({ name, why: file.why });
    else if (file.kind === 'refused') look.ignored.push({ name, why: 'refused', problem: file.problem });
    return file?.kind === kind ? (file as Extract<SharedFile, { readonly kind: Kind }>) : null;
  }

  function unknownRoster(name: string): void {
    const file = contentsOf(name, 'roster');
    if (!file) return;
    if (here.projects.has(file.signed.roster.project)) look.rosters.push({ name, signed: file.signed });
    else look.ignored.push({ name, why: 'other-project' });
  }

  function unknown({ name, size }: ListedFile, said: PieceName | EnvelopeName): void {
    if (size !== said.size) look.late.push({ name, why: 'unfinished' });
    else if (said.kind === 'piece') unknownPiece(name);
    else unknownEnvelope(name);
  }

  function unknownPiece(name: string): void {
    const file = contentsOf(name, 'whole');
    if (file && mayBeShown(name, file.piece.manifest)) {
      const parts = restsOn(file.piece.manifest);
      if (parts.some((part) => files.get(part.name) !== part.size)) look.late.push({ name, why: 'parts', heading: headingOf(file.piece.manifest) });
      else look.offers.push({ name, piece: file.piece, parts: parts.map((part) => part.name) });
    }
  }

  function unknownEnvelope(name: string): void {
    const file = contentsOf(name, 'envelope');
    if (!file) return;
    const heading = headingOf(file.manifest);
    if (!here.projects.has(file.manifest.project.id)) look.ignored.push({ name, why: 'other-project', heading });
    else if (!file.inside) look.ignored.push({ name, why: 'closed', heading });
    else if (mayBeShown(name, file.inside)) look.opened.push(name);
  }

  /** Otherwise it is said why not. */
  function mayBeShown(name: string, manifest: Manifest): boolean {
    const heading = headingOf(manifest);
    if (!here.projects.has(manifest.project.id)) look.ignored.push({ name, why: 'other-project', heading });
    else if (!isFor(manifest, here)) look.ignored.push({ name, why: 'other-person', heading });
    else if (isBlind(manifest, here)) look.late.push({ name, why: 'blind', heading });
    else return true;
    return false;
  }

  function isKnown(meant: PieceName | EnvelopeName): boolean {
    return meant.kind === 'piece' ? known.has(keyOf(meant)) : here.enclosed.has(meant.holds);
  }

  /** What was made and never remembered as given is not: its place in the chain is given to another one. */
  function isToBeSent(name: string): boolean {
    const meant = sharedName(name);
    return meant !== null && ((meant.kind !== 'piece' && meant.kind !== 'envelope') || isKnown(meant));
  }
}

const keyOf = ({ device, channel, to, head }: Pick<PieceName, 'device' | 'channel' | 'to' | 'head'>): string => `${device} ${channel} ${to} ${head}`;

/** Of this device, it is always looked at: by what others have of it, a device sees that it was copied, or restored from a backup. */
const isFor = (manifest: Manifest, { names, device: own, isLead }: Here): boolean => {
  const { to, purpose, device } = manifest;
  if (device === own) return true;
  if (isIntroduction(manifest)) return isLead;
  return names === null ? purpose === 'assignment' : to === null || names.has(to);
};

/** A courtesy: the file lies open to all who have the folder. What was not taken in cannot be seen by mistake. */
const isBlind = ({ purpose, person, documents }: Manifest, { me, blind }: Here): boolean =>
  purpose === 'submission' && person.id !== me && documents.some(({ text }) => blind.has(text));
