import { Button } from '../../ui/Button.tsx';
import { useKeyText } from '../../ui/KeyChoicesProvider.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';

interface KeyButtonProps {
  /** The command whose key is shown, or the digit that answers. */
  readonly command: string | { readonly digit: string };
  readonly words: string;
  readonly onPress: () => void;
}

/** A button that shows the key that does the same; the text keeps the focus. */
export function KeyButton({ command, words, onPress }: KeyButtonProps) {
  const keyText = useKeyText();
  return (
    <Button kind="quiet" onMouseDown={(event) => event.preventDefault()} onClick={onPress}>
      <KeyHint>{typeof command === 'string' ? keyText(command) : command.digit}</KeyHint>
      {words}
    </Button>
  );
}
