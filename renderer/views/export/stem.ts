/** Everything that some file system refuses in a name, and white space at its ends. */
const unfit = /[\p{C}<>:"/\\|?*]+/gu;

/** A name without extension for files and a folder, made of a project's name. It hides nowhere and leads nowhere. */
export const stemOf = (projectName: string): string =>
  projectName.replace(unfit, ' ').trim().replace(/^\.+|\.+$/g, '').slice(0, 80).trim() || 'naql';
