/** The part of Trusted Types used here; the DOM library does not know it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { readonly createScriptURL: (url: string) => string }): { createScriptURL(url: string): unknown };
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/** Named in the Content-Security-Policy: the one way a script's address may come from a string, and only from our own files. */
const policy = trustedTypes?.createPolicy('naql-worker', {
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin) throw new Error(`not a worker of ours: ${url}`);
    return url;
  },
});

/** The address of one of our bundled workers, in the form that `new Worker` accepts under Trusted Types. */
export const trustedWorkerUrl = (url: string): string => (policy ? (policy.createScriptURL(url) as string) : url);
