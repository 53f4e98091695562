import { type EntityId } from '../../../shared/model/id.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { attributeConflicts } from '../../../shared/review/decide.ts';
import { type Case, type Member } from '../../../shared/review/settlement.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './AdjudicateView.module.css';
import { goldAnnotation, letterIn, type ReviewScene } from './scene.ts';

interface CaseConflictsProps {
  readonly scene: ReviewScene;
  readonly about: Case;
  readonly onAttribute: (attribute: string, value: string | null) => void;
  readonly onEntity: (entity: EntityId | null) => void;
}

/** Attributes on which the readings differ: a press takes one value, and the bounds stay. */
export function CaseConflicts({ scene, about, onAttribute, onEntity }: CaseConflictsProps) {
  const { t, language } = useMessages();
  const gold = goldAnnotation(scene, about);
  const label = labelDef(scene.schema, gold?.label ?? about.members[0]?.annotation.label ?? ('' as never));
  const conflicts = attributeConflicts(about).filter(({ attribute }) => label?.attributes.some(({ id }) => id === attribute));
  const entities = new Set(about.members.map(({ annotation }) => annotation.entity));
  if (conflicts.length === 0 && entities.size < 2) return null;
  const nameOf = (attribute: string) => label?.attributes.find(({ id }) => id === attribute);
  const valueName = (attribute: string, value: string | null) =>
    value === null ? t('adjudicate.no-value') : (nameOf(attribute)?.choices.find(({ id }) => id === value)?.name[language] ?? value);
  const letters = (has: (member: Member) => boolean) => about.members.filter(has).map(({ set }) => letterIn(scene, set.id)).join(' ');
  return (
    <table className={styles.conflicts}>
      <tbody>
        {conflicts.map(({ attribute, values }) => (
          <tr key={attribute}>
            <th scope="row"><bdi>{nameOf(attribute)?.name[language] ?? attribute}</bdi></th>
            <td>
              {[...new Set(values.values())].map((value) => (
                <button
                  key={value ?? ''}
                  type="button"
                  className={styles.value}
                  aria-pressed={gold !== undefined && (gold.attributes[attribute] ?? null) === value}
                  aria-label={t('adjudicate.take-value', { value: valueName(attribute, value), attribute: nameOf(attribute)?.name[language] ?? attribute })}
                  onClick={() => onAttribute(attribute, value)}
                >
                  <bdi>{valueName(attribute, value)}</bdi> <small>{letters(({ annotation }) => (annotation.attributes[attribute] ?? null) === value)}</small>
                </button>
              ))}
            </td>
          </tr>
        ))}
        {entities.size > 1 && (
          <tr>
            <th scope="row">{t('adjudicate.entity')}</th>
            <td>
              {[...entities].map((entity) => {
                const name = entity === null ? t('adjudicate.no-value') : (scene.entities.find(({ id }) => id === entity)?.name ?? entity);
                return (
                  <button
                    key={entity ?? ''}
                    type="button"
                    className={styles.value}
                    aria-pressed={gold?.entity === entity}
                    aria-label={t('adjudicate.take-value', { value: name, attribute: t('adjudicate.entity') })}
                    onClick={() => onEntity(entity)}
                  >
                    <bdi>{name}</bdi> <small>{letters(({ annotation }) => annotation.entity === entity)}</small>
                  </button>
                );
              })}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
