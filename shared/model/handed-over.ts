import { type AnnotatorId, type ArticleId, type DeviceId, type ProjectId } from './id.ts';
import { type LeadKnown } from './roster.ts';

/** Why a Bundle was made. */
export const bundlePurposes = ['assignment', 'submission', 'review', 'full'] as const;
export type BundlePurpose = (typeof bundlePurposes)[number];

/** One Entry that came or went, as far as it is needed to know it again. */
export interface KnownEntry {
  readonly channel: string;
  readonly sequence: number;
  /** `entryHash`. */
  readonly hash: string;
  readonly lamport: number;
  /** Version of the app that made it; absent where it does not say. */
  readonly app?: string;
  /** Keys of the records whose latest state it may be: sets, Entities, the Annotator (`recordKey`). */
  readonly writes: readonly string[];
}

/** Entries of this device that were given to somebody in a Bundle. */
export interface Given {
  readonly kind: 'given';
  readonly purpose: BundlePurpose;
  /** To whom it is addressed; `null` for whoever may open it. */
  readonly to: AnnotatorId | null;
  readonly device: DeviceId;
  readonly entries: readonly KnownEntry[];
  /** SHA-256 of the Bundle's bytes, where it went in an envelope: by it that is known again. */
  readonly enclosed?: string;
}

/** A Bundle was taken in. */
export interface Received {
  readonly kind: 'received';
  /** SHA-256 of its bytes, 64 hexadecimal digits. */
  readonly bundle: string;
  readonly purpose: BundlePurpose;
  /** The project that it speaks of: where that lies on another laptop, work from here goes back to it. */
  readonly project: ProjectId;
  readonly person: AnnotatorId;
  readonly device: DeviceId;
  /** The device's public key in hexadecimal; `null` when it came unsigned. */
  readonly key: string | null;
  /** Number of the roster that counted then; absent where there was none. */
  readonly roster?: number;
  /** Something of it could not be placed here, and may come again. */
  readonly isPart?: true;
  readonly entries: readonly KnownEntry[];
}

/** Somebody works on what was given out to `place`: a name that the lead wrote before they had met. */
export interface TakenUp {
  readonly kind: 'taken-up';
  readonly place: AnnotatorId;
  readonly annotator: AnnotatorId;
}

/** An Article was given to somebody a second time, as another one, to see whether they mark it as they did before. */
export interface Planted {
  readonly kind: 'planted';
  readonly annotator: AnnotatorId;
  /** The id under which it was given; it is no Article of this project. */
  readonly as: ArticleId;
}

/** What only this device says to itself: it is in no Bundle. */
export type HandedOver = Given | Received | Planted;
/** The kinds of this, and of what is decided for this device alone. */
export const localKinds: ReadonlySet<string> = new Set<HandedOver['kind'] | LeadKnown['kind']>(['given', 'received', 'planted', 'lead-known']);
