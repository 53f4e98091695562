import { type ArticleId } from '../../shared/model/id.ts';

/** What others read one's name in: it is asked for before the first of them. `giving`: articles that are to be given out, chosen in the library. */
export type NamedAct = { readonly kind: 'export' } | { readonly kind: 'adjudicate' } | { readonly kind: 'exchange'; readonly giving?: readonly ArticleId[] };

/**
 * Dialogs of which one at most is open; `go-on`: the name was asked for, the project that is open takes the act up. The import report is not among
 * them: it comes by itself.
 */
export type OpenDialog =
  | 'settings' | 'keys' | 'about' | 'new-project' | 'copy-project' | 'rename-project' | 'projects' | 'backups' | 'export' | 'paste' | 'articles'
  | { readonly kind: 'ask-name' | 'go-on'; readonly act: NamedAct };
