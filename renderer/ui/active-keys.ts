import { type MessageCode } from '../../shared/messages/catalogue.ts';
import { type Chord } from './keyboard.ts';

/** A command that its key would be answered by now. */
export interface ActiveKey {
  readonly chord: Chord;
  readonly command: string;
  readonly message: MessageCode;
  readonly run: () => void;
}

/** What is mounted tells what its keys can do at the moment of asking. */
type Source = () => readonly ActiveKey[];

let sources: readonly Source[] = [];

/** Gives the way to take it back. */
export function registerKeys(source: Source): () => void {
  sources = [...sources, source];
  return () => {
    sources = sources.filter((one) => one !== source);
  };
}

/** All keys that would be answered now, the view's before those of the frame around it. */
export const activeKeys = (): readonly ActiveKey[] => sources.flatMap((source) => source());
