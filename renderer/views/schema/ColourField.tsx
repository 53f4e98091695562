import { type CSSProperties, useState } from 'react';
import { coloursOf, contrast, type Ground, grounds, leastInkContrast } from '../../../shared/commands/schema/contrast.ts';
import { sameColour, swatches } from '../../../shared/commands/schema/swatches.ts';
import { type LabelDef } from '../../../shared/model/schema.ts';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import styles from './ColourField.module.css';
import { problemWords } from './field-problems.ts';

interface ColourFieldProps {
  readonly colour: LabelDef['colour'];
  readonly onChange: (colour: LabelDef['colour']) => Promise<readonly Problem[]>;
}

const own = 'own';

/** Both inks and tints for a style sheet; the theme picks. */
const paint = ({ light, dark }: LabelDef['colour']): CSSProperties =>
  ({
    '--ink': `var(--light, ${light.ink}) var(--dark, ${dark.ink})`,
    '--tint': `var(--light, ${light.tint}) var(--dark, ${dark.tint})`,
  }) as CSSProperties;

/** One of the checked swatches, or a colour of one's own that can be told from the page. */
export function ColourField({ colour, onChange }: ColourFieldProps) {
  const messages = useMessages();
  const { t } = messages;
  const raise = useThrow();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isOwn, setOwn] = useState(false);
  const chosen = swatches.findIndex((one) => sameColour(one, colour));
  const showsOwn = isOwn || chosen < 0;
  const words = problemWords(messages, problems);
  const change = (next: LabelDef['colour']) => void onChange(next).then(setProblems).catch(raise);
  const choices = swatches.map((swatch, index) => ({
    value: String(index),
    label: <span className={styles.swatch} style={paint(swatch)} role="img" aria-label={t('schema.colour.swatch', { n: index + 1 })} />,
  }));
  return (
    <div className={styles.field}>
      <ChoiceGroup
        label={t('schema.colour')}
        value={showsOwn ? own : String(chosen)}
        choices={[...choices, { value: own, label: t('schema.colour.own') }]}
        onChoose={(value) => {
          setProblems([]);
          setOwn(value === own);
          const swatch = swatches[Number(value)];
          if (swatch) change(swatch);
        }}
      />
      {showsOwn && <OwnColour key={`${colour.light.ink}${colour.dark.ink}`} colour={colour} onChange={change} />}
      {words && (
        <p role="alert" className={styles.error}>
          {words}
        </p>
      )}
    </div>
  );
}

interface OwnColourProps {
  readonly colour: LabelDef['colour'];
  readonly onChange: (colour: LabelDef['colour']) => void;
}

function OwnColour({ colour, onChange }: OwnColourProps) {
  const { t } = useMessages();
  const [light, setLight] = useState(colour.light.ink.toLowerCase());
  const [dark, setDark] = useState(colour.dark.ink.toLowerCase());
  return (
    <div className={styles.own}>
      <InkField ground="light" label={t('schema.colour.light')} ink={light} onChange={setLight} />
      <InkField ground="dark" label={t('schema.colour.dark')} ink={dark} onChange={setDark} />
      <Button onClick={() => onChange(coloursOf(light, dark))}>{t('schema.colour.take')}</Button>
    </div>
  );
}

interface InkFieldProps {
  readonly ground: Ground;
  readonly label: string;
  readonly ink: string;
  readonly onChange: (ink: string) => void;
}

/** An ink on the page of one theme, with how well it is told from it. */
function InkField({ ground, label, ink, onChange }: InkFieldProps) {
  const { t, number } = useMessages();
  const ratio = contrast(ink, grounds[ground].surface);
  return (
    <label className={styles.ink}>
      <span>{label}</span>
      <input type="color" value={ink} onChange={(event) => onChange(event.target.value)} />
      <span data-faint={ratio < leastInkContrast} className={styles.ratio}>
        {t('schema.colour.ratio', { ratio: number(Math.floor(ratio * 10) / 10) })}
      </span>
    </label>
  );
}
