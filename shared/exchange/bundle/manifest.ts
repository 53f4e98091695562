import { type BundlePurpose, bundlePurposes } from '../../model/handed-over.ts';
import { type AnnotatorId, type ArticleId, type DeviceId, isId, isProjectId, type ProjectId } from '../../model/id.ts';
import { moment } from '../../model/moment.ts';
import { z } from '../../model/shape.ts';

export const bundleFormat = 'naql.bundle';
/** What this version writes. */
export const bundleVersion = 1;
/** Without the dot; `.naql` opens by double click. */
export const bundleExtension = 'naql';

export const manifestName = 'manifest.json';
export const signatureName = 'signature.json';
export const schemaName = 'schema.json';

/** Entries of one chain that are in the Bundle. */
export interface EntryRange {
  readonly device: DeviceId;
  readonly channel: string;
  readonly from: number;
  readonly to: number;
  /** `entryHash` of the last one. */
  readonly head: string;
}

/** How far a chain is known to whoever made the Bundle: by this a device that was restored or copied sees itself. */
export interface KnownHead {
  readonly device: DeviceId;
  readonly channel: string;
  readonly sequence: number;
  readonly hash: string;
}

/** An Article that the Entries speak of. */
export interface DocumentEntry {
  readonly id: ArticleId;
  /** SHA-256 of its text: by this two laptops know that they mean the same one. */
  readonly text: string;
  /** SHA-256 of its file under `docs/`; `null` where it did not come along. */
  readonly file: string | null;
}

/** The first file of a Bundle, as canonical JSON: what is signed, and by which all other files are proven. */
export interface Manifest {
  readonly format: typeof bundleFormat;
  readonly version: number;
  /** The earliest version that can read it. */
  readonly reader: number;
  readonly project: { readonly id: ProjectId; readonly name: string };
  readonly purpose: BundlePurpose;
  readonly person: { readonly id: AnnotatorId; readonly name: string };
  readonly device: DeviceId;
  /** To whom; `null` for whoever gets it. */
  readonly to: AnnotatorId | null;
  /** Version of the app that made it. */
  readonly app: string;
  /** ISO 8601, UTC; for people. */
  readonly made: string;
  readonly schema: { readonly id: string; readonly version: string; readonly sha256: string };
  /** SHA-256 over the entries of the guideline that it was made under; `null` where there were none. */
  readonly guideline: string | null;
  readonly ranges: readonly EntryRange[];
  readonly heads: readonly KnownHead[];
  readonly documents: readonly DocumentEntry[];
  /** All files but this one and the signature, by name. */
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
}

/** What is signed: no other text that a device ever signs begins so. */
export const signedText = (manifest: string): string => `${bundleFormat} ${manifest}`;

const id = <Name extends string>() => z.custom<Name>(isId);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const channel = z.string().regex(/^[a-z0-9-]{1,40}$/);
const words = z.string().max(300);

/** Only the beginning: asked before the rest, since a later version may look different in all else. */
export const manifestHead = z.object({ format: z.literal(bundleFormat), version: count, reader: count });

export const manifestShape = z.strictObject({
  format: z.literal(bundleFormat),
  version: count,
  reader: count,
  project: z.strictObject({ id: z.custom<ProjectId>(isProjectId), name: words }),
  purpose: z.enum(bundlePurposes),
  person: z.strictObject({ id: id<AnnotatorId>(), name: words }),
  device: id<DeviceId>(),
  to: id<AnnotatorId>().nullable(),
  app: z.string().max(60),
  made: moment,
  schema: z.strictObject({ id: z.string().max(64), version: z.string().max(20), sha256: hash }),
  guideline: hash.nullable(),
  ranges: z.array(z.strictObject({ device: id<DeviceId>(), channel, from: count, to: count, head: hash })).max(1000),
  heads: z.array(z.strictObject({ device: id<DeviceId>(), channel, sequence: count, hash })).max(10_000),
  documents: z.array(z.strictObject({ id: id<ArticleId>(), text: hash, file: hash.nullable() })),
  files: z.array(z.strictObject({ name: z.string().max(200), size: count, sha256: hash })),
}) satisfies z.ZodType<Manifest>;
