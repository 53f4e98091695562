import { RadioGroup } from '@base-ui/react/radio-group';
import { useId, useState } from 'react';
import { type OffsetUnit } from '../../../shared/codecs/offset-unit.ts';
import { type UnitScore } from '../../../shared/codecs/unit-judgement.ts';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { formatName } from '../../messages/format-name.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/CheckList.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioCard } from '../../ui/RadioCard.tsx';
import { Excerpt } from './Excerpt.tsx';
import { type UnitAnswer, type UnitQuestion } from './import-tools.ts';
import styles from './UnitDialog.module.css';

interface UnitDialogProps {
  readonly question: UnitQuestion;
  readonly onAnswer: (answer: UnitAnswer | null) => void;
}

const unitNames: Readonly<Record<OffsetUnit, MessageCode>> = { 'utf-16': 'unit.utf-16', 'code-point': 'unit.code-point', grapheme: 'unit.grapheme' };

/** No unit is called so. */
const none = 'none';

/** Asks what the offsets of a file count: each unit with its score, and what three of the spans would mark. */
export function UnitDialog({ question: { file, format, scores, others }, onAnswer }: UnitDialogProps) {
  const { t, rich } = useMessages();
  const name = formatName(format, { t });
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  const [unit, setUnit] = useState<OffsetUnit | typeof none>(best.unit);
  const [forAll, setForAll] = useState(true);
  const footer = (
    <>
      <Button onClick={() => onAnswer(null)}>{t('dialog.cancel')}</Button>
      <Button kind="primary" onClick={() => onAnswer({ unit: unit === none ? null : unit, forAll: forAll && others > 0 })}>
        {t('import.continue')}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={() => onAnswer(null)} title={t('import.unit.title')} size="wide" footer={footer}>
      <p>{rich('import.unit.words', { file, format: name })}</p>
      <RadioGroup<OffsetUnit | typeof none> aria-label={t('import.unit.title')} value={unit} onValueChange={setUnit} className={styles.units}>
        {scores.map((score) => (
          <Candidate key={score.unit} score={score} />
        ))}
        <RadioCard value={none} title={t('import.unit.none')} />
      </RadioGroup>
      {others > 0 && (
        <Check checked={forAll} onChange={setForAll}>
          {t('import.unit.all', { n: others })}
        </Check>
      )}
    </Dialog>
  );
}

function Candidate({ score: { unit, score, samples } }: { readonly score: UnitScore }) {
  const { t } = useMessages();
  const id = useId();
  return (
    <RadioCard value={unit} title={t(unitNames[unit])} describedBy={`${id}-score ${id}-samples`}>
      <span id={`${id}-score`} className={styles.score}>
        {t('import.unit.score', { n: Math.round(score * 100) })}
      </span>
      <span id={`${id}-samples`} className={styles.samples}>
        {samples.map((sample, index) =>
          sample.marked === '' ? (
            <span key={index} className={styles.nowhere}>
              {t('import.unit.nowhere')}
            </span>
          ) : (
            <Excerpt key={index} {...sample} />
          ),
        )}
      </span>
    </RadioCard>
  );
}
