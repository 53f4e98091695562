import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { RadioCard } from '../../ui/RadioCard.tsx';
import styles from './PastView.module.css';
import { type PersonThen } from './people.ts';

interface WhoseProps {
  /** Those who can be chosen come first. */
  readonly people: readonly PersonThen[];
  /** Of whom is drawn, among them. */
  readonly place: number;
  readonly onChoose: (place: number) => void;
}

/** Everybody who worked on the Article, how far they were then, and whose labels are drawn. */
export function Whose({ people, place, onChoose }: WhoseProps) {
  const { t } = useMessages();
  const readings = people.filter(({ isReading }) => isReading);
  const others = people.filter(({ isReading }) => !isReading);
  return (
    <div className={styles.people}>
      {readings.length > 0 && (
        <RadioGroup<string>
          aria-label={t('annotate.whose')}
          value={readings[place]?.key ?? ''}
          onValueChange={(key) => onChoose(readings.findIndex((one) => one.key === key))}
          className={styles.readings}
        >
          {readings.map((person) => (
            <Person key={person.key} person={person} />
          ))}
        </RadioGroup>
      )}
      {others.length > 0 && (
        <ul className={styles.others} aria-label={t('past.others')}>
          {others.map(({ key, name, state }) => (
            <li key={key}>
              <bdi>{name}</bdi> <span className={styles.muted}>{state}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Person({ person: { key, name, state } }: { readonly person: PersonThen }) {
  const id = useId();
  return (
    <RadioCard value={key} title={<bdi>{name}</bdi>} describedBy={id}>
      <span id={id} className={`${styles.muted} ${styles.then}`}>
        {state}
      </span>
    </RadioCard>
  );
}
