import { useState } from 'react';
import { keyWords } from '../../../shared/exchange/bundle/key-words.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { isAwaited } from '../../../shared/review/work.ts';
import { withdraw } from '../../../shared/review/work-commands.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { Words } from '../../ui/Words.tsx';
import { daysSince, type ExchangeData, type PersonProgress } from './exchange-data.ts';
import styles from './exchange.module.css';
import { HandOutDialog } from './HandOutDialog.tsx';
import { makeReview } from './make-bundles.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { Section } from './Section.tsx';
import { type MakingGround, useMaking } from './use-making.ts';

interface PeopleProps extends MakingGround {
  readonly data: ExchangeData;
  /** Chosen elsewhere: to whom is asked at once. */
  readonly giving: readonly ArticleId[] | null;
}

/** Who was given what, what has come, and what waits to be sent to them. */
export function People({ data: { own, people }, giving, ...ground }: PeopleProps) {
  const { t } = useMessages();
  const { make, isBusy, problems, way } = useMaking(ground);
  const [isHandingOut, setHandingOut] = useState(giving !== null);
  const [left, setLeft] = useState<PersonProgress | null>(null);
  const give = <Button kind={own.length === 0 ? 'primary' : 'secondary'} onClick={() => setHandingOut(true)}>{t('exchange.hand-out')}</Button>;
  return (
    <Section title={t('exchange.people')} action={give}>
      {people.length === 0 && <p className={styles.hint}>{t('exchange.people.none')}</p>}
      {problems.length > 0 && <ProblemList problems={problems} />}
      {people.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('exchange.person')}</th>
              <th scope="col">{t('exchange.received')}</th>
              <th scope="col">{t('exchange.key')}</th>
              <td><VisuallyHidden>{t('exchange.give-back.title')}</VisuallyHidden></td>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow
                key={person.annotator}
                person={person}
                isBusy={isBusy}
                way={way}
                onSend={() => make('exchange.give-back.title', 'exchange.gave-back', (tools) => makeReview(tools, person))}
                onLeave={() => setLeft(person)}
              />
            ))}
          </tbody>
        </table>
      )}
      {isHandingOut && <HandOutDialog {...ground} these={giving} onClose={() => setHandingOut(false)} />}
      {left && <AbandonDialog store={ground.store} person={left} onClose={() => setLeft(null)} />}
    </Section>
  );
}

interface PersonRowProps {
  readonly person: PersonProgress;
  readonly isBusy: boolean;
  readonly way: 'folder' | 'file';
  readonly onSend: () => void;
  readonly onLeave: () => void;
}

function PersonRow({ person, isBusy, way, onSend, onLeave }: PersonRowProps) {
  const { t, rich, language } = useMessages();
  const { key, waiting, left, since } = person;
  const [now] = useState(() => Date.now());
  const words = key === undefined ? t('exchange.key.none') : key === null ? t('exchange.key.unsigned') : keyWords(key, language).join(' ');
  return (
    <tr>
      <th scope="row">
        <bdi>{person.name}</bdi>
        {left.length > 0 && (
          <details className={styles.left}>
            <summary>{t('exchange.left', { n: left.length })}</summary>
            <ul>
              {left.map(({ article, title, state, reason }) => (
                <li key={article}>
                  {rich(reason === '' ? 'exchange.left.one' : 'exchange.left.why', { title: <Words>{title}</Words>, state: t(`work.${state}`), reason })}
                </li>
              ))}
            </ul>
          </details>
        )}
      </th>
      <td>
        {t('exchange.received.of', { received: person.received, asked: person.asked - person.withdrawn })}
        {since !== null && <p className={styles.hint}>{t('exchange.since', { n: daysSince(since, now) })}</p>}
      </td>
      <td className={styles.words}>{words}</td>
      <td>
        <div className={styles.actions}>
          {waiting.length > 0 && <Button disabled={isBusy} onClick={onSend}>{t('exchange.give-back', { n: waiting.length, way })}</Button>}
          {since !== null && <Button kind="quiet" onClick={onLeave}>{t('exchange.abandon')}</Button>}
        </div>
      </td>
    </tr>
  );
}

function AbandonDialog({ store, person, onClose }: { readonly store: ProjectStore; readonly person: PersonProgress; readonly onClose: () => void }) {
  const { t } = useMessages();
  const open = person.works.filter(isAwaited);
  const leave = async (reason: string) => {
    for (const { article, annotator } of open) {
      const done = await store.performReview(article, 'withdraw', (context) => withdraw(context, { annotator, kind: 'abandoned', reason }));
      if (!done.ok) return done.problems;
    }
    return [];
  };
  return (
    <ReasonDialog title={t('exchange.abandon.title', { name: person.name })} action={t('exchange.abandon.do')} onReason={leave} onClose={onClose}>
      <p>{t('exchange.abandon.text', { n: open.length })}</p>
    </ReasonDialog>
  );
}
