import { addPiece } from '../../../shared/commands/add-piece.ts';
import { annotateAll } from '../../../shared/commands/annotate-all.ts';
import { annotateLinked } from '../../../shared/commands/annotate-linked.ts';
import { annotate } from '../../../shared/commands/annotate.ts';
import { type SetContext } from '../../../shared/commands/command.ts';
import { completeFrame } from '../../../shared/commands/complete-frame.ts';
import { copyAttributes } from '../../../shared/commands/copy-attributes.ts';
import { link } from '../../../shared/commands/link.ts';
import { nameNobody } from '../../../shared/commands/name-nobody.ts';
import { remove } from '../../../shared/commands/remove.ts';
import { removePiece } from '../../../shared/commands/remove-piece.ts';
import { setAttribute } from '../../../shared/commands/set-attribute.ts';
import { setEntity } from '../../../shared/commands/set-entity.ts';
import { setFlag } from '../../../shared/commands/set-flag.ts';
import { setLabel } from '../../../shared/commands/set-label.ts';
import { setNote } from '../../../shared/commands/set-note.ts';
import { setSpans } from '../../../shared/commands/set-spans.ts';
import { setStatus } from '../../../shared/commands/set-status.ts';
import { unrelate } from '../../../shared/commands/unrelate.ts';
import { type Change } from '../../../shared/model/change.ts';
import { type Result } from '../../../shared/result.ts';

/** The commands of this view under the names that undo shows (`command.<name>` in the catalogues). */
const commands = {
  annotate,
  'annotate-all': annotateAll,
  'annotate-linked': annotateLinked,
  'complete-frame': completeFrame,
  'copy-attributes': copyAttributes,
  'set-spans': setSpans,
  'add-piece': addPiece,
  'remove-piece': removePiece,
  'set-label': setLabel,
  'set-attribute': setAttribute,
  'set-note': setNote,
  'set-flag': setFlag,
  'set-entity': setEntity,
  'name-nobody': nameNobody,
  relate: link,
  unrelate,
  remove,
  'set-status': setStatus,
};

export type CommandName = keyof typeof commands;

/** A command that is wanted, as a plain value: it runs later, on the set as it is then. */
export type Intent = {
  readonly [Name in CommandName]: { readonly name: Name; readonly input: Parameters<(typeof commands)[Name]>[1] };
}[CommandName];

type Run = (context: SetContext, input: Intent['input']) => Result<Change>;

/** What the store is asked to perform. */
export const commandOf = ({ name, input }: Intent) => (context: SetContext): Result<Change> => (commands[name] as Run)(context, input);
