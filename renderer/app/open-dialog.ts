/** Dialogs of which one at most is open. The import report is not among them: it comes by itself. */
export type OpenDialog =
  | 'settings' | 'keys' | 'about' | 'new-project' | 'copy-project' | 'rename-project' | 'projects' | 'backups' | 'name' | 'export' | 'paste' | 'folder' | 'articles';
