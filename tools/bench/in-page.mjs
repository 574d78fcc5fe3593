/* global window, document, performance, requestAnimationFrame, MessageChannel, PerformanceObserver */

/**
 * Runs in the page before anything else: notes when the draft's text was first painted, when the answer that carried it had
 * arrived, and when the editor stood in its place.
 */
export function noteReadable(draftId) {
  const saw = (window.benchSaw = { readable: 0, answered: 0, attached: 0 });
  const afterPaint = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(0);
    });
  const answerOf = () => performance.getEntriesByType('resource').find(({ name }) => name.endsWith(`/api/drafts/${draftId}`))?.responseEnd ?? 0;
  const look = () => {
    if (!saw.noted && document.querySelector('.co-prose p, #draft-text p')) {
      saw.noted = true;
      afterPaint((now) => Object.assign(saw, { readable: now, answered: answerOf() }));
    }
    const editor = document.querySelector('#draft-text[contenteditable="true"]');
    if (editor?.querySelector('p') && editor.checkVisibility()) return afterPaint((now) => (saw.attached = now));
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** From a key to the frame that follows what it changed. */
export function noteKeys() {
  window.benchKeys = [];
  if (window.benchListens) return;
  window.benchListens = true;
  window.addEventListener(
    'keydown',
    (event) => {
      const at = event.timeStamp;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => window.benchKeys.push(performance.now() - at);
        channel.port2.postMessage(0);
      });
    },
    { capture: true },
  );
}

/** Adds up while the page lives: its largest paint (ms), how long tasks kept it from answering beyond 50 ms each, how much it moved by itself. */
export function noteVitals() {
  const vitals = (window.benchVitals = { largest: 0, blocked: 0, shift: 0 });
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('largest-contentful-paint', ({ startTime }) => (vitals.largest = startTime));
  watch('longtask', ({ duration }) => (vitals.blocked += duration - 50));
  watch('layout-shift', ({ value, hadRecentInput }) => (vitals.shift += hadRecentInput ? 0 : value));
}
