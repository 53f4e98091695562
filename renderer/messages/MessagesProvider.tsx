import { createContext, Fragment, type ReactNode, useContext, useMemo } from 'react';
import { type Language } from '../../shared/bridge.ts';
import { type MessageCode } from '../../shared/messages/catalogue.ts';
import { type Translator, translator } from './translate.ts';

/** Values of a rich message: anything React draws; strings and numbers are put inside `<bdi>`. */
export type RichValues = Readonly<Record<string, ReactNode>>;

export interface Messages extends Translator {
  /** React nodes: every value in its own `<bdi>`, or as the element given for it. */
  readonly rich: (code: MessageCode, values: RichValues) => ReactNode;
}

const MessagesContext = createContext<Messages | null>(null);

function messagesOf(language: Language): Messages {
  const words = translator(language);
  const plain = (value: ReactNode): string | number => (typeof value === 'number' ? value : typeof value === 'string' ? value : '');
  return {
    ...words,
    rich: (code, values) => {
      const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
      return words.parts(code, texts).map((part, index) => {
        if (part.kind === 'text') return <Fragment key={index}>{part.text}</Fragment>;
        const value = values[part.name];
        const drawn = typeof value === 'string' || typeof value === 'number' ? <bdi>{part.text}</bdi> : value;
        return <Fragment key={index}>{drawn}</Fragment>;
      });
    },
  };
}

export function MessagesProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const messages = useMemo(() => messagesOf(language), [language]);
  return <MessagesContext value={messages}>{children}</MessagesContext>;
}

export function useMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (!messages) throw new Error('useMessages outside a MessagesProvider');
  return messages;
}
