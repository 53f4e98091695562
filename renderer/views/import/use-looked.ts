import { type ReadingChoices } from '../../../shared/codecs/texts/reading-choices.ts';
import { type Looked, type ReadingQuestion } from './import-tools.ts';
import { useAnswer } from './use-answer.ts';

interface NowLooked extends Looked {
  /** False while it is looked anew: what was found before stands there meanwhile. */
  readonly isKnown: boolean;
}

/** What stands in the files where they are read in these encodings. Others end a look and begin a new one. */
export function useLooked({ survey, remembered, look }: ReadingQuestion, instead: NonNullable<ReadingChoices['instead']>): NowLooked {
  // Those that were found out were looked at so already.
  const others = Object.entries(instead).filter(([found, chosen]) => found !== chosen);
  const reading = others.length === 0 ? null : { instead: Object.fromEntries(others) };
  const { latest, isKnown } = useAnswer(look, reading);
  return { ...((reading && latest) ?? { survey, remembered }), isKnown: reading === null || isKnown };
}
