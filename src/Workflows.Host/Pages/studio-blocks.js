// The blocks on the canvas. The Studio makes a block as high as its title, however many outcomes it has; those that lie on each
// other cannot be told apart, and a connection begins at a neighbour of the one that was meant.
const pitch = 24; // px: the diameter in which a port takes the mouse
const heights = sheet();

// A block with outcomes of its own, such as those of the rule set it asks, is as high as these need.
const ownHeights = sheet();
let drawn = new Map();

function sheet() {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  return sheet;
}

// Every block of a type has room for the outcomes of its descriptor.
export function makeRoom(blocks) {
  const rules = blocks.map(({ typeName, ports }) => height(`"type":"${typeName}"`, ports.filter((port) => port.type === "Flow").length));
  heights.replaceSync(rules.join("\n"));
}

// Every block of a definition has room for its own outcomes. True if these are others than those on the canvas, for the Studio
// draws outcomes once.
export function draw(definition) {
  const outcomes = outcomesOf(definition);
  const isChanged = [...outcomes].some(([activity, value]) => (drawn.get(activity) ?? "[]") !== value);
  drawn = outcomes;
  ownHeights.replaceSync([...drawn].map(([id, value]) => height(`"id":"${id}"`, JSON.parse(value).length + 1)).join("\n"));
  return isChanged;
}

function height(mark, outcomes) {
  return `elsa-activity-wrapper[activity-json*="${CSS.escape(mark)}"] .elsa-activity { min-height: ${outcomes * pitch}px; }`;
}

function outcomesOf(definition) {
  const outcomes = new Map();
  for (const { id, outcomes: input } of activitiesOf(definition?.root)) {
    const value = input?.expression?.value;
    if (typeof value === "string" && value.startsWith("[")) {
      outcomes.set(id, value);
    }
  }
  return outcomes;
}

function activitiesOf(node) {
  if (Array.isArray(node)) {
    return node.flatMap(activitiesOf);
  }
  if (node === null || typeof node !== "object") {
    return [];
  }
  const inside = Object.values(node).flatMap(activitiesOf);
  return typeof node.id === "string" && typeof node.type === "string" ? [node, ...inside] : inside;
}
