import { ArrowLeft, Columns2, EyeOff, Redo2, Undo2 } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { type Doubt } from '../../../shared/exchange/roster/standing.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Article } from '../../../shared/model/article.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { type AnnotatorId, type SetId } from '../../../shared/model/id.ts';
import { comparable, type Participants } from '../../../shared/review/participants.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './AdjudicateView.module.css';
import { type AdjudicateCommand } from './keys.ts';

interface DeskBarProps {
  readonly title: string;
  readonly article: Article;
  readonly annotators: readonly Annotator[];
  readonly people: Participants;
  /** Of those, what came without a signature: said, and compared only when somebody wants it. */
  readonly unproven: ReadonlyMap<SetId, Doubt>;
  readonly among: readonly SetId[];
  /** Who is called by a letter so far; `null`: everybody by name. */
  readonly letters: ReadonlyMap<SetId, string> | null;
  /** Whoever settles: their own gold set is what is written. */
  readonly by: AnnotatorId;
  readonly isBlind: boolean;
  readonly isSideBySide: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onCommand: (command: AdjudicateCommand) => void;
  readonly onAmong: (among: readonly SetId[]) => void;
  readonly onBlind: (isBlind: boolean) => void;
  readonly onBack: () => void;
}

/** What the screen is about, and what it shows. A decision alters none of it: it is not drawn anew with each key. */
export const DeskBar = memo(({ title, article, isBlind, isSideBySide, canUndo, canRedo, onCommand, onBlind, onBack, ...people }: DeskBarProps) => {
  const { t } = useMessages();
  return (
    <header className={styles.bar}>
      <IconButton icon={ArrowLeft} label={t('adjudicate.back')} command="leave-adjudication" directional onClick={onBack} />
      <h1 className={styles.title}>{title}</h1>
      <bdi className={styles.article} lang={article.language}>
        {article.title}
      </bdi>
      <span className={styles.gap} />
      <People {...people} />
      <IconButton icon={EyeOff} label={t('adjudicate.blind')} pressed={isBlind} onClick={() => onBlind(!isBlind)} />
      <IconButton icon={Columns2} label={t('adjudicate.side-by-side')} command="side-by-side" pressed={isSideBySide} onClick={() => onCommand('side-by-side')} />
      <IconButton icon={Undo2} label={t('keys.undo')} command="undo" directional disabled={!canUndo} onClick={() => onCommand('undo')} />
      <IconButton icon={Redo2} label={t('keys.redo')} command="redo" directional disabled={!canRedo} onClick={() => onCommand('redo')} />
    </header>
  );
});

/** Who is compared, who is awaited; a press takes somebody out or in. */
function People({ annotators, people, unproven, among, letters, by, onAmong }: Pick<DeskBarProps, 'annotators' | 'people' | 'unproven' | 'among' | 'letters' | 'by' | 'onAmong'>) {
  const { t, list } = useMessages();
  const nameOf = ({ id, annotator }: AnnotationSet): string =>
    letters ? t('adjudicate.reader', { letter: letters.get(id) ?? '' }) : (annotators.find((one) => one.id === annotator)?.name ?? annotator);
  /** A sentence has a direction of its own, in which names are isolated; a name alone has none. */
  const named = (set: AnnotationSet): ReactNode => {
    const name = nameOf(set);
    if (people.golds.includes(set)) return t('adjudicate.gold-of', { name });
    if (people.unfinished.includes(set)) return t('adjudicate.unfinished', { name });
    const doubt = unproven.get(set.id);
    return doubt ? t(`adjudicate.doubt.${doubt}`, { name }) : <bdi>{name}</bdi>;
  };
  const all = comparable(people, by);
  const received = people.ready.length + people.unfinished.length;
  // A place in a row tells who somebody is as a name does.
  const shown = letters ? all.toSorted((a, b) => inOrder(letters.get(a.id) ?? '', letters.get(b.id) ?? '')) : all;
  return (
    <span className={styles.people} role="group" aria-label={t('adjudicate.people')}>
      {people.awaited.length > 0 && (
        <span className={styles.muted}>
          {t('adjudicate.received', { n: received, of: received + people.awaited.length, names: list(people.awaited) })}
        </span>
      )}
      {shown.map((set) => (
        <button
          key={set.id}
          type="button"
          className={styles.person}
          aria-pressed={among.includes(set.id)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onAmong(among.includes(set.id) ? among.filter((id) => id !== set.id) : [...among, set.id])}
        >
          {named(set)}
        </button>
      ))}
    </span>
  );
}

/** Z comes before AA. */
const inOrder = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);
