import { fittingSelection } from '../../../shared/dataset/fitting-options.ts';
import { type NamedSelection } from '../../../shared/dataset/named-selection.ts';
import { type DateRange, type Selection } from '../../../shared/dataset/selection.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { setStatuses } from '../../../shared/model/annotation-set.ts';
import { type AnnotatorId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { furtherWords } from '../../ui/further-words.ts';
import { Words } from '../../ui/Words.tsx';
import { CheckList } from '../../ui/CheckList.tsx';
import { whoseWords } from './choice-words.ts';
import { DateField } from '../../ui/DateField.tsx';
import styles from './fields.module.css';
import { RadioList } from './RadioList.tsx';
import { KeepSelection, SavedSelections } from './SavedSelections.tsx';
import { Section } from '../../ui/Section.tsx';
import { whoseChoices, whoseValue } from './whose.ts';

interface WhatStepProps {
  readonly selection: Selection;
  readonly schema: Schema;
  readonly annotators: readonly Annotator[];
  readonly me: AnnotatorId;
  readonly saved: readonly NamedSelection[];
  /** Those that have been met so far, without any who are chosen and gone. */
  readonly publishers: readonly string[];
  readonly onChange: (part: Partial<Selection>) => void;
  readonly onSave: (saved: readonly NamedSelection[]) => void;
}

/** All of them is no condition. */
const unlessAll = <Value,>(chosen: readonly Value[], all: readonly Value[]): readonly Value[] | null =>
  chosen.length === all.length ? null : chosen;

const withBound = (range: DateRange | null, part: Partial<DateRange>): DateRange | null => {
  const changed = { from: null, to: null, ...range, ...part };
  return changed.from === null && changed.to === null ? null : changed;
};

/** Which work is exported. */
export function WhatStep({ selection, schema, annotators, me, saved, publishers, onChange, onSave }: WhatStepProps) {
  const messages = useMessages();
  const { t, list, language } = messages;
  const choices = whoseChoices(me, annotators);
  const labels = schema.labels.map(({ id }) => id);
  const { states, published } = selection;
  const known = [...new Set([...publishers, ...(selection.publishers ?? [])])].sort();
  return (
    <div className={styles.stack}>
      <SavedSelections
        selection={selection}
        saved={saved}
        onChoose={(chosen) => onChange(fittingSelection(chosen, { schema, annotators }))}
        onSave={onSave}
      />
      <Section title={t('export.whose')}>
        <RadioList
          label={t('export.whose')}
          value={whoseValue(selection.sets)}
          groups={[{ heading: '', items: choices.map((choice) => ({
            value: whoseValue(choice), title: whoseWords(choice, annotators, messages), hint: t(`export.whose.${choice.kind}.hint`),
          })) }]}
          onChoose={(value) => onChange({ sets: choices.find((choice) => whoseValue(choice) === value) ?? { kind: 'mine' } })}
        />
      </Section>
      <Section
        title={t('export.states')}
        action={<AllButton what={t('export.states')} isAll={states === null} onAll={() => onChange({ states: null })} />}
      >
        <CheckList
          items={setStatuses.map((value) => ({ value, title: t(`status.${value}`) }))}
          chosen={states ?? setStatuses}
          onChoose={(chosen) => onChange({ states: unlessAll(chosen, setStatuses) })}
        />
      </Section>
      <Section
        title={t('export.labels')}
        action={<AllButton what={t('export.labels')} isAll={selection.labels === null} onAll={() => onChange({ labels: null })} />}
      >
        <CheckList
          items={schema.labels.map(({ id, name }) => ({ value: id, title: <><LabelSign schema={schema} label={id} /><bdi>{name[language]}</bdi></> }))}
          chosen={selection.labels ?? labels}
          onChoose={(chosen) => onChange({ labels: unlessAll(chosen, labels) })}
        />
      </Section>
      <Section
        title={t('export.publishers')}
        action={<AllButton what={t('export.publishers')} isAll={selection.publishers === null} onAll={() => onChange({ publishers: null })} />}
      >
        {known.length === 0 && <p className={styles.hint}>{t('export.split.unseen.none')}</p>}
        <CheckList
          items={known.map((value) => ({ value, title: <Words>{value}</Words> }))}
          chosen={selection.publishers ?? known}
          onChoose={(chosen) => onChange({ publishers: unlessAll(chosen, known) })}
        />
        {known.length > 0 && <p className={styles.hint}>{t('export.publishers.hint')}</p>}
      </Section>
      <Section title={t('export.published')} hint={t('export.published.hint')}>
        <div className={styles.row}>
          <DateField
            label={t('export.from')}
            value={published?.from ?? null}
            onChange={(from) => onChange({ published: withBound(published, { from }) })}
          />
          <DateField
            label={t('export.until')}
            value={published?.to ?? null}
            onChange={(to) => onChange({ published: withBound(published, { to }) })}
          />
        </div>
      </Section>
      {selection.further && (
        <Section title={t('export.further.title')} hint={t('export.further.hint')}>
          <div className={styles.saved}>
            <Words>{list(furtherWords(selection.further, schema, annotators, messages))}</Words>
            <Button onClick={() => onChange({ further: undefined })}>{t('export.further.remove')}</Button>
          </div>
        </Section>
      )}
      <KeepSelection selection={selection} saved={saved} onSave={onSave} />
    </div>
  );
}

interface AllButtonProps {
  readonly what: string;
  readonly isAll: boolean;
  readonly onAll: () => void;
}

/** Takes a condition away. */
function AllButton({ what, isAll, onAll }: AllButtonProps) {
  const { t } = useMessages();
  return (
    <Button kind="quiet" disabled={isAll} aria-label={t('export.all.of', { what })} onClick={onAll}>
      {t('export.all')}
    </Button>
  );
}
