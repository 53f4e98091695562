import { useMemo } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { folded } from './choices.ts';
import { Palette, type PaletteLine } from './Palette.tsx';

/** Something that can be done now. */
export interface PaletteCommand extends Omit<PaletteLine, 'folded'> {
  readonly run: () => void;
}

export interface CommandPaletteProps {
  readonly commands: readonly PaletteCommand[];
  readonly onChoose: (command: PaletteCommand) => void;
  readonly onClose: () => void;
}

export function CommandPalette({ commands, onChoose, onClose }: CommandPaletteProps) {
  const { t } = useMessages();
  const lines = useMemo(() => commands.map((command) => ({ ...command, folded: folded(command.words) })), [commands]);
  return (
    <Palette
      title={t('palette.title')}
      search={t('palette.search')}
      lines={lines}
      nothing={t('palette.nothing')}
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}
