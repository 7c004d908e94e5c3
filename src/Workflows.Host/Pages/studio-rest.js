// Whether the Studio is at work. An element that is taken away in the middle of its work fails aloud, so whoever leaves waits for
// its rest.
const quiet = 300; // ms without a call, a code editor or a change of the page
const patience = 10000; // ms: what never rests is left all the same
let works = 0;
let stirred = 0;

// Counts what the Studio waits for.
export async function during(work) {
  works++;
  try {
    return await work();
  } finally {
    works--;
    stir();
  }
}

// Holds when an element just put on the page has drawn itself.
export async function drawn(element) {
  const observer = new MutationObserver(stir);
  observer.observe(element, { childList: true, subtree: true });
  stir();
  await during(async () => {
    await customElements.whenDefined(element.localName);
    await element._addRootComponentPromise;
  });
  await rest();
  observer.disconnect();
}

// Holds when nothing is under way.
export async function rest() {
  const end = performance.now() + patience;
  // An idle moment comes after all that the Studio has planned to do next.
  while (works > 0 || performance.now() - stirred < quiet) {
    if (performance.now() > end) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: patience }));
  }
}

function stir() {
  stirred = performance.now();
}
