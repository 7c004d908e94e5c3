// The Studio speaks English only. Its own words are replaced where they appear; what people wrote has other words, and code and
// fields are left alone.
const named = ["placeholder", "title", "aria-label", "data-label"]; // a table on a phone shows the last one before its values
const leave = ".wf-bar, .monaco-editor, textarea, .activity-label, pre, code";

export async function translate(address) {
  const texts = new Map(Object.entries(await (await fetch(address)).json()));

  function replaceText(node) {
    const text = texts.get(node.data.trim());
    if (text !== undefined && !node.parentElement?.closest(leave)) {
      node.data = node.data.replace(node.data.trim(), text);
    }
  }

  function replaceNames(element) {
    for (const name of named) {
      const text = texts.get(element.getAttribute(name));
      if (text !== undefined) {
        element.setAttribute(name, text);
      }
    }
  }

  function replaceAll(root) {
    if (root.nodeType === Node.TEXT_NODE) {
      replaceText(root);
    } else if (root.nodeType === Node.ELEMENT_NODE) {
      replaceNames(root);
      root.querySelectorAll(named.map((name) => `[${name}]`).join()).forEach(replaceNames);
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        replaceText(walker.currentNode);
      }
    }
  }

  function replaceChanged({ type, target, addedNodes }) {
    if (type === "childList") {
      addedNodes.forEach(replaceAll);
    } else {
      replaceAll(target);
    }
  }

  new MutationObserver((changes) => changes.forEach(replaceChanged)).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: named,
  });
  replaceAll(document.body);
}
