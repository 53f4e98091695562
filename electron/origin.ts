/** The one origin of the app. Nothing else is loaded, shown or answered. */
export const scheme = 'app';
export const host = 'naql';
export const pageUrl = `${scheme}://${host}/`;

export const isOurOrigin = (url: string): boolean => url.startsWith(pageUrl);

/** The page itself, whatever its fragment: what reloading leads to. */
export const isOurPage = (url: string): boolean => url === pageUrl || url.startsWith(`${pageUrl}#`);
