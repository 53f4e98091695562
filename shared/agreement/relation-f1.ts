import { alignLinks, linksOnSharedEnds } from '../compare/align-links.ts';
import { type Work } from '../compare/marked.ts';
import { type Continuum, linksOf, twoVoices } from './continuum.ts';
import { spanAlignment } from './span-alignment.ts';
import { diceTally } from './span-f1.ts';
import { type Tally } from './tally.ts';

/**
 * `strict`: type and both ends exactly; `relaxed`: ends that are the same thing; `given`: the same among Relations whose ends both people
 * marked. The last tells "did not see the speaker" from "linked the wrong one".
 */
export type RelationScheme = 'strict' | 'relaxed' | 'given';

export function relationCounts(text: Continuum, type: string | null, scheme: RelationScheme): Tally {
  const [a, b] = twoVoices(text);
  const alignment = spanAlignment(text, null);
  const on = (work: Work, side: 'a' | 'b'): Work => {
    const links = linksOf(work, type);
    return { marked: work.marked, links: scheme === 'given' ? linksOnSharedEnds({ marked: work.marked, links }, alignment, side) : links };
  };
  const [mine, theirs] = [on(a, 'a'), on(b, 'b')];
  const { pairs } = alignLinks(mine, theirs, alignment, scheme === 'strict' ? 'exact' : 'paired');
  return diceTally(pairs.length, mine.links.length, theirs.links.length);
}
