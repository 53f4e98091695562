import { type ChosenNaming, type SplitEntityInput } from '../../../shared/commands/entities/split-entity.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { isStanding } from '../../../shared/model/merged-entities.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { NameCombobox } from '../../ui/NameCombobox.tsx';
import { nameOptions, type PersonOption } from './people.ts';

interface SplitDialogProps {
  readonly entities: readonly Entity[];
  readonly person: Entity;
  readonly chosen: readonly ChosenNaming[];
  readonly onSplit: (to: SplitEntityInput['to']) => Promise<void>;
  readonly onClose: () => void;
}

/** Whom do the chosen ones mean in truth? Somebody known, or somebody new by a name. */
export function SplitDialog({ entities, person, chosen, onSplit, onClose }: SplitDialogProps) {
  const { t } = useMessages();
  const options = (typed: string): readonly PersonOption[] => {
    const name = typed.trim();
    const known = nameOptions(entities, person.id, typed);
    const isKnown = name === '' || entities.some((entity) => isStanding(entity) && entity.name === name);
    return isKnown ? known : [...known, { key: 'new', name, alias: null, isNew: true, entity: null, typed: name }];
  };
  const pick = ({ entity, typed }: PersonOption) => void onSplit(entity?.id ?? { name: typed, kind: person.kind });
  return (
    <Dialog open onClose={onClose} title={t('people.split.title', { n: chosen.length })}>
      <NameCombobox title={t('people.split.who')} options={options} onPick={pick} />
    </Dialog>
  );
}
