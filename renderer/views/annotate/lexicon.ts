import cues from '../../../seeds/cues.json';
import { cueFinder } from '../../../shared/suggest/cues.ts';

/** Finds reporting expressions with the lexicon that the program brings. */
export const findCues = cueFinder(cues);
