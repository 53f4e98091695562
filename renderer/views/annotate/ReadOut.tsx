import { memo } from 'react';
import { type Span } from '../../../shared/text/offsets.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type Translator } from '../../messages/translate.ts';
import { kept } from '../../store/kept.ts';
import { Words } from '../../ui/Words.tsx';
import { type NamedCharacter, readingOf } from './read-out.ts';
import styles from './ReadOut.module.css';

interface ReadOutProps {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The ends of the selection, or of what has the focus, in logical order: settles every doubt that mixed directions raise. */
export const ReadOut = memo(({ text, spans }: ReadOutProps) => {
  const messages = useMessages();
  const { t } = messages;
  if (spans.length === 0) return null;
  const { first, last, before, after, words, characters } = readingOf(text, spans);
  const length = { words: t('annotate.words', { n: words }), characters: t('readout.characters', { n: characters }) };
  return (
    <section className={styles.readOut} aria-label={t('readout.title')}>
      <dl className={styles.ends}>
        <End name={t('readout.start')} one={first} messages={messages} />
        <End name={t('readout.end')} one={last} messages={messages} />
      </dl>
      <p>{t('readout.length', length)}</p>
      {before && <p className={styles.notice}>{t('readout.before-start', named(before, messages))}</p>}
      {after && <p className={styles.notice}>{t('readout.after-end', named(after, messages))}</p>}
    </section>
  );
}, (before, now) => before.text === now.text && kept(before.spans, now.spans) === before.spans);

interface EndProps {
  readonly name: string;
  readonly one: NamedCharacter;
  readonly messages: Translator;
}

const End = ({ name, one, messages }: EndProps) => (
  <div className={styles.end}>
    <dt>{name}</dt>
    <dd>
      {isShown(one) ? <Words className={styles.character}>{afterCircle(one.character)}</Words> : <bdi>{nameOf(one, messages)}</bdi>}{' '}
      <bdi dir="ltr" className={styles.code}>
        {one.code}
      </bdi>
    </dd>
  </div>
);

const isShown = ({ character, invisible }: NamedCharacter): boolean => (invisible === null || invisible === 'tatweel') && character.trim() !== '';

function nameOf({ character, invisible }: NamedCharacter, { t }: Translator): string {
  if (invisible !== null) return t(`invisible.${invisible}`);
  return t(character === '\n' ? 'readout.line-end' : 'readout.blank');
}

const named = (one: NamedCharacter, messages: Translator) => ({ character: nameOf(one, messages), code: one.code });

/** A vowel sign alone is shown on a dotted circle. */
const afterCircle = (character: string): string => (/^\p{M}/u.test(character) ? `\u25cc${character}` : character);
