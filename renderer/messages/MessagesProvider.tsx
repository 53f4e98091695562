import { createContext, Fragment, type ReactNode, useContext, useMemo } from 'react';
import { type Language } from '../../shared/bridge.ts';
import { type MessageCode } from '../../shared/messages/catalogue.ts';
import { type MessageValues, type Translator, translator } from './translate.ts';

/** Values of a rich message: anything React draws; strings and numbers are put inside `<bdi>`. */
export type RichValues = Readonly<Record<string, ReactNode>>;

export interface Messages extends Translator {
  /** React nodes: every value in its own `<bdi>`, or as the element given for it. */
  readonly rich: (code: MessageCode, values: RichValues) => ReactNode;
}

const MessagesContext = createContext<Messages | null>(null);

function messagesOf(language: Language, common: MessageValues | undefined): Messages {
  const words = translator(language, common);
  const plain = (value: ReactNode): string | number => (typeof value === 'number' ? value : typeof value === 'string' ? value : '');
  return {
    ...words,
    rich: (code, values) => {
      const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
      return words.parts(code, texts).map((part, index) => {
        if (part.kind === 'text') return <Fragment key={index}>{part.text}</Fragment>;
        // A value that is common to all messages was not given here.
        const value = part.name in values ? values[part.name] : part.text;
        const drawn = typeof value === 'string' || typeof value === 'number' ? <bdi>{part.text}</bdi> : value;
        return <Fragment key={index}>{drawn}</Fragment>;
      });
    },
  };
}

export interface MessagesProviderProps {
  readonly language: Language;
  /** Values that any message may ask for. */
  readonly common?: MessageValues;
  readonly children: ReactNode;
}

export function MessagesProvider({ language, common, children }: MessagesProviderProps) {
  const messages = useMemo(() => messagesOf(language, common), [language, common]);
  return <MessagesContext value={messages}>{children}</MessagesContext>;
}

export function useMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (!messages) throw new Error('useMessages outside a MessagesProvider');
  return messages;
}
