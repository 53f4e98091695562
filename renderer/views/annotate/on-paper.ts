import { type PaperCommand, type ParagraphDirections } from '../../../shared/bridge.ts';
import { type Article } from '../../../shared/model/article.ts';
import { type Scene } from './scene.ts';

/** What is shown, to be put on paper. */
export interface Shown extends Pick<Scene, 'schema' | 'annotations' | 'relations' | 'entities'> {
  readonly article: Article;
  readonly directions: ParagraphDirections;
  /** A colleague's name; `null` for one's own labels. */
  readonly owner: string | null;
}

export type OnPaper = (command: PaperCommand, shown: Shown) => void;
