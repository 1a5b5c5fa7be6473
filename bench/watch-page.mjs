/* global document, requestAnimationFrame */
// Runs in the page from its first moment: when text is there, how long each key takes until it is painted, how long
// each frame. Plain JavaScript: the compiler of TypeScript would put helpers into it that a page does not have.
const bench = { text: 0, keys: [], frames: [] };
globalThis.bench = bench;

function look() {
  if (document.querySelector("[data-row] [data-text=source]") === null)
    requestAnimationFrame(look);
  else bench.text = performance.now();
}
requestAnimationFrame(look);

globalThis.addEventListener(
  "keydown",
  (event) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () =>
        bench.keys.push(performance.now() - event.timeStamp);
      channel.port2.postMessage(null);
    });
  },
  true,
);

let last = 0;
function frame(now) {
  if (last > 0) bench.frames.push(now - last);
  last = now;
  requestAnimationFrame(frame);
}
requestAnimationFrame(frame);
