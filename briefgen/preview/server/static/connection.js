// The line to `briefgen serve`. It is told how things stand, never what happened: after sleep, a
// server that was started anew or a page out of the browser's memory the newest state is enough.

const SHORTEST = 250;
const LONGEST = 4000;
// The server says something every ten seconds; after this long (milliseconds) the line is dead.
const SILENCE = 25_000;

export function connect(address, onState, onConnected) {
  let socket = null;
  let pause = SHORTEST;
  let timer = 0;
  let heard = 0;

  function open() {
    clearTimeout(timer);
    socket?.close();
    const line = new WebSocket(
      `ws://${location.host}/.briefgen/live?at=${encodeURIComponent(address)}`,
    );
    socket = line;
    heard = Date.now();
    line.onmessage = (event) => {
      if (line !== socket) return;
      heard = Date.now();
      pause = SHORTEST;
      onConnected(true);
      onState(JSON.parse(event.data));
    };
    line.onclose = () => {
      if (line !== socket) return;
      onConnected(false);
      timer = setTimeout(open, pause);
      pause = Math.min(pause * 2, LONGEST);
    };
  }

  // Somebody looks at the page again: no waiting.
  function wake() {
    if (document.hidden) return;
    if (socket.readyState > WebSocket.OPEN || Date.now() - heard > SILENCE) open();
  }

  for (const kind of ["online", "focus", "pageshow"]) addEventListener(kind, wake);
  document.addEventListener("visibilitychange", wake);
  setInterval(() => {
    if (Date.now() - heard > SILENCE) open();
  }, SILENCE / 5);
  open();
}
