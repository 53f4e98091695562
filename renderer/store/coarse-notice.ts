import { type DBCore, Dexie, type Middleware, type ObservabilitySet, RangeSet } from 'dexie';

/** Depth of a balanced tree: some thirty keys. */
const manyKeys = 6;

/**
 * Dexie tells live queries which keys a transaction wrote, and each keeps them all until it is asked again. A query that they do not concern is not:
 * an import of 20,000 articles left it 40 MB of them. Of more than a few keys it is enough to know that there were some; Dexie itself says no more
 * of fifty.
 */
export const coarseNotice: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'coarse-notice',
  create: (core) => ({
    ...core,
    table(name) {
      const table = core.table(name);
      return {
        ...table,
        mutate: (request) =>
          table.mutate(request).then((answer) => {
            const { mutatedParts } = request.trans as { readonly mutatedParts?: ObservabilitySet };
            if (mutatedParts) coarsen(mutatedParts);
            return answer;
          }),
      };
    },
  }),
};

function coarsen(parts: ObservabilitySet): void {
  for (const [part, keys] of Object.entries(parts)) if (keys.d >= manyKeys) parts[part] = new RangeSet(Dexie.minKey, Dexie.maxKey);
}
