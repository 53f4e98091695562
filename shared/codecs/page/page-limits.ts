/** Bytes of markup: a tree of more takes seconds to make, and no article is that long. */
export const maximumMarkupBytes = 8 * 1024 * 1024;
