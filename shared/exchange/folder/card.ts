import { canonicalJson } from '../../canonical-json.ts';
import { isProjectId, type ProjectId } from '../../model/id.ts';
import { moment } from '../../model/moment.ts';
import { z } from '../../model/shape.ts';
import { fail, ok, problem, type Result } from '../../result.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { soundJson } from '../sound-json.ts';

const cardFormat = 'naql.folder';
const cardVersion = 1;

/** `project.json`: whose work goes through a shared folder. Written once, by whoever gives the work out. */
export interface FolderCard {
  readonly project: { readonly id: ProjectId; readonly name: string };
  /** Who wrote it; for people. */
  readonly person: string;
  /** ISO 8601, UTC; for people. */
  readonly made: string;
}

const head = z.object({ format: z.literal(cardFormat), version: z.int(), reader: z.int() });
const shape = z.object({
  project: z.object({ id: z.custom<ProjectId>(isProjectId), name: z.string().max(300) }), person: z.string().max(300), made: moment,
}) satisfies z.ZodType<FolderCard>;

export const writeCard = (card: FolderCard): Uint8Array => encodeUtf8(canonicalJson({ format: cardFormat, version: cardVersion, reader: cardVersion, ...card }));

/** `folder-newer`; `folder-card-wrong` for what is no card, as one that has not arrived whole is not. */
export function readCard(bytes: Uint8Array): Result<FolderCard> {
  const value = soundJson(bytes)?.value;
  const begins = head.safeParse(value);
  if (!begins.success) return fail(problem('folder-card-wrong'));
  if (begins.data.reader > cardVersion) return fail(problem('folder-newer', {}, { version: begins.data.version, known: cardVersion }));
  const card = shape.safeParse(value);
  return card.success ? ok(card.data) : fail(problem('folder-card-wrong'));
}
