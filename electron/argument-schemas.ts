import { z } from 'zod';
import { backupReasons, type BackupToken, type Bridge, type CallChannel, type ExportToken, type FolderToken, maximumFileBytes, menuCommands } from '../shared/bridge.ts';
import { envelopeShape, mostOpeners } from '../shared/exchange/bundle/envelope.ts';
import { sharedName } from '../shared/exchange/folder/names.ts';
import { rosterShape } from '../shared/model/roster.ts';
import { signatureShape } from '../shared/model/signature.ts';
import { isInnerName } from './folder-writer.ts';
import { hash, packedLine } from './packed-line.ts';
import { releaseSchema } from './releases.ts';
import { projectIdSchema, settingsSchema } from './settings.ts';
import { snapshotHeadSchema } from './snapshots.ts';

interface ArgumentSchema<Arguments> {
  safeParse(value: unknown): z.ZodSafeParseResult<Arguments>;
}
type ArgumentSchemas = { readonly [Channel in CallChannel]: ArgumentSchema<Parameters<Bridge[Channel]>> };

const title = z.string().max(300);
const projectName = z.string().trim().min(1).max(200);
const sequence = z.number().int().nonnegative();

const menuLines = [
  z.strictObject({
    kind: z.literal('command'),
    command: z.enum(menuCommands),
    label: z.string().max(300),
    accelerator: z.string().regex(/^[\w+=\-/,.;'[\]\\`]{1,40}$/).nullable(),
    enabled: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('role'), role: z.enum(['copy', 'quit', 'minimize']), label: z.string().max(100) }),
  z.strictObject({ kind: z.literal('separator') }),
] as const;
const submenu = z.strictObject({
  kind: z.literal('submenu'), label: z.string().max(100), items: z.array(z.discriminatedUnion('kind', menuLines)).max(60),
});
const menuItem = z.discriminatedUnion('kind', [...menuLines, submenu]);
const menu = z.strictObject({ label: z.string().max(100), items: z.array(menuItem).max(60) });

/** Nothing in a suffix can lead to another folder. */
const outputFile = z.strictObject({ suffix: z.string().regex(/^(\.[A-Za-z0-9_-]{1,32}){0,4}$/), bytes: z.instanceof(Uint8Array) });
const maximumOutputBytes = 1024 * 1024 * 1024;
const outputFiles = z
  .array(outputFile)
  .min(1)
  .max(20)
  .refine((files) => files.reduce((sum, { bytes }) => sum + bytes.length, 0) <= maximumOutputBytes);

const exportToken = z.custom<ExportToken>((value) => z.uuid().safeParse(value).success);

const backupToken = z.custom<BackupToken>((value) => z.uuid().safeParse(value).success);

const folderToken = z.custom<FolderToken>((value) => z.uuid().safeParse(value).success);
/** Of what devices put into a shared folder; its card has a way of its own. */
const madeName = z.string().refine((name) => ['article', 'schema', 'piece', 'roster', 'envelope'].includes(sharedName(name)?.kind ?? ''));
const limitedBytes = z.instanceof(Uint8Array).refine(({ length }) => length <= maximumFileBytes);

const { project, person, device } = envelopeShape.shape;
const envelopeWriter = { project: project.shape.id, person: person.shape.id, device };

/** What each channel takes. Anything else is refused before it does anything. */
export const argumentSchemas: ArgumentSchemas = {
  start: z.tuple([]),
  saveSettings: z.tuple([settingsSchema]),
  setMenu: z.tuple([z.array(menu).max(12)]),
  setTitle: z.tuple([title]),
  toggleFullScreen: z.tuple([]),
  listProjects: z.tuple([]),
  lostProjects: z.tuple([]),
  createProject: z.tuple([projectName, projectIdSchema.optional()]),
  bringBackProject: z.tuple([projectIdSchema, projectName.nullable()]),
  renameProject: z.tuple([projectIdSchema, projectName]),
  markProject: z.tuple([projectIdSchema, z.enum(['archived', 'deleted']), z.boolean()]),
  purgeProject: z.tuple([projectIdSchema]),
  projectSizes: z.tuple([]),
  openJournal: z.tuple([projectIdSchema]),
  readJournal: z.tuple([projectIdSchema, sequence, z.number().int().min(1).max(100_000)]),
  appendJournal: z.tuple([projectIdSchema, z.array(packedLine).max(10_000)]),
  readSalvage: z.tuple([projectIdSchema, sequence, z.number().int().min(1).max(100_000)]),
  finishSalvage: z.tuple([projectIdSchema]),
  setAside: z.tuple([projectIdSchema, z.string().regex(/^[a-z0-9-]{1,60}$/), z.string().max(256 * 1024 * 1024)]),
  beginSnapshot: z.tuple([projectIdSchema, snapshotHeadSchema]),
  appendSnapshot: z.tuple([projectIdSchema, z.string().max(256 * 1024 * 1024)]),
  finishSnapshot: z.tuple([projectIdSchema]),
  cancelSnapshot: z.tuple([projectIdSchema]),
  newestSnapshot: z.tuple([projectIdSchema]),
  readSnapshot: z.tuple([projectIdSchema, sequence, z.number().int().nonnegative()]),
  clearDatabases: z.tuple([]),
  backUp: z.tuple([projectIdSchema, z.enum(backupReasons)]),
  freeSpace: z.tuple([]),
  listBackups: z.tuple([]),
  chooseBackup: z.tuple([title]),
  previewBackup: z.tuple([backupToken]),
  restoreBackup: z.tuple([backupToken, projectName]),
  chooseBackupFolder: z.tuple([title]),
  forgetBackupFolder: z.tuple([]),
  saveProjectCopy: z.tuple([projectIdSchema, title, z.string().min(1).max(200)]),
  chooseFiles: z.tuple([title]),
  chooseFolder: z.tuple([title]),
  readFolder: z.tuple([z.uuid(), z.array(z.number().int().nonnegative()).max(1_000_000)]),
  readPart: z.tuple([z.uuid(), z.number().int().nonnegative(), z.number().int().nonnegative(), z.number().int().nonnegative()])
    .refine(([, , start, end]) => start <= end && end - start <= maximumFileBytes),
  takeFiles: z.tuple([]),
  saveFiles: z.tuple([title, z.string().min(1).max(200), outputFiles]),
  pdf: z.tuple([]),
  print: z.tuple([]),
  listReleases: z.tuple([projectIdSchema]),
  keepRelease: z.tuple([projectIdSchema, releaseSchema]),
  projectSecret: z.tuple([projectIdSchema]),
  beginExport: z.tuple([title, z.string().min(1).max(200)]),
  appendExport: z.tuple([exportToken, z.string().max(300).refine(isInnerName), z.instanceof(Uint8Array).refine(({ length }) => length <= maximumOutputBytes)]),
  finishExport: z.tuple([exportToken]),
  cancelExport: z.tuple([exportToken]),
  signBundle: z.tuple([z.string().max(maximumOutputBytes / 8)]),
  verifyBundle: z.tuple([z.string().max(maximumOutputBytes / 8), signatureShape]),
  signRoster: z.tuple([rosterShape]),
  verifyRoster: z.tuple([z.strictObject({ roster: rosterShape, signature: signatureShape })]),
  deviceKey: z.tuple([]),
  envelopeKey: z.tuple([]),
  verifyEnvelopeKey: z.tuple([z.strictObject({ envelopeKey: hash, signature: signatureShape })]),
  encloseBundle: z.tuple([z.strictObject(envelopeWriter), z.array(hash).min(1).max(mostOpeners), limitedBytes]),
  openEnvelope: z.tuple([z.strictObject({ ...envelopeWriter, holds: hash }), envelopeShape.pick({ ephemeral: true, to: true }), limitedBytes]),
  keepBundle: z.tuple([projectIdSchema, z.enum(['received', 'quarantine']), hash, z.instanceof(Uint8Array).refine(({ length }) => length <= maximumOutputBytes)]),
  chooseSharedFolder: z.tuple([title]),
  connectSharedFolder: z.tuple([folderToken, projectIdSchema, limitedBytes.nullable()]),
  forgetSharedFolder: z.tuple([projectIdSchema]),
  lookIntoSharedFolder: z.tuple([projectIdSchema, projectIdSchema]),
  readSharedFiles: z.tuple([projectIdSchema, z.array(z.string().refine((name) => sharedName(name) !== null)).max(10_000)]),
  keepForSharedFolder: z.tuple([projectIdSchema, z.array(z.strictObject({ name: madeName, bytes: limitedBytes })).max(100_000)]),
  sendToSharedFolder: z.tuple([projectIdSchema, projectIdSchema, z.array(madeName).max(100_000)]),
};
