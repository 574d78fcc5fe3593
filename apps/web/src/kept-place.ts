type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (element: Element): element is Field => element.matches('input, textarea');

/** What stays the same of an element when its page is made again. */
function selectorOf(element: Element): string {
  const told = ['id', 'name', 'href', 'type'].flatMap((name) => {
    const value = element.getAttribute(name);
    return value ? [`[${name}=${JSON.stringify(value)}]`] : [];
  });
  return `${element.localName}${told.join('')}`;
}

/**
 * The page that the server wrote is replaced once the program has come: what had the focus, and what was typed in it, is found again in the new page.
 * Answers what to call then; it does nothing to whoever has gone on meanwhile.
 */
export function keepPlace(document: Document): () => void {
  let held: Element | null = null;
  let place = 0;
  const hold = (element: Element | null): void => {
    held = element === document.body ? null : element;
    place = held ? [...document.querySelectorAll(selectorOf(held))].indexOf(held) : 0;
  };
  const follow = ({ target }: Event): void => hold(target as Element);
  hold(document.activeElement);
  document.addEventListener('focusin', follow);
  return () => {
    document.removeEventListener('focusin', follow);
    // An element of the former page that has left it without the focus having gone elsewhere.
    if (!held || held.isConnected || document.activeElement !== document.body) return;
    const again = document.querySelectorAll<HTMLElement>(selectorOf(held))[place];
    again?.focus({ preventScroll: true });
    if (!again || !isField(again) || !isField(held) || again.value === held.value) return;
    again.value = held.value;
    again.dispatchEvent(new Event('input', { bubbles: true }));
  };
}
