import { CircleAlert, ClipboardCopy, TriangleAlert } from 'lucide-react';
import { type Problem } from '../../shared/result.ts';
import { withDirectionsShown } from '../../shared/text/invisibles.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';
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
}

/** Problems as sentences: per file what is wrong, and where. */
export function ProblemList({ problems, isHeaded = false }: ProblemListProps) {
  return (
    <div className={styles.list}>
      {groupProblems(problems).map(({ file, groups }) => (
        <section key={file ?? ''}>
          {file && !isHeaded && <bdi className={styles.file}>{withDirectionsShown(file)}</bdi>}
          <ul>
            {groups.map((group, index) => (
              <GroupItem key={index} group={group} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function GroupItem({ group }: { readonly group: ProblemGroup }) {
  const messages = useMessages();
  const { t, rich } = messages;
  const Sign = group.severity === 'error' ? CircleAlert : TriangleAlert;
  const places = group.places.map((place) => placeWords(messages, place)).filter((words) => words !== '');
  const more = places.length - shownPlaces;
  return (
    <li className={styles.group} data-severity={group.severity}>
      <Sign size={16} className={styles.sign} aria-label={t(`problems.${group.severity}`)} />
      <p>{rich(group.code, group.values)}</p>
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
