import english from '../../../seeds/guideline/en.md?raw';
import persian from '../../../seeds/guideline/fa.md?raw';
import { type Language } from '../../../shared/bridge.ts';
import { type Block, parseMarkdown } from './parse-markdown.ts';

/** Without its title, which stands above it. */
const body = (source: string): readonly Block[] => parseMarkdown(source).filter((block) => block.kind !== 'heading' || block.level > 1);

/** The guideline that comes with Naql, in both languages. A project does not have one of its own yet. */
export const guidelines: Readonly<Record<Language, readonly Block[]>> = { fa: body(persian), en: body(english) };

/** The ids that headings of the guideline bear: those of the Labels whose rule they begin. */
export const sectionsOf = (blocks: readonly Block[]): ReadonlySet<string> =>
  new Set(blocks.flatMap((block) => (block.kind === 'heading' && block.id !== null ? [block.id] : [])));
