import { type BackupReason } from '../../shared/bridge.ts';
import { join, type Joined } from '../../shared/commands/join.ts';
import { type Change, isEmptyChange } from '../../shared/model/change.ts';
import { type Dataset, emptyDataset } from '../../shared/model/dataset.ts';
import { leftOutFor } from '../../shared/model/left-out.ts';
import { ok, type Result } from '../../shared/result.ts';
import { type Hashed, hashedAhead, type Writer } from './apply-change.ts';
import { type Head, type ProjectDatabase } from './database.ts';
import { type Step } from './head.ts';
import { PresentTexts } from './present-texts.ts';
import { type Taken } from './project-store.ts';
import { readConcerned } from './reads.ts';
import { type SaveLine, type Write } from './save-line.ts';

interface Surroundings {
  readonly database: ProjectDatabase;
  readonly writer: Writer;
  readonly line: SaveLine;
  readonly written: (steps: readonly Step[], taken: Taken, hashed: Hashed) => ReturnType<Write<Taken>>;
  readonly backUp: (reason: BackupReason) => void;
  /** How often Articles came, went or were altered. */
  readonly articleChanges: () => number;
}

/** What the project holds, as of so many `articleChanges`. */
interface Present {
  readonly texts: PresentTexts;
  asOf: number;
}

/** What is new of a part, its Entry for where the Log will most likely stand, and by what it is known to be new. */
interface JoinedPart {
  readonly joined: Joined;
  readonly hashed: Hashed;
  readonly present: Present | null;
}

/**
 * Takes Datasets in, one after another, each as an Entry of its own. While one is being written the next is joined and hashed, where that
 * asks nothing of the database: then only the database is waited for.
 */
export function takeInParts({ database, writer, line, written, backUp, articleChanges }: Surroundings): (part: Dataset) => Promise<Result<Taken>> {
  let [isBackedUp, parts] = [false, 0];
  /** From the second part on; what others alter meanwhile makes it out of date. It knows parts that are still being written as well. */
  let present: Present | null = null;
  /** Where the Log will stand after the part before, told before that is written; `null`: that is not known. */
  let headBefore: Promise<Head | null> = Promise.resolve(null);

  /** Bare texts that nobody has: the part before may still be on its way. Of all others `null`. */
  const joinedAhead = async (incoming: Dataset, before: Promise<Head | null>): Promise<JoinedPart | null> => {
    const [head, { schema }, known] = [await before, database.known, present];
    const isBare = incoming.sets.length + incoming.annotators.length + incoming.entities.length === 0;
    if (!head || !schema || !isBare || known?.asOf !== articleChanges() || incoming.articles.some((one) => known.texts.mayHold(one))) return null;
    return hashed(join(emptyDataset(schema), incoming), head, known);
  };

  /** In its turn, by what the database holds. */
  const joinedNow = async (incoming: Dataset, isFurther: boolean): Promise<JoinedPart> => {
    if (isFurther && present?.asOf !== articleChanges()) present = { texts: await PresentTexts.of(database), asOf: articleChanges() };
    const known = present;
    return hashed(join(await readConcerned(database, incoming, known ? (one) => known.texts.mayHold(one) : undefined), incoming), database.known.ledger?.head, known);
  };

  const hashed = async (joined: Joined, head: Head | undefined, known: Present | null): Promise<JoinedPart> => {
    known?.texts.add(addedTexts(joined.change));
    return { joined, hashed: await hashedAhead(head, writer, stepsOf(joined)), present: known };
  };

  return (incoming) => {
    const isFurther = ++parts > 1;
    const ahead = joinedAhead(incoming, headBefore);
    let tellHead: (head: Head | null) => void = () => undefined;
    const inTurn = new Promise<Head | null>((resolve) => (tellHead = resolve));
    headBefore = ahead.then((part) => part?.hashed.head ?? inTurn);

    const write: Write<Taken> = async () => {
      try {
        const early = await ahead;
        const isCurrent = early !== null && early.present === present && present?.asOf === articleChanges();
        const part = isCurrent ? early : await joinedNow(incoming, isFurther);
        tellHead(part.hashed.head);
        const { taken, problems } = part.joined;
        const [answer, steps]: [Taken, readonly Step[]] = [{ ...taken, problems }, stepsOf(part.joined)];
        if (steps.length === 0) return { result: ok(answer), lines: [] };
        if (!isBackedUp) backUp('import');
        isBackedUp = true;
        const done = await written(steps, answer, part.hashed);
        if (present) present.asOf = articleChanges();
        return done;
      } finally {
        // Whatever came of it, nobody waits in vain.
        tellHead(null);
      }
    };
    return line.enqueue(write, undefined, isFurther);
  };
}

// In the order of their names, so that the engine writes its canonical JSON (`isInOrder`).
const stepsOf = ({ change }: Joined): readonly Step[] => (isEmptyChange(change) ? [] : [{ scope: null, action: { command: 'take-in', kind: 'do' }, change }]);

const addedTexts = ({ added }: Change): Parameters<PresentTexts['add']>[0] =>
  added.flatMap((record) => (record.kind === 'article' ? { ...record.value, leftOut: leftOutFor(record.value) } : []));
