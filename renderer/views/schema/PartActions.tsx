import { ChevronDown, ChevronUp, Merge, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { idsBeside } from '../../../shared/commands/schema/rows.ts';
import { idOfPart, type SchemaPart } from '../../../shared/commands/schema/schema-edit.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import styles from './form.module.css';
import { RetireDialog } from './RetireDialog.tsx';
import { type SchemaDesk } from './schema-desk.ts';

interface PartActionsProps {
  readonly part: SchemaPart;
  readonly name: string;
  readonly desk: SchemaDesk;
}

/** Up, down, one with another, away. */
export function PartActions({ part, name, desk }: PartActionsProps) {
  const { t } = useMessages();
  const raise = useThrow();
  const [fate, setFate] = useState<'merge' | 'retire' | null>(null);
  const beside = idsBeside(desk.schema, part) ?? [];
  const at = beside.indexOf(idOfPart(part));
  const move = (to: number) => void desk.editor.edit({ kind: 'move', part, to }).catch(raise);
  const isAlone = beside.length === 1;
  return (
    <div className={styles.actions}>
      <IconButton icon={ChevronUp} label={t('schema.up', { name })} disabled={at === 0} onClick={() => move(at - 1)} />
      <IconButton icon={ChevronDown} label={t('schema.down', { name })} disabled={at === beside.length - 1} onClick={() => move(at + 1)} />
      <IconButton icon={Merge} label={t('schema.merge', { name })} disabled={isAlone} onClick={() => setFate('merge')} />
      <IconButton
        icon={Trash2}
        label={t('schema.retire', { name })}
        disabled={isAlone && (part.kind === 'label' || part.kind === 'choice')}
        onClick={() => setFate('retire')}
      />
      {fate && <RetireDialog part={part} name={name} desk={desk} purpose={fate} onClose={() => setFate(null)} />}
    </div>
  );
}
