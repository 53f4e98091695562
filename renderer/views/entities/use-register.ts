import { type EntityContext } from '../../../shared/commands/entities/entity-context.ts';
import { editEntity, type EntityFields } from '../../../shared/commands/entities/edit-entity.ts';
import { mergeEntities } from '../../../shared/commands/entities/merge-entities.ts';
import { removeEntity } from '../../../shared/commands/entities/remove-entity.ts';
import { splitEntity, type SplitEntityInput } from '../../../shared/commands/entities/split-entity.ts';
import { type Change } from '../../../shared/model/change.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type EntityId } from '../../../shared/model/id.ts';
import { type Problem, type Result } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../store/project-store.ts';
import { useHistorySteps } from '../../ui/use-history-steps.ts';

/** What can be done to the register of people and bodies. Everything can be taken back; what is refused is said. */
export interface Register {
  /** The answer is why it was refused; `null` when it was done. */
  edit(entity: EntityId, fields: Partial<EntityFields>): Promise<Problem | null>;
  merge(from: Entity, into: Entity): Promise<boolean>;
  split(entity: Entity, input: Omit<SplitEntityInput, 'entity'>): Promise<boolean>;
  remove(entity: Entity): Promise<boolean>;
  undo(): void;
  redo(): void;
}

export function useRegister(store: ProjectStore): Register {
  const { t } = useMessages();
  const { undoing, refuse, goBack } = useHistorySteps((way) => store[way](null), { undo: 'annotate.undone', redo: 'annotate.redone' });
  const undo = () => goBack('undo');
  const done = async (
    concerned: readonly EntityId[],
    name: 'merge-entities' | 'split-entity' | 'remove-entity',
    command: (context: EntityContext) => Result<Change>,
    said: string,
  ): Promise<boolean> => {
    undoing.withdraw();
    const result = await store.performOnEntities(concerned, name, command);
    if (result.ok) undoing.offer(said, undo);
    else refuse(result.problems);
    return result.ok;
  };
  return {
    edit: async (entity, fields) => {
      undoing.withdraw();
      const result = await store.performOnEntities([entity], 'edit-entity', (context) => editEntity(context, { entity, fields }));
      if (result.ok) return null;
      return result.problems[0] ?? null;
    },
    merge: (from, into) =>
      done(
        [from.id, into.id], 'merge-entities', (context) => mergeEntities(context, { from: from.id, into: into.id }),
        t('people.merged', { from: from.name, into: into.name }),
      ),
    split: ({ id }, input) =>
      done([id], 'split-entity', (context) => splitEntity(context, { entity: id, ...input }), t('people.split.done', { n: input.chosen.length })),
    remove: ({ id, name }) =>
      done([id], 'remove-entity', (context) => removeEntity(context, { entity: id }), t('people.removed', { name })),
    undo,
    redo: () => goBack('redo'),
  };
}
