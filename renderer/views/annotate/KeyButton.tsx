import { Button } from '../../ui/Button.tsx';
import panel from './panel.module.css';

interface KeyButtonProps {
  readonly shortcut: string;
  readonly words: string;
  readonly onPress: () => void;
}

/** A button that shows the key that does the same; the text keeps the focus. */
export const KeyButton = ({ shortcut, words, onPress }: KeyButtonProps) => (
  <Button kind="quiet" onMouseDown={(event) => event.preventDefault()} onClick={onPress}>
    <kbd className={panel.key}>{shortcut}</kbd>
    {words}
  </Button>
);
