import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Language, mostPlaces, mostTables, panes, type ReadingPlace, type Settings } from '../shared/bridge.ts';
import { type ColumnMapping, columnRoles } from '../shared/codecs/corpus/column-mapping.ts';
import { longestName, mostChoices, type NameChoice } from '../shared/codecs/naming/name-part.ts';
import { type LastExport, readLastExport } from '../shared/dataset/last-export.ts';
import { type AnnotationId, type AnnotatorId, type ArticleId, type DeviceId, isId, isProjectId, makeId, type ProjectId } from '../shared/model/id.ts';
import { writeAtomically } from './atomic-write.ts';
import { isSystemError } from './file-failure.ts';
import { keepDamagedCopy } from './keep-aside.ts';
import { parseJson } from './parse-json.ts';

export const projectIdSchema = z.custom<ProjectId>(isProjectId);
const idSchema = <Name extends string>() => z.custom<Name>(isId);

/** A command's name, and a chord by its form; which ones there are is known to the page. */
const commandSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const chordSchema = z.string().regex(/^(?:Ctrl\+)?(?:Shift\+)?(?:Alt\+)?[A-Z][A-Za-z0-9]{0,19}$/);

const placeSchema = z.strictObject({
  project: projectIdSchema,
  article: idSchema<ArticleId>(),
  caret: z.number().int().nonnegative(),
  scrolled: z.number().nonnegative(),
  focused: idSchema<AnnotationId>().nullable(),
  directions: z.record(z.string().regex(/^[0-9]{1,8}$/), z.enum(['rtl', 'ltr'])).optional(),
}) satisfies z.ZodType<ReadingPlace>;

/** What an earlier version remembered comes back as this one writes it. */
const lastExportSchema = z.unknown().transform((value, context): LastExport => {
  const last = readLastExport(value);
  if (last) return last;
  context.addIssue('no export of ours');
  return z.NEVER;
});

const foreignName = z.string().max(longestName);
const nameChoiceSchema = z.strictObject({
  part: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['label', 'relation']), name: foreignName }),
    z.strictObject({ kind: z.literal('attribute'), label: foreignName, name: foreignName }),
  ]),
  to: z.string().max(64).nullable(),
}) satisfies z.ZodType<NameChoice>;
const formatChoicesSchema = z.record(z.string().regex(/^[a-z0-9-]{1,40}$/), z.array(nameChoiceSchema).max(mostChoices));

const columnName = z.string().max(200).nullable();
const columnMappingSchema = z.strictObject(
  Object.fromEntries(columnRoles.map((role) => [role, columnName])) as Record<(typeof columnRoles)[number], typeof columnName>,
) satisfies z.ZodType<ColumnMapping>;
const tablesSchema = z
  .record(z.string().regex(/^[0-9a-f]{16}$/), columnMappingSchema)
  .refine((tables) => Object.keys(tables).length <= mostTables);

export const settingsSchema = z.strictObject({
  language: z.enum(['fa', 'en']),
  theme: z.enum(['auto', 'light', 'dark']),
  readingSize: z.number().min(14).max(32),
  readingFont: z.enum(['vazirmatn', 'noto-naskh']),
  lineHeight: z.number().min(2).max(2.8),
  selectionUnit: z.enum(['word', 'letter']),
  speechDetail: z.enum(['low', 'full']),
  coached: z.boolean().optional(),
  panes: z.partialRecord(z.enum(panes), z.number().int().min(80).max(4000)).optional(),
  keys: z.record(commandSchema, chordSchema),
  places: z.array(placeSchema).max(mostPlaces),
  exports: z.record(projectIdSchema, lastExportSchema),
  imports: z.record(projectIdSchema, formatChoicesSchema),
  tables: tablesSchema,
  device: idSchema<DeviceId>(),
  annotator: idSchema<AnnotatorId>(),
  annotatorName: z.string().max(200),
  project: projectIdSchema.nullable(),
  article: idSchema<ArticleId>().nullable(),
}) satisfies z.ZodType<Settings>;

/** The settings of this person on this machine, in memory and in `settings.json`. */
export interface SettingsStore {
  readonly current: Settings;
  save(settings: Settings): Promise<void>;
  /** Writes what reading had to fill in, new ids above all: an id that is nowhere on disk must not sign an Entry. */
  ensureSaved(): Promise<void>;
}

interface Defaults {
  readonly language: Language;
  /** A random name, new at each call. */
  readonly token: () => string;
}

/** Reads without writing anything: every field that is missing or not sound gets its default, the others stay. */
export function openSettings(userData: string, defaults: Defaults): SettingsStore {
  const path = join(userData, 'settings.json');
  const { exists, value } = readStored(path);
  const fields = soundFields(value);
  let current = { ...defaultSettings(defaults), ...fields };
  let saved = settingsSchema.safeParse(value).success;
  // A file in which something is missing was written by an earlier version; one in which something is wrong is kept.
  let keepCopy = exists && !isSound(value);

  async function save(settings: Settings): Promise<void> {
    if (keepCopy) await keepDamagedCopy(path);
    keepCopy = false;
    await writeAtomically(path, `${JSON.stringify(settings, null, 2)}\n`);
    saved = true;
  }

  let turn: Promise<unknown> = Promise.resolve();
  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = turn.then(work);
    turn = Promise.allSettled([mine]);
    return mine;
  }

  return {
    get current() {
      return current;
    },
    save(settings) {
      // At once, as in the page: what is asked of the system next is asked in the language that was just chosen.
      current = settings;
      return inTurn(() => save(settings));
    },
    ensureSaved: () => inTurn(async () => (saved ? undefined : save(current))),
  };
}

/** A file that is there but cannot be read counts as unsound; why it cannot will be met again, and told, on saving. */
function readStored(path: string): { readonly exists: boolean; readonly value: unknown } {
  try {
    return { exists: true, value: parseJson(readFileSync(path, 'utf8')) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { exists: error.code !== 'ENOENT', value: undefined };
  }
}

const defaultSettings = ({ language, token }: Defaults): Settings => ({
  language,
  theme: 'auto',
  readingSize: 19,
  readingFont: 'vazirmatn',
  lineHeight: 2.3,
  selectionUnit: 'word',
  speechDetail: 'full',
  keys: {},
  places: [],
  exports: {},
  imports: {},
  tables: {},
  device: makeId('device', token()),
  annotator: makeId('annotator', token()),
  annotatorName: '',
  project: null,
  article: null,
});

/** Lists lose the entries that are not sound, and keep the others. */
const lenient = {
  ...settingsSchema.shape,
  keys: z.preprocess(
    (value) =>
      isObject(value)
        ? Object.fromEntries(Object.entries(value).filter(([name, chord]) => isTaken(commandSchema, name) && isTaken(chordSchema, chord)))
        : value,
    settingsSchema.shape.keys,
  ),
  exports: z.preprocess(
    (value) =>
      isObject(value)
        ? Object.fromEntries(Object.entries(value).filter(([project, last]) => isTaken(projectIdSchema, project) && isTaken(lastExportSchema, last)))
        : value,
    settingsSchema.shape.exports,
  ),
  imports: z.preprocess(
    (value) =>
      isObject(value)
        ? Object.fromEntries(Object.entries(value).filter(([project, choices]) => isTaken(projectIdSchema, project) && isTaken(formatChoicesSchema, choices)))
        : value,
    settingsSchema.shape.imports,
  ),
  places: z.preprocess(
    (value) => (Array.isArray(value) ? value.filter((place) => isTaken(placeSchema, place)).slice(0, mostPlaces) : value),
    settingsSchema.shape.places,
  ),
};

function soundFields(value: unknown): Partial<Settings> {
  if (!isObject(value)) return {};
  const fields = Object.entries(lenient).flatMap(([name, schema]) => {
    const field = schema.safeParse(value[name]);
    return field.success ? [[name, field.data]] : [];
  });
  return Object.fromEntries(fields) as Partial<Settings>;
}

/** Whether every setting that is stored is sound as it stands. */
const isSound = (value: unknown): boolean =>
  isObject(value) && Object.entries(settingsSchema.shape).every(([name, schema]) => !(name in value) || isTaken(schema, value[name]));

const isTaken = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
