import { useState } from 'react';
import { type Relation } from '../../../shared/model/relation.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { linkOffers } from '../../../shared/review/link-gold.ts';
import { type Case } from '../../../shared/review/settlement.ts';
import { excerpt } from '../../../shared/text/excerpt.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './AdjudicateView.module.css';
import { goldAnnotation, type ReviewScene, wordsAt } from './scene.ts';
import { Select } from '../../ui/Select.tsx';

interface LinkDialogProps {
  readonly scene: ReviewScene;
  readonly about: Case;
  readonly onLink: (link: Pick<Relation, 'type' | 'to'>) => void;
  readonly onClose: () => void;
}

/** A link that nobody had made: what kind, and to what of the gold set. */
export function LinkDialog({ scene, about, onLink, onClose }: LinkDialogProps) {
  const { t, language } = useMessages();
  const { schema, settlement, entities, article } = scene;
  const from = goldAnnotation(scene, about);
  const offers = from && settlement.gold ? linkOffers(schema, settlement.gold, from, entities) : [];
  const [type, setType] = useState(offers[0]?.type);
  const [place, setPlace] = useState('0');
  const offer = offers.find((one) => one.type === type);
  const to = offer?.targets[Number(place)];
  const nameOf = (target: NonNullable<typeof to>): string => {
    if (target.kind === 'entity') return entities.find(({ id }) => id === target.id)?.name ?? target.id;
    const found = settlement.gold?.annotations.find(({ id }) => id === target.id);
    return found ? t('adjudicate.link', { relation: labelDef(schema, found.label)?.name[language] ?? found.label, target: excerpt(wordsAt(article.text, found.spans), 60) }) : target.id;
  };
  const link = () => offer && to && onLink({ type: offer.type, to });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('adjudicate.own-link.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button kind="primary" disabled={!to} onClick={link}>
            {t('adjudicate.own-link.make')}
          </Button>
        </>
      }
    >
      {offer ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            link();
          }}
        >
          <Select
            label={t('adjudicate.own-link.type')}
            value={offer.type}
            choices={offers.map((one) => ({ value: one.type, label: one.def.name[language] }))}
            onChoose={(next) => {
              setType(next);
              setPlace('0');
            }}
          />
          <Select label={t('adjudicate.own-link.to')} value={place} choices={offer.targets.map((one, at) => ({ value: String(at), label: nameOf(one) }))} onChoose={setPlace} />
          <button type="submit" hidden aria-hidden tabIndex={-1} />
        </form>
      ) : (
        <p>{t('adjudicate.own-link.none')}</p>
      )}
    </Dialog>
  );
}
