import * as z from 'zod';

/** Zod would compile its checks with `new Function`, which the page's content security policy forbids. */
z.config({ jitless: true });

export { z };
