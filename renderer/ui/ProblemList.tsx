import { CircleAlert, ClipboardCopy, Info, TriangleAlert } from 'lucide-react';
import { type Problem } from '../../shared/result.ts';
import { withDirectionsShown } from '../../shared/text/invisibles.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { problemMessage } from '../messages/translate.ts';
import { Button } from './Button.tsx';
import { groupProblems, placeWords, problemDetails, type ProblemGroup } from './problem-report.ts';
import styles from './ProblemList.module.css';
import { useToast } from './Toast.tsx';

/** More places of one sentence are counted, not listed. */
const shownPlaces = 5;

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** They stand under the name that people know their file by. */
  readonly isHeaded?: boolean;
  /** Nothing is wrong: one need only know. */
  readonly areNotes?: boolean;
}

/** Problems as sentences: per file what is wrong, and where. */
export function ProblemList({ problems, isHeaded = false, areNotes = false }: ProblemListProps) {
  return (
    <div className={styles.list}>
      {groupProblems(problems).map(({ file, groups }) => (
        <section key={file ?? ''}>
          {file && !isHeaded && <bdi className={styles.file}>{withDirectionsShown(file)}</bdi>}
          <ul>
            {groups.map((group, index) => (
              <GroupItem key={index} group={group} isNote={areNotes} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function GroupItem({ group, isNote }: { readonly group: ProblemGroup; readonly isNote: boolean }) {
  const messages = useMessages();
  const { t, rich } = messages;
  const kind = isNote ? 'note' : group.severity;
  const Sign = { note: Info, error: CircleAlert, warning: TriangleAlert }[kind];
  const places = group.places.map((place) => placeWords(messages, place)).filter((words) => words !== '');
  const more = places.length - shownPlaces;
  const like = group.code === 'problem.further-like' ? String(group.values['code']) : null;
  return (
    <li className={styles.group} data-severity={kind}>
      <Sign size={16} className={styles.sign} aria-label={t(`problems.${kind}`)} />
      <p>{rich(group.code, group.values)}</p>
      {like !== null && <p className={styles.places}>{rich(problemMessage(like), group.values)}</p>}
      {places.length > 0 && (
        <p className={styles.places}>
          {places.slice(0, shownPlaces).join(' · ')}
          {more > 0 && ` ${t('place.more', { n: more })}`}
        </p>
      )}
    </li>
  );
}

/** Copies codes and places for a bug report; no article text. */
export function CopyDetailsButton({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useMessages();
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(problemDetails(problems));
    toast(t('problems.copied'));
  };
  return (
    <Button kind="quiet" icon={ClipboardCopy} onClick={() => void copy()}>
      {t('problems.copy')}
    </Button>
  );
}
