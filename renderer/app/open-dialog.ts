/** What others read one's name in: it is asked for before the first of them. */
export const namedActs = ['export', 'adjudicate', 'exchange'] as const;
export type NamedAct = (typeof namedActs)[number];

/** Dialogs of which one at most is open; an act stands for itself: the project that is open takes it up. The import report is not among them: it comes by itself. */
export type OpenDialog =
  | 'settings' | 'keys' | 'about' | 'new-project' | 'copy-project' | 'rename-project' | 'projects' | 'backups' | `name, ${NamedAct}` | NamedAct | 'paste' | 'folder' | 'articles';
