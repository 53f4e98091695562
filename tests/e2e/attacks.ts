/** Something that the page must not be able to do. It runs in the page, and knows nothing but what it is given. */
export interface Attack {
  readonly name: string;
  /** `port`: where somebody listens on this machine, by TCP and UDP. `url`: the one below. */
  readonly run: (given: { readonly port: number; readonly url: string }) => unknown;
  /** `{port}` stands for the port. */
  readonly url?: string;
  /** What it must come to: `done: <JSON of the value>` or `stopped: <error>`. */
  readonly expected: RegExp;
}

const onCode: readonly Attack[] = [
  {
    name: 'eval',
    run: async () => {
      // oxlint-disable-next-line no-eval
      return eval('1 + 1') as unknown;
    },
    expected: /^stopped: .*EvalError/,
  },
  {
    name: 'a function from text',
    run: async () => {
      // oxlint-disable-next-line typescript/no-implied-eval
      return (new Function('return 2') as () => unknown)();
    },
    expected: /^stopped: .*EvalError/,
  },
  {
    name: 'a timer with text',
    run: async () => {
      const timer = setTimeout as (code: string) => number;
      try {
        timer('window.owned = true');
      } finally {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return 'owned' in window;
    },
    expected: /^stopped|^done: false/,
  },
  {
    name: 'a script written into the page',
    run: async () => {
      const script = document.createElement('script');
      script.append('window.owned = true');
      document.head.append(script);
      return 'owned' in window;
    },
    expected: /^stopped|^done: false/,
  },
  {
    name: 'HTML with a handler',
    run: async () => {
      const place = document.createElement('div');
      place.innerHTML = '<img src="/none.png" onerror="window.owned = true">';
      return 'no error';
    },
    expected: /^stopped: .*TrustedHTML/,
  },
  {
    name: 'a handler as an attribute',
    run: async () => {
      const button = document.createElement('button');
      try {
        button.setAttribute('onclick', 'window.owned = true');
        button.click();
      } finally {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return 'owned' in window;
    },
    expected: /^stopped|^done: false/,
  },
  {
    name: 'a policy of its own for trusted types',
    run: async () => {
      const { trustedTypes } = window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): object } };
      return Object.keys(trustedTypes.createPolicy('default', { createScript: (text: string) => text }));
    },
    expected: /^stopped: .*createPolicy/,
  },
  {
    name: 'a module from data',
    run: async () => {
      const address = 'data:text/javascript,export default 1';
      return Object.keys((await import(/* @vite-ignore */ address)) as object);
    },
    expected: /^stopped/,
  },
  {
    name: 'a worker from a blob',
    run: async () => {
      const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
      return new Promise((resolve, reject) => {
        worker.addEventListener('message', resolve);
        worker.addEventListener('error', () => reject(new Error('no worker')));
      });
    },
    expected: /^stopped/,
  },
  {
    name: 'a service worker',
    run: async () => {
      await navigator.serviceWorker.register('/index.html');
    },
    expected: /^stopped/,
  },
];

const onNetwork: readonly Attack[] = [
  ...['http://127.0.0.1:{port}/', 'https://127.0.0.1:{port}/', 'http://localhost:{port}/', 'ftp://127.0.0.1:{port}/', 'file:///etc/hostname'].map((url) => ({
    name: `fetch ${url}`,
    url,
    run: async (given: { readonly url: string }) => (await fetch(given.url, { mode: 'no-cors' })).type,
    expected: /^stopped: .*Failed to fetch/,
  })),
  {
    name: 'a picture from a server',
    run: async ({ port }) => {
      const picture = new Image();
      picture.src = `http://127.0.0.1:${port}/`;
      await picture.decode();
    },
    expected: /^stopped/,
  },
  {
    name: 'a style sheet, a font and a prefetch from a server',
    run: async ({ port }) => {
      const links = ['stylesheet', 'prefetch', 'preload', 'preconnect', 'dns-prefetch', 'modulepreload'].map((rel) => {
        const link = document.createElement('link');
        Object.assign(link, { rel, as: 'font', href: `http://127.0.0.1:${port}/` });
        return link;
      });
      document.head.append(...links);
      const font = new FontFace('Stolen', `url(http://127.0.0.1:${port}/)`);
      const loaded = await font.load().then(() => true, () => false);
      for (const link of links) link.remove();
      return loaded;
    },
    expected: /^done: false/,
  },
  {
    name: 'a web socket',
    run: async ({ port }) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
      return new Promise((resolve) => {
        socket.addEventListener('open', () => resolve('open'));
        socket.addEventListener('error', () => resolve('closed'));
      });
    },
    expected: /^stopped|^done: "closed"/,
  },
  {
    name: 'a beacon',
    run: async ({ port }) => {
      navigator.sendBeacon(`http://127.0.0.1:${port}/`, 'secret');
      return 'sent or not, nobody must hear it';
    },
    expected: /./,
  },
  {
    name: 'peer connections over UDP and TCP',
    run: async ({ port }) => {
      const relay = { username: 'a', credential: 'b' };
      const iceServers = [
        { urls: `stun:127.0.0.1:${port}` }, { urls: `turn:127.0.0.1:${port}`, ...relay }, { urls: `turn:127.0.0.1:${port}?transport=tcp`, ...relay },
      ];
      const peer = new RTCPeerConnection({ iceServers });
      const candidates: unknown[] = [];
      peer.addEventListener('icecandidate', ({ candidate }) => candidates.push(...(candidate ? [candidate.candidate] : [])));
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 1500));
      peer.close();
      return candidates;
    },
    expected: /^done: \[\]/,
  },
];

const onOwnFiles: readonly Attack[] = [
  {
    name: 'ways out of the folder',
    run: async () => {
      const paths = ['../package.json', '..%2fpackage.json', '%2e%2e/%2e%2e/package.json', 'assets/..%2f..%2f..%2fpackage.json', '..%5cpackage.json', '%2fetc%2fhostname', 'index.html%00.js'];
      const answers = await Promise.all(paths.map((one) => fetch(`app://naql/${one}`).then(({ status }) => status, () => 0)));
      return answers.filter((status) => status === 200).length;
    },
    expected: /^done: 0/,
  },
  { name: 'another host', run: async () => (await fetch('app://other/index.html')).status, expected: /^stopped/ },
  { name: 'a POST', run: async () => (await fetch('app://naql/', { method: 'POST', body: 'x' })).status, expected: /^done: 405/ },
];

const onWindows: readonly Attack[] = [
  {
    name: 'new windows',
    run: async () => ['app://naql/', 'https://example.org/', 'about:blank', 'file:///etc/hostname'].map((url) => window.open(url) === null),
    expected: /^done: \[true,true,true,true\]/,
  },
  {
    name: 'a link to a new window',
    run: async () => {
      const link = document.createElement('a');
      Object.assign(link, { href: 'app://naql/', target: '_blank' });
      document.body.append(link);
      link.click();
      link.remove();
    },
    expected: /^done/,
  },
  {
    name: 'frames, which have no bridge and show nothing',
    run: async () => {
      const makes: ((frame: HTMLIFrameElement) => void)[] = [
        () => undefined,
        (frame) => void (frame.src = 'app://naql/'),
        (frame) => void (frame.src = 'https://example.org/'),
        (frame) => void (frame.src = 'data:text/html,<p>x</p>'),
      ];
      const seen = await Promise.all(
        makes.map(async (make) => {
          const frame = document.createElement('iframe');
          make(frame);
          document.body.append(frame);
          await new Promise((resolve) => setTimeout(resolve, 300));
          const inside = frame.contentWindow;
          let found = false;
          try {
            found = inside?.naql !== undefined || (inside?.document.body.childElementCount ?? 0) > 0;
          } catch (error) {
            // Chromium's error page in place of a refused frame belongs to no origin, and cannot be looked into.
            if (!(error instanceof DOMException)) throw error;
          }
          frame.remove();
          return found;
        }),
      );
      return seen.filter(Boolean).length;
    },
    expected: /^done: 0/,
  },
  {
    name: 'a frame with HTML in it',
    run: async () => {
      document.createElement('iframe').srcdoc = '<p>x</p>';
    },
    expected: /^stopped: .*TrustedHTML/,
  },
  {
    name: 'a webview',
    run: async () => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'https://example.org/');
      document.body.append(view);
      await new Promise((resolve) => setTimeout(resolve, 300));
      view.remove();
      return 'getURL' in view;
    },
    expected: /^done: false/,
  },
];

const onPlace: readonly Attack[] = [
  ...['https://example.org/', 'http://127.0.0.1:{port}/', 'file:///etc/hostname', 'data:text/html,x', 'app://naql/x.js', 'app://other/'].map((url) => ({
    name: `going to ${url}`,
    url,
    run: (given: { readonly url: string }) => {
      location.href = given.url;
    },
    expected: /^done|^stopped/,
  })),
  {
    name: 'going to a script',
    run: async () => {
      try {
        location.href = 'javascript:void (window.owned = true)';
      } finally {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return 'owned' in window;
    },
    expected: /^stopped|^done: false/,
  },
  {
    name: 'sending a form',
    run: async ({ port }) => {
      const form = document.createElement('form');
      Object.assign(form, { action: `http://127.0.0.1:${port}/`, method: 'post' });
      document.body.append(form);
      form.submit();
      form.remove();
    },
    expected: /^done/,
  },
  {
    name: 'refreshing to elsewhere',
    run: async ({ port }) => {
      const meta = document.createElement('meta');
      Object.assign(meta, { httpEquiv: 'refresh', content: `0; url=http://127.0.0.1:${port}/` });
      document.head.append(meta);
    },
    expected: /^done/,
  },
];

const onPermissions: readonly Attack[] = [
  { name: 'notifications', run: async () => Notification.requestPermission(), expected: /^done: "denied"/ },
  {
    name: 'the place of the machine',
    run: async () => new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('found'), ({ code }) => resolve(code))),
    expected: /^done: 1/,
  },
  { name: 'the camera', run: async () => (await navigator.mediaDevices.getUserMedia({ video: true })).id, expected: /^stopped/ },
  { name: 'the screen', run: async () => (await navigator.mediaDevices.getDisplayMedia()).id, expected: /^stopped/ },
  { name: 'the clipboard\'s content', run: async () => navigator.clipboard.readText(), expected: /^stopped/ },
  {
    name: 'devices',
    run: async () => {
      const { usb } = navigator as unknown as { usb: { getDevices(): Promise<readonly unknown[]> } };
      return (await usb.getDevices()).length;
    },
    expected: /^stopped|^done: 0/,
  },
];

/** All attacks, by what must hold although they are tried. */
export const attacks: readonly (readonly [promise: string, attacks: readonly Attack[]])[] = [
  ['runs no code that did not come with the app', onCode],
  ['reaches no server and no file', onNetwork],
  ['gets only its own files, and only by GET', onOwnFiles],
  ['opens and embeds nothing', onWindows],
  ['stays where it is', onPlace],
  ['is granted nothing that it does not need', onPermissions],
];
